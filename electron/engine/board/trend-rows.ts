import type { BoardTrend } from '../../../shared/contract/rows.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { HISTORY_MS, SLOT_MS, stuckHistory } from '../db/cache/stuck-history.ts';
import { findStoreNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';

/** Points of a line: more would not be told apart on a tile. */
const POINTS = 28;

/**
 * How the number of stuck orders of each type moved, over the last week or since the youngest store was first read:
 * before that a sum over the stores would show a jump that never happened. Null where that is less than two slots ago.
 */
export function trendRows(db: ReadableDb, store: StoreId | undefined, now: Millis): BoardTrend | null {
  const no = store === undefined ? null : (findStoreNo(db, store) ?? 0);
  const counts = stuckHistory(db, no);
  const first = new Map<number, Millis>();
  for (const count of counts) first.set(count.store, Math.min(count.at, first.get(count.store) ?? Infinity));
  const from = Math.max(now - HISTORY_MS, ...first.values());
  if (first.size === 0 || now - from < 2 * SLOT_MS) return null;
  const moments = Array.from({ length: POINTS }, (_, n) => from + ((now - from) * n) / (POINTS - 1));
  const types = [...Map.groupBy(counts, ({ errorType }) => errorType)].map(([errorType, ofType]) => {
    const points = Array.from({ length: POINTS }, () => 0);
    for (const ofStore of Map.groupBy(ofType, (count) => count.store).values()) {
      let next = 0;
      for (const [n, moment] of moments.entries()) {
        while ((ofStore[next]?.at ?? Infinity) <= moment) next += 1;
        points[n] = (points[n] ?? 0) + (ofStore[next - 1]?.orders ?? 0);
      }
    }
    return { errorType, points };
  });
  return { from, to: now, types };
}
