import type { PlannedWrite } from '../../../shared/domain/plan.ts';
import { WRITE_TRAITS, type WriteOp } from '../../../shared/domain/write.ts';

/** A request that nothing takes back; an agent’s own step is none. */
function isIrreversible({ op }: WriteOp): boolean {
  const { repeat, reversible } = WRITE_TRAITS[op];
  return !reversible && repeat !== 'manual';
}

/** Whether any of these writes needs the number of orders as a confirmation, whatever the plan calls itself. */
export function confirmationNeeded(writes: readonly Pick<PlannedWrite, 'op'>[]): boolean {
  return writes.some(({ op }) => isIrreversible(op));
}
