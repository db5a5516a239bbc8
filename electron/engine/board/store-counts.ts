import type { StoreId } from '../../../shared/domain/ids.ts';
import { storesByNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';

export interface StoreCounts {
  /** Orders in the cache. */
  readonly orders: number;
  readonly stuck: number;
}

/** How many orders each store has here, from the counts. */
export function storeCounts(db: ReadableDb): ReadonlyMap<StoreId, StoreCounts> {
  const rows = db
    .prepare<[], StoreCounts & { store: number }>(
      `SELECT store, sum(orders) AS orders, sum(CASE state WHEN 'stuck' THEN orders ELSE 0 END) AS stuck
       FROM order_counts GROUP BY store`,
    )
    .all();
  const names = storesByNo(db);
  return new Map(
    rows.flatMap(({ store, orders, stuck }) => {
      const id = names.get(store);
      return id ? [[id, { orders, stuck }] as const] : [];
    }),
  );
}
