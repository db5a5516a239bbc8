import { draft, excluded, planned, type FixDefinition } from './definition.ts';

/**
 * Cancels an order's fulfilments so that the platform can ship it (seed, “Order cancelled / already fulfilled on
 * Shopify”: « Si nécessaire, ajustez son statut, cela déclenchera automatiquement le retraitement »): no reprocess follows.
 * Only those with status SUCCESS count towards the order being fulfilled.
 */
export const cancelFulfillment: FixDefinition<'cancel_fulfillment'> = {
  for: ['order_already_fulfilled'],
  plan:
    () =>
    ({ order }) => {
      const done = order.fulfillments.filter(({ status }) => status === 'SUCCESS');
      return done.length === 0
        ? excluded({ code: 'nothing_to_cancel' })
        : planned(
            done.map(({ gid }) => draft({ op: 'fulfillment_cancel', order: order.gid, fulfillment: gid })),
          );
    },
};
