import type { BulkProgress } from '../../../shared/contract/rows.ts';

/** Before that many lines a pace says nothing. */
const LEAST = 10;

/** How fast a store carries a bulk operation out, lines per second, and how long the rest takes; null: too early to tell. */
export function bulkPace(
  { done, lines, since }: Pick<BulkProgress, 'done' | 'lines' | 'since'>,
  now: number,
): { readonly perSecond: number; readonly leftMs: number } | null {
  const taken = since === null ? 0 : now - since;
  if (done < LEAST || taken <= 0) return null;
  const perSecond = (done / taken) * 1000;
  return { perSecond, leftMs: (Math.max(0, lines - done) / perSecond) * 1000 };
}
