import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { DiagnosisSource } from '../../../shared/domain/diagnosis.ts';
import type { ErrorType, OrderState } from '../../../shared/domain/error-type.ts';
import type { CheckOutcome } from '../../../shared/domain/order-check.ts';
import type { Millis } from '../../../shared/domain/order.ts';

/** Where an order stands in the cache. */
export interface Standing {
  readonly state: OrderState;
  readonly errorType: ErrorType | null;
  readonly source: DiagnosisSource | null;
  /** Whether queued writes touch it, or some that took effect and that no read has shown yet. */
  readonly overlaid: boolean;
}

/** Longer than any platform takes: after this a fixed order is no longer watched. */
const WATCHED_MS = 24 * 3_600_000;
const FIRST_LOOK_MS = 60_000;
const LONGEST_LOOK_MS = 3_600_000;

/** When a fixed order is looked at again that nobody has said anything of: at growing distances, a day at most. */
export function nextLook(since: Millis, looks: number, now: Millis): Millis {
  const wait = Math.min(LONGEST_LOOK_MS, FIRST_LOOK_MS * 2 ** Math.min(looks, 10));
  return Math.min(now + wait, since + WATCHED_MS);
}

/**
 * What became of an order whose writes took effect at `since`.
 * @param was what it was stuck for before; null: not known
 * @param standing null: it is not in the cache
 * @param graceMs the time that the platform gets to look at it again
 */
export function checkOutcome(
  { was, since }: { readonly was: ErrorType | null; readonly since: Millis },
  standing: Standing | null,
  { now, graceMs }: { readonly now: Millis; readonly graceMs: number },
): CheckOutcome {
  const unseen: CheckOutcome = now - since >= WATCHED_MS ? 'given_up' : 'waiting';
  // Until a read has shown what was written, the cache tells of the time before.
  if (standing === null || standing.overlaid) return unseen;
  switch (standing.state) {
    case 'synced':
    case 'closed':
    case 'dismissed':
      return 'solved';
    case 'waiting':
    case 'snoozed':
      return unseen;
    case 'stuck':
      if (standing.source === 'platform' && now - since < graceMs) return 'waiting';
      return standing.errorType === was ? 'same_error' : 'other_error';
    default:
      return assertNever(standing.state);
  }
}
