import { storeId, type StoreId } from '../../../../shared/domain/ids.ts';
import type { PlannedWrite } from '../../../../shared/domain/plan.ts';
import { WRITE_TRAITS, type WriteOp } from '../../../../shared/domain/write.ts';

/** API points of one mutation request (Shopify, “GraphQL Admin API rate limits”: a mutation costs 10 by default). */
const MUTATION_POINTS = 10;

/** API points a store restores per second on Shopify's standard plan, the lowest; others restore more. */
export const DEFAULT_RESTORE_RATE = 100;

/** API points that sending `op` takes. An order edit is begin, one request per change, and commit. */
export function costOf(op: WriteOp): number {
  const { repeat } = WRITE_TRAITS[op.op];
  if (repeat === 'local' || repeat === 'manual') return 0;
  return MUTATION_POINTS * (op.op === 'order_edit' ? op.changes.length + 2 : 1);
}

/** What sending `writes` takes: API points, and milliseconds with every store sending at its own rate, side by side. */
export function estimate(
  writes: readonly PlannedWrite[],
  restoreRateOf: (store: StoreId) => number,
): { readonly cost: number; readonly estimateMs: number } {
  const costs = new Map<string, number>();
  for (const { store, op } of writes) costs.set(store, (costs.get(store) ?? 0) + costOf(op));
  const times = [...costs].map(([store, cost]) => Math.round((cost / restoreRateOf(storeId(store))) * 1000));
  return { cost: [...costs.values()].reduce((sum, it) => sum + it, 0), estimateMs: Math.max(0, ...times) };
}
