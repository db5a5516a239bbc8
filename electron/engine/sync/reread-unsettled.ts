import { rereadOrDrop } from './reread-or-drop.ts';
import { stuckAfter } from './orders-to-judge.ts';
import type { StoreRun } from './store-run.ts';

/** Few enough to cost a small part of any plan's budget each minute. */
const EACH_TIME = 25;

/**
 * Reads some stuck orders again by id, in turn, so that each comes round: some changes leave an order's updatedAt as it
 * is (its fulfilment orders move, it is deleted), and no pull by time of update would ever show them.
 */
export async function rereadUnsettled(run: StoreRun): Promise<void> {
  const { cache, no, turn } = run;
  const after = stuckAfter(cache, no, turn.last, EACH_TIME);
  const ids = after.length > 0 ? after : stuckAfter(cache, no, 0, EACH_TIME);
  turn.last = ids.length < EACH_TIME ? 0 : (ids.at(-1) ?? 0);
  if (ids.length > 0) await rereadOrDrop(run, ids);
}
