import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import type { WriteOpName, WriteState } from '../../../shared/domain/write.ts';

/** How far a run is with one order; `void`: the agent took all of it back. */
export type OrderOutcome = 'open' | 'done' | 'failed' | 'void';

/** What of an order's write decides. */
export interface WriteOfOrder {
  readonly op: WriteOpName;
  readonly state: WriteState;
  readonly nextAttemptAt: Millis | null;
  readonly reason: WriteReason | null;
}

/** How far a run is with an order, by the order's writes in it. A failure decides whatever else still waits. */
export function orderOutcome(writes: readonly Omit<WriteOfOrder, 'op'>[]): OrderOutcome {
  const ends = writes.map(endOf);
  if (ends.includes('failed')) return 'failed';
  if (ends.includes('open')) return 'open';
  return ends.includes('done') ? 'done' : 'void';
}

function endOf({ state, nextAttemptAt, reason }: Omit<WriteOfOrder, 'op'>): OrderOutcome {
  switch (state) {
    case 'queued':
    case 'sending':
    case 'retry_wait':
    case 'blocked_auth':
      return 'open';
    case 'unknown':
      // Nothing looks again by itself any more: the agent has to say.
      return nextAttemptAt === null ? 'failed' : 'open';
    case 'applied':
      return 'done';
    case 'conflict':
    case 'rejected':
      return 'failed';
    case 'cancelled':
      return reason?.code === 'lost_dependency' ? 'failed' : 'void';
    default:
      return assertNever(state);
  }
}
