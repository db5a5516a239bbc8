import type { ErrorType } from '../../../../shared/domain/error-type.ts';
import type { Millis } from '../../../../shared/domain/order.ts';
import type { ReadableDb, WritableDb } from '../access.ts';
import { transaction } from '../transaction.ts';
import type { StoreNo } from './store-numbers.ts';

/** Changes within one of these are one: the last counts. */
export const SLOT_MS = 15 * 60_000;
/** How far back the history goes. */
export const HISTORY_MS = 7 * 24 * 3_600_000;
/** Stands for a store in which nothing was stuck when it was first counted. */
const NOTHING: ErrorType = 'unknown';

/** From `at` on, UTC ms, so many orders of the type were stuck, until the next one. */
export interface StuckCount {
  readonly store: StoreNo;
  readonly errorType: ErrorType;
  readonly at: Millis;
  readonly orders: number;
}

/**
 * Keeps how many orders of each type are stuck in a store, where that is other than it was; a store that rests writes
 * nothing. To be called when the store was read to its end: in the middle of a load the counts only grow.
 * @returns whether a line drawn of it got another point
 */
export function noteStuck(db: WritableDb, store: StoreNo, now: Millis): boolean {
  const at = now - (now % SLOT_MS);
  const was = new Map(latest(db, store).map((count) => [count.errorType, count]));
  const is = new Map(
    db
      .prepare<[number], { errorType: ErrorType; orders: number }>(
        `SELECT error_type AS errorType, sum(orders) AS orders FROM order_counts
         WHERE store = ? AND state = 'stuck' GROUP BY error_type HAVING sum(orders) > 0`,
      )
      .all(store)
      .map(({ errorType, orders }) => [errorType, orders]),
  );
  const types = was.size === 0 && is.size === 0 ? [NOTHING] : new Set([...was.keys(), ...is.keys()]);
  const changed = [...types].filter((type) => (is.get(type) ?? 0) !== was.get(type)?.orders);
  if (changed.length === 0) return false;
  const upsert = db.prepare(
    'INSERT OR REPLACE INTO stuck_history (store, error_type, at, orders) VALUES (?, ?, ?, ?)',
  );
  // What was true when the history begins stays: the last count before it.
  const forget = db.prepare(`
    DELETE FROM stuck_history WHERE store = @store AND error_type = @type AND at < (
      SELECT max(at) FROM stuck_history WHERE store = @store AND error_type = @type AND at <= @from)`);
  transaction(db, () => {
    for (const type of changed) {
      upsert.run(store, type, at, is.get(type) ?? 0);
      forget.run({ store, type, from: now - HISTORY_MS });
    }
  });
  return changed.some((type) => was.get(type)?.at !== at);
}

const latest = (db: ReadableDb, store: StoreNo): readonly Omit<StuckCount, 'store'>[] =>
  db
    .prepare<[number], Omit<StuckCount, 'store'>>(
      // SQLite takes a bare column from the row that has the maximum.
      `SELECT error_type AS errorType, orders, max(at) AS at FROM stuck_history WHERE store = ? GROUP BY error_type`,
    )
    .all(store);

/** Of one store or of all, each type's counts by time. */
export function stuckHistory(db: ReadableDb, store: StoreNo | null): readonly StuckCount[] {
  return db
    .prepare<[number | null, number | null], StuckCount>(
      `SELECT store, error_type AS errorType, at, orders FROM stuck_history WHERE (? IS NULL OR store = ?)
       ORDER BY store, error_type, at`,
    )
    .all(store, store);
}
