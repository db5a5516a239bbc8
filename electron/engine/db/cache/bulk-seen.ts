import type { WritableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';

/** Remembers that a load that sweeps has met these orders. */
export function noteSeen(db: WritableDb, store: StoreNo, orders: readonly number[]): void {
  const put = db.prepare<[number, number]>('INSERT OR IGNORE INTO bulk_seen (store, order_id) VALUES (?, ?)');
  for (const order of orders) put.run(store, order);
}

/** The orders that the load has met; forgotten with this. */
export function takeSeen(db: WritableDb, store: StoreNo): ReadonlySet<number> {
  const seen = db
    .prepare<[number], number>('SELECT order_id FROM bulk_seen WHERE store = ?')
    .pluck()
    .all(store);
  if (seen.length > 0) db.prepare<[number]>('DELETE FROM bulk_seen WHERE store = ?').run(store);
  return new Set(seen);
}
