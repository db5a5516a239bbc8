import { legacyId } from '../../../../shared/domain/ids.ts';
import { unsettled, type OrderState } from '../../../../shared/domain/error-type.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { WritableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';

/** An order as it was until now. */
interface Linked {
  readonly order: Order;
  readonly state: OrderState;
}

/** Keeps which unsettled orders have which variants and products, so that a change to one finds its orders. */
export interface OrderLinks {
  /** `before`: null for a new order; `after`: null for one that goes. */
  move(store: StoreNo, id: number, before: Linked | null, after: Order | null, state: OrderState): void;
}

export function createOrderLinks(db: WritableDb): OrderLinks {
  type Bind = [store: number, item: number, order: number];
  const statements = (table: 'order_variants' | 'order_products', column: 'variant' | 'product') => ({
    add: db.prepare<Bind>(`INSERT OR IGNORE INTO ${table} (store, ${column}, order_id) VALUES (?, ?, ?)`),
    drop: db.prepare<Bind>(`DELETE FROM ${table} WHERE store = ? AND ${column} = ? AND order_id = ?`),
  });
  const variants = statements('order_variants', 'variant');
  const products = statements('order_products', 'product');
  const sync = (
    on: typeof variants,
    store: StoreNo,
    id: number,
    before: Set<number>,
    after: Set<number>,
  ): void => {
    for (const item of before) if (!after.has(item)) on.drop.run(store, item, id);
    for (const item of after) if (!before.has(item)) on.add.run(store, item, id);
  };
  return {
    move(store, id, before, after, state) {
      const old = before && unsettled(before.state) ? before.order : null;
      const now = unsettled(state) ? after : null;
      if (old === now) return;
      sync(variants, store, id, numbersOf(old, 'variant'), numbersOf(now, 'variant'));
      sync(products, store, id, numbersOf(old, 'product'), numbersOf(now, 'product'));
    },
  };
}

function numbersOf(order: Order | null, what: 'variant' | 'product'): Set<number> {
  return new Set(
    order?.lineItems.flatMap((item) => (item[what] === null ? [] : Number(legacyId(item[what])))),
  );
}
