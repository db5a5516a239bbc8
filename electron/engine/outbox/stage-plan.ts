import type { PlannedOrder, PlannedWrite } from '../../../shared/domain/plan.ts';
import { entityOf } from '../../../shared/domain/write.ts';

/** A run cut into stages: the first few orders, some more, the rest. */
export interface StagedRun {
  /** In an order in which every stage follows the one before. */
  readonly writes: readonly PlannedWrite[];
  /** The place of the last write of each stage, and how many orders end in it. */
  readonly stages: readonly { readonly lastSeq: number; readonly orders: number }[];
  /** The stage of each order, by `<store> <gid>`. */
  readonly stageOf: ReadonlyMap<string, number>;
}

type StagedOrder = Pick<PlannedOrder, 'store' | 'gid'>;

/**
 * Cuts a run into stages by its orders: `sizes` orders in the first ones, all others in a last one. A write goes with the
 * first of the orders that need it, and so does what it waits for and what comes before it on its entity; so no stage
 * waits for a later one, and writes to one entity stay in their order. Stages without orders are left out.
 * @param sizes orders per stage, each at least 1, such as `[1, 10]`
 */
export function stagePlan(
  orders: readonly StagedOrder[],
  writes: readonly PlannedWrite[],
  sizes: readonly number[],
): StagedRun {
  const stageOf = new Map<string, number>();
  let stage = 0;
  let left = sizes[0] ?? Number.POSITIVE_INFINITY;
  const counts: number[] = [];
  for (const { store, gid } of orders) {
    if (left === 0) {
      stage += 1;
      left = sizes[stage] ?? Number.POSITIVE_INFINITY;
    }
    left -= 1;
    stageOf.set(`${store} ${gid}`, stage);
    counts[stage] = (counts[stage] ?? 0) + 1;
  }

  // Backwards: what a later write needs is as early as that write.
  const needed = new Map<string, number>();
  const onEntity = new Map<string, number>();
  const stages = writes.map(() => 0);
  for (let at = writes.length - 1; at >= 0; at -= 1) {
    const write = writes[at];
    if (!write) continue;
    const entity = `${write.store} ${entityOf(write.op)}`;
    const its = Math.min(
      ...write.orders.map((gid) => stageOf.get(`${write.store} ${gid}`) ?? 0),
      needed.get(write.key) ?? Number.POSITIVE_INFINITY,
      onEntity.get(entity) ?? Number.POSITIVE_INFINITY,
    );
    stages[at] = its;
    onEntity.set(entity, its);
    for (const key of write.dependsOn)
      needed.set(key, Math.min(its, needed.get(key) ?? Number.POSITIVE_INFINITY));
  }

  const sorted = writes
    .map((write, at) => ({ write, stage: stages[at] ?? 0 }))
    .toSorted((a, b) => a.stage - b.stage);
  return {
    writes: sorted.map(({ write }) => write),
    stages: counts.map((n, at) => ({
      orders: n,
      lastSeq: sorted.findLastIndex((each) => each.stage <= at),
    })),
    stageOf,
  };
}
