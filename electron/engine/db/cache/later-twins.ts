import type { ReadableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';

/**
 * Orders that may repeat one of the given ones (`createEarlierTwin`, seen from the first order): of the same customer in
 * the same town, placed at most `withinMinutes` after. null minutes: the rule is off and nothing is read.
 * @returns for numbers of orders (legacy ids) the local ids of those behind them, as the cache is when it is asked
 */
export function createLaterTwins(
  db: ReadableDb,
  store: StoreNo,
  withinMinutes: number | null,
): (legacyIds: Iterable<number>) => ReadonlySet<number> {
  if (withinMinutes === null) return () => new Set();
  const behind = db
    .prepare<[withinMs: number, store: number, legacyId: number], number>(
      `SELECT later.id FROM orders AS first JOIN orders AS later
         ON later.store = first.store AND later.customer_key = first.customer_key AND later.zip IS NOT NULL
           AND later.created_at BETWEEN first.created_at AND first.created_at + ? AND later.legacy_id > first.legacy_id
       WHERE first.store = ? AND first.legacy_id = ? AND first.customer_key IS NOT NULL`,
    )
    .pluck();
  return (legacyIds) => {
    const found = new Set<number>();
    for (const legacyId of legacyIds)
      for (const id of behind.all(withinMinutes * 60_000, store, legacyId)) found.add(id);
    return found;
  };
}
