import { draft, excluded, planned, type FixDefinition } from './definition.ts';

/**
 * Marks orders as paid, where Shopify lets them be (seed, “Financial status is pending”: « La commande Shopify n'a pas
 * encore été entièrement payée »; Admin API `orderMarkAsPaid`: on an authorised payment it captures the money). The
 * platform examines a paid order by itself: no reprocess follows.
 */
export const markAsPaid: FixDefinition<'mark_as_paid'> = {
  for: ['payment_pending'],
  plan:
    () =>
    ({ order }) => {
      if (!order.canMarkAsPaid || order.financialStatus === null) {
        return excluded({ code: 'cannot_mark_as_paid' });
      }
      return planned([
        draft({ op: 'order_mark_as_paid', order: order.gid, baseStatus: order.financialStatus }),
      ]);
    },
};
