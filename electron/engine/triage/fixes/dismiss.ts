import { draft, excluded, planned, type FixDefinition } from './definition.ts';

/**
 * Takes orders off the board that nobody wants the platform to ship: cancelled for good, shipped otherwise, meant to be
 * ignored (seed, “Order cancelled / already fulfilled on Shopify”: « Si nécessaire », so often nothing is). Local; undo
 * brings them back.
 */
export const dismiss: FixDefinition<'dismiss'> = {
  for: 'any',
  plan:
    ({ params }) =>
    ({ order, state }) =>
      state === 'dismissed'
        ? excluded({ code: 'dismissed_already' })
        : planned([draft({ op: 'order_dismiss', order: order.gid, reason: params.reason ?? null })]),
};
