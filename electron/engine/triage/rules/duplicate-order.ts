import type { Rule } from '../rule.ts';

/**
 * *Added* (domain.md; ShipBob and Deliverr `ORDER_DUPLICATE`): the same customer ordered the same for the same money at
 * the same place shortly before, and that order stands. How shortly is a store setting; without it the rule is off. Each
 * order is a case of its own.
 */
export const duplicateOrder: Rule<'duplicate_order'> = {
  find: (order, ctx) => {
    if (ctx.settings.duplicateMinutes === null || order.cancelledAt !== null) return null;
    const of = ctx.earlierTwin(order);
    return of === null ? null : { of };
  },
  told: (order, ctx) => ({ of: ctx.earlierTwin(order) }),
  causes: () => [],
};
