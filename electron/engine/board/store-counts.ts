import type { StoreId } from '../../../shared/domain/ids.ts';
import { storesByNo } from '../db/cache/store-numbers.ts';
import { type UnreadCount, unreadCounts } from '../db/cache/unread-orders.ts';
import type { ReadableDb } from '../db/open.ts';

export interface StoreCounts {
  /** Orders in the cache. */
  readonly orders: number;
  readonly stuck: number;
  /** Orders that the store has and that could not be read; null: none. */
  readonly unread: UnreadCount | null;
}

/** How many orders each store has here, from the counts. */
export function storeCounts(db: ReadableDb): ReadonlyMap<StoreId, StoreCounts> {
  const rows = db
    .prepare<[], { store: number; orders: number; stuck: number }>(
      `SELECT store, sum(orders) AS orders, sum(CASE state WHEN 'stuck' THEN orders ELSE 0 END) AS stuck
       FROM order_counts GROUP BY store`,
    )
    .all();
  const byStore = new Map(rows.map((row) => [row.store, row]));
  const unread = unreadCounts(db);
  return new Map(
    [...storesByNo(db)].map(([no, id]) => {
      const { orders = 0, stuck = 0 } = byStore.get(no) ?? {};
      return [id, { orders, stuck, unread: unread.get(id) ?? null }];
    }),
  );
}
