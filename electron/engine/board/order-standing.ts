import type { OrderStanding } from '../../../shared/contract/rows.ts';
import type { ReadableDb } from '../db/open.ts';

/** How many of these orders are in which state with which primary error, most first; orders not there are left out. */
export function orderStanding(db: ReadableDb, ids: readonly number[]): OrderStanding[] {
  return db
    .prepare<[string], OrderStanding>(
      `SELECT state, error_type AS errorType, count(*) AS orders FROM orders
       WHERE id IN (SELECT value FROM json_each(?)) GROUP BY state, error_type ORDER BY orders DESC, state, error_type`,
    )
    .all(JSON.stringify(ids));
}
