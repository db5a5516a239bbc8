import type { Evidence } from '../../../../shared/domain/diagnosis.ts';
import type { FinancialStatus, Order } from '../../../../shared/domain/order.ts';
import type { Rule } from '../rule.ts';

/** Not entirely paid. PARTIALLY_REFUNDED and REFUNDED were paid once. */
const NOT_FULLY_PAID: ReadonlySet<FinancialStatus> = new Set<FinancialStatus>([
  'PENDING',
  'AUTHORIZED',
  'PARTIALLY_PAID',
  'EXPIRED',
  'VOIDED',
]);

function evidence(order: Order): Evidence<'payment_pending'> {
  return {
    status: order.financialStatus ?? 'PENDING',
    terms: order.paymentTerms?.name ?? null,
    buyer: order.buyer,
    gateways: [...order.gateways],
    canMarkAsPaid: order.canMarkAsPaid,
    since: order.createdAt,
  };
}

/**
 * Seed, “Financial status is pending”: « La commande Shopify n'a pas encore été entièrement payée », unless the store
 * has « l'option Synchronize orders with payment terms » and the order has payment terms. Where terms are withheld
 * and the option is on, nobody can tell: the rule is off. Root cause: in B2B with terms that option, else the gateway.
 */
export const paymentPending: Rule<'payment_pending'> = {
  find: (order, { settings }) => {
    if (order.financialStatus === null || !NOT_FULLY_PAID.has(order.financialStatus)) return null;
    const termsSync =
      settings.paymentTerms && (order.paymentTerms !== null || order.redacted.includes('paymentTerms'));
    return termsSync ? null : evidence(order);
  },
  told: (order) => evidence(order),
  causes: ({ buyer, terms, gateways }) => {
    if (buyer === 'b2b' && terms !== null)
      return [
        {
          key: 'payment_pending:payment_terms',
          subject: { kind: 'payment_terms' },
          entity: null,
          fix: 'enable_payment_terms',
          alone: true,
        },
      ];
    const sorted = gateways.toSorted();
    return [
      {
        key: `payment_pending:gateway:${sorted.join(' + ') || 'none'}`,
        subject: { kind: 'gateways', gateways: sorted },
        entity: null,
        fix: 'send_payment_reminder',
        alone: true,
      },
    ];
  },
};
