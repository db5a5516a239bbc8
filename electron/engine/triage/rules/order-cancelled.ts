import type { Evidence } from '../../../../shared/domain/diagnosis.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { Rule } from '../rule.ts';

function evidence({ cancelledAt, cancelReason }: Order): Evidence<'order_cancelled'> {
  return { cancelledAt, reason: cancelReason };
}

/**
 * Seed, “Order cancelled / already fulfilled on Shopify”: « La commande Shopify a été annulée ». The platform may have
 * seen the cancellation before our snapshot did: when it was is then not known.
 */
export const orderCancelled: Rule<'order_cancelled'> = {
  find: (order) => (order.cancelledAt === null ? null : evidence(order)),
  told: evidence,
  causes: () => [],
};
