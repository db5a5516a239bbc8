import { type Cutoffs, cutoffsAround } from './cutoff.ts';
import type { Millis } from './order.ts';

/** The next cut-off of some stores, UTC ms, and whose it is. */
export interface Deadline {
  readonly at: Millis;
  readonly store: string;
}

/** The first cut-off of any of these stores after `now`, each in its own time zone; null: none of them has any. */
export function nextDeadline(
  stores: readonly { readonly id: string; readonly cutoffs: Cutoffs }[],
  now: Millis,
): Deadline | null {
  const next = stores.flatMap(({ id, cutoffs }): Deadline[] => {
    const around = cutoffsAround(cutoffs, now);
    return around ? [{ at: around.next, store: id }] : [];
  });
  return next.toSorted((a, b) => a.at - b.at)[0] ?? null;
}

/** How much longer (ms) sending takes than is left until the cut-off; 0: it can be made. */
export function lateBy({ at }: Deadline, estimateMs: number, now: Millis): number {
  return Math.max(0, now + estimateMs - at);
}
