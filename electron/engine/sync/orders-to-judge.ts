import { legacyId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { StoreNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';

/** All orders of a store. */
export function ordersOfStore(db: ReadableDb, store: StoreNo): readonly number[] {
  return db.prepare<[number], number>('SELECT id FROM orders WHERE store = ?').pluck().all(store);
}

/** Stuck orders of a store by local id, after `last`. */
export function stuckAfter(db: ReadableDb, store: StoreNo, last: number, limit: number): readonly number[] {
  return db
    .prepare<[number, number, number], number>(
      `SELECT id FROM orders WHERE store = ? AND state = 'stuck' AND id > ? ORDER BY id LIMIT ?`,
    )
    .pluck()
    .all(store, last, limit);
}

/** Orders of a store whose verdict the platform's stock may explain: those that wait for it, or for no known reason. */
export function ordersStockExplains(db: ReadableDb, store: StoreNo): ReadonlySet<number> {
  const of = (states: string): readonly number[] =>
    db
      .prepare<[number], number>(
        `SELECT id FROM orders WHERE store = ? AND state ${states} AND error_type IN ('out_of_stock', 'unknown')`,
      )
      .pluck()
      .all(store);
  return new Set([...of("= 'stuck'"), ...of("IN ('snoozed', 'dismissed')")]);
}

/** Whether anything of a store's orders is here. */
export function hasOrders(db: ReadableDb, store: StoreNo): boolean {
  return db.prepare<[number], 1>('SELECT 1 FROM orders WHERE store = ? LIMIT 1').get(store) !== undefined;
}

/** Orders of a store that queued writes touched at their last verdict. */
export function overlaidOrders(db: ReadableDb, store: StoreNo): readonly number[] {
  return db
    .prepare<[number], number>('SELECT id FROM orders WHERE store = ? AND overlaid = 1')
    .pluck()
    .all(store);
}

/**
 * The orders among `entities`, and the unsettled ones that have one of the variants or products: what a variant says
 * changes nothing for an order that the platform has.
 */
export function ordersWithEntities(
  db: ReadableDb,
  store: StoreNo,
  entities: Iterable<string>,
): readonly number[] {
  type Bind = [store: number, id: number];
  const statements = {
    Order: db.prepare<Bind, number>('SELECT id FROM orders WHERE store = ? AND legacy_id = ?').pluck(),
    ProductVariant: db.prepare<Bind, number>(having('order_variants', 'variant')).pluck(),
    Product: db.prepare<Bind, number>(having('order_products', 'product')).pluck(),
  };
  const ids = new Set<number>();
  for (const entity of entities) {
    const kind = /^gid:\/\/shopify\/(Order|ProductVariant|Product)\//.exec(entity)?.[1];
    if (kind !== 'Order' && kind !== 'ProductVariant' && kind !== 'Product') continue;
    for (const id of statements[kind].all(store, Number(legacyId(entity)))) ids.add(id);
  }
  return [...ids];
}

/** Orders for which the passing of time alone may have changed something by `now`, by store. */
export function dueOrders(db: ReadableDb, now: Millis): ReadonlyMap<StoreNo, readonly number[]> {
  const rows = db
    .prepare<[number], { id: number; store: number }>(
      'SELECT id, store FROM orders WHERE due_at <= ? ORDER BY due_at',
    )
    .all(now);
  const groups = Map.groupBy(rows, (row) => row.store);
  return new Map([...groups].map(([store, group]) => [store, group.map((row) => row.id)]));
}

function having(table: 'order_variants' | 'order_products', column: 'variant' | 'product'): string {
  return `SELECT order_id FROM ${table} WHERE store = ? AND ${column} = ?`;
}
