import type { Agreement, Order } from './order.ts';

export type FulfillmentDisplay = 'FULFILLED' | 'PARTIALLY_FULFILLED' | 'UNFULFILLED';

/** What Shopify derives from the fulfilments: units shipped against units that can still be. */
export function fulfillmentStatusOf(order: Order): FulfillmentDisplay {
  let shipped = 0;
  let open = 0;
  for (const item of order.items) {
    shipped += item.fulfilledQuantity;
    open += unfulfilledQuantityOf(item);
  }
  if (shipped > 0) return open > 0 ? 'PARTIALLY_FULFILLED' : 'FULFILLED';
  return 'UNFULFILLED';
}

/** Units of an item that wait for a fulfilment. */
export function unfulfilledQuantityOf(item: Order['items'][number]): number {
  return Math.max(
    0,
    item.currentQuantity - Math.max(item.nonFulfillableQuantity, 0) - item.fulfilledQuantity,
  );
}

/** Goods at their current quantities plus shipping, in minor units. */
export function currentTotalOf(order: Order): number {
  return totalOf(order, 'currentQuantity');
}

/** Goods as ordered plus shipping, in minor units. */
export function originalTotalOf(order: Order): number {
  return totalOf(order, 'quantity');
}

/** What the customer still owes, in minor units; nothing on a cancelled or voided order. */
export function outstandingOf(order: Order): number {
  if (order.cancelledAt !== null || order.financialStatus === 'VOIDED') return 0;
  if (order.financialStatus === 'REFUNDED' || order.financialStatus === 'PARTIALLY_REFUNDED') return 0;
  return Math.max(0, currentTotalOf(order) - order.paid);
}

/** True when an item shipped or a shipping method was sold. */
export function requiresShippingOf(order: Order): boolean {
  return order.items.some((item) => item.requiresShipping && item.currentQuantity > 0);
}

/** Why Shopify refuses to edit the order; empty when it can be edited. */
export function editingObstaclesOf(order: Order): string[] {
  const obstacles: string[] = [];
  if (order.cancelledAt !== null) obstacles.push('Cancelled orders cannot be edited');
  if (order.financialStatus === 'REFUNDED') obstacles.push('Fully refunded orders cannot be edited');
  return obstacles;
}

/** Marking as paid is offered while money is missing and the order stands. */
export function canMarkAsPaid(order: Order): boolean {
  return (
    order.cancelledAt === null &&
    ['PENDING', 'AUTHORIZED', 'PARTIALLY_PAID', 'EXPIRED'].includes(order.financialStatus) &&
    outstandingOf(order) > 0
  );
}

function totalOf(order: Order, quantity: 'quantity' | 'currentQuantity'): number {
  let total = 0;
  for (const item of order.items) total += item.unitPrice * item[quantity];
  for (const line of order.shippingLines) total += line.price;
  return total;
}

/** The agreement that placing an order makes, over all its items as they were ordered; `happenedAt`: UTC ms. */
export function placement({ items }: Order, id: number, happenedAt: number): Agreement {
  return {
    id,
    happenedAt,
    reason: 'ORDER',
    sales: items.map((item) => ({
      lineId: item.id,
      quantity: item.quantity,
      amount: item.unitPrice * item.quantity,
    })),
  };
}
