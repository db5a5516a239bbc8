import type { WriteRow } from '../../../shared/contract/rows.ts';
import type { StepAction } from '../../../shared/domain/playbook.ts';
import type { WriteState } from '../../../shared/domain/write.ts';

/** waiting: its fix is in the outbox · done: its fix was sent. */
export type StepStanding = 'waiting' | 'done';

/** Ended without an effect. */
const VOID: readonly WriteState[] = ['rejected', 'cancelled'];

/**
 * How far a step of an order's playbook is, by the newest run of its fix; null: it was not begun, or came to nothing.
 * Only what the outbox knows is told: what an agent does elsewhere is not guessed.
 * @param writes of the order, newest first
 */
export function stepStanding(
  action: StepAction | undefined,
  writes: readonly Pick<WriteRow, 'fix' | 'run' | 'state'>[],
): StepStanding | null {
  if (action?.do !== 'fix') return null;
  const run = writes.find(({ fix }) => fix === action.fix)?.run;
  const states = writes.filter((write) => write.run === run).map(({ state }) => state);
  if (states.length === 0 || states.some((state) => VOID.includes(state))) return null;
  return states.every((state) => state === 'applied') ? 'done' : 'waiting';
}
