import type { Evidence } from '../../../../shared/domain/diagnosis.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { Rule } from '../rule.ts';

/** Fulfilments with these statuses shipped nothing (Shopify, `FulfillmentStatus`). */
const VOID_STATUSES: ReadonlySet<string> = new Set(['CANCELLED', 'ERROR', 'FAILURE']);

function evidence(order: Order): Evidence<'order_already_fulfilled'> {
  return {
    fulfillments: order.fulfillments
      .filter((f) => !VOID_STATUSES.has(f.status))
      .map((f) => ({ id: f.gid, status: f.status, by: f.service ?? f.location, createdAt: f.createdAt })),
  };
}

/**
 * Seed, “Order cancelled / already fulfilled on Shopify”: « son statut est Fulfilled ». That the platform itself did
 * not fulfil it is for `judge` to know. Root cause: the service, else the location, that fulfils past the platform.
 */
export const orderAlreadyFulfilled: Rule<'order_already_fulfilled'> = {
  find: (order) => (order.fulfillmentStatus === 'FULFILLED' ? evidence(order) : null),
  told: (order) => evidence(order),
  causes: ({ fulfillments }) => {
    const fulfillers = [...new Set(fulfillments.map((f) => f.by))];
    return fulfillers.map((by) => ({
      key: `order_already_fulfilled:${by ?? 'by hand'}`,
      subject: { kind: 'fulfiller', by },
      entity: null,
      fix: 'dismiss',
      alone: fulfillers.length === 1,
    }));
  },
};
