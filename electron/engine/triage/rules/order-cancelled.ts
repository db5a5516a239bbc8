import type { Rule } from '../rule.ts';

/** Seed, “Order cancelled / already fulfilled on Shopify”: « La commande Shopify a été annulée ». */
export const orderCancelled: Rule<'order_cancelled'> = {
  find: (order) =>
    order.cancelledAt === null ? null : { cancelledAt: order.cancelledAt, reason: order.cancelReason },
  // The platform saw the cancellation before our snapshot did: the last change we know is the nearest time.
  told: (order) => ({ cancelledAt: order.updatedAt, reason: order.cancelReason }),
  causes: () => [],
};
