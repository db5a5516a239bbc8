import type { Order } from '../../../shared/domain/order.ts';

/** A missing postal code is looked for among the other orders, also those of the same page. */
export function zipsFirst(orders: readonly Order[]): readonly Order[] {
  const lacks = (order: Order): number => (order.shippingAddress?.zip ? 0 : 1);
  return orders.toSorted((a, b) => lacks(a) - lacks(b));
}
