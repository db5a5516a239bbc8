import { legacyId } from '../../../../shared/domain/ids.ts';
import { openItems, type Order } from '../../../../shared/domain/order.ts';
import type { OrderTwin } from '../../triage/context.ts';
import type { ReadableDb } from '../access.ts';
import { type PackedOrder, unpackOrder } from './order-body.ts';
import type { StoreNo } from './store-numbers.ts';
import { zipKeys } from './zip-keys.ts';

/**
 * The order that another one repeats (TriageContext.earlierTwin): of the same customer in the same town, placed at most
 * `withinMinutes` before. Reads by the customers' index; null minutes: the rule is off and nothing is read.
 */
export function createEarlierTwin(
  db: ReadableDb,
  store: StoreNo,
  withinMinutes: number | null,
): (order: Order) => OrderTwin | null {
  if (withinMinutes === null) return () => null;
  const candidates = db.prepare<
    [store: number, customer: number, from: number, to: number, self: number, value: number],
    PackedOrder
  >(
    `SELECT head, body FROM orders WHERE store = ? AND customer_key = ? AND zip IS NOT NULL AND created_at BETWEEN ? AND ?
       AND legacy_id < ? AND value_minor = ? ORDER BY created_at DESC LIMIT 10`,
  );
  return (order) => {
    const { customer } = zipKeys(order);
    if (customer === null) return null;
    const earliest = order.createdAt - withinMinutes * 60_000;
    const self = Number(legacyId(order.gid));
    const twin = candidates
      .all(store, customer, earliest, order.createdAt, self, order.total.amountMinor)
      .map(unpackOrder)
      .find((other) => other.cancelledAt === null && sameGoods(order, other));
    return twin ? { name: twin.name, createdAt: twin.createdAt } : null;
  };
}

/** Same goods to the same street for the same money. */
function sameGoods(a: Order, b: Order): boolean {
  return (
    a.total.currency === b.total.currency &&
    a.shippingAddress?.address1 === b.shippingAddress?.address1 &&
    goodsOf(a) === goodsOf(b)
  );
}

function goodsOf(order: Order): string {
  const goods = openItems(order).map(({ variant, title, currentQuantity }) => [
    variant ?? title,
    currentQuantity,
  ]);
  return JSON.stringify(goods.map((one) => JSON.stringify(one)).toSorted());
}
