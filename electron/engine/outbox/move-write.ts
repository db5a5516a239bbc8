import type { WriteId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { PlainReason, WriteReason } from '../../../shared/domain/write-reason.ts';
import { WRITE_TRAITS, type WriteState } from '../../../shared/domain/write.ts';
import { UNSTUCK } from './audit-repo.ts';
import { tracesOf } from './audit-traces.ts';
import { beginChecks } from './begin-check.ts';
import type { Journal } from './journal.ts';
import { writeHold } from './run-hold.ts';
import { countInStage } from './settle-stage.ts';
import { transition, type WriteEvent } from './transitions.ts';
import type { WriteRecord } from './write-record.ts';
import type { WritePatch } from './writes-repo.ts';

export { UNSTUCK } from './audit-repo.ts';

export interface MoveDetail {
  readonly now: Millis;
  /** The agent, or `UNSTUCK`. */
  readonly who: string;
  /** Why it is where it goes; must be given where it ends without effect. */
  readonly reason?: WriteReason | null;
  readonly patch?: Omit<WritePatch, 'state' | 'reason' | 'sentAt' | 'appliedAt' | 'inOverlay'>;
}

/**
 * Lets `event` happen to a write: looks its state up now, follows the one table of transitions, writes the audit line,
 * and ends what depends on a write that ends without effect. Everything in one transaction.
 * @returns the write as it is afterwards; null: the event cannot happen in its state (somebody was faster), nothing moved
 */
export function moveWrite(
  journal: Journal,
  id: WriteId,
  event: WriteEvent,
  detail: MoveDetail,
): WriteRecord | null {
  return journal.change((note) => {
    const before = journal.writes.get(id);
    const state = before && transition(before.state, event);
    if (!before || !state) return null;
    if (event === 'send' && isHeld(journal, before, detail.now)) return null;
    const { now, who, reason = null, patch = {} } = detail;
    const change = { ...consequences(before, state, now), reason, ...patch, state };
    const after = journal.writes.change(before, change, now);
    note.moved({ write: after, orders: journal.writes.orders(id) });
    journal.audit.append({
      at: now,
      who,
      what: `write_${state}`,
      run: before.run,
      write: id,
      store: before.store,
      reason,
      ...tracesOf(event, before, after),
    });
    if (state !== 'sending' && state !== 'retry_wait') journal.tries.clear(id);
    if (state !== 'sending') countInStage(journal, after, now);
    if (state === 'applied') beginChecks(journal, after, now);
    if (state === 'rejected' || state === 'cancelled') endDependents(journal, after, now);
    return after;
  });
}

/** Paused, put off or stopped since it was looked at: then it must not leave any more. */
function isHeld(journal: Journal, { run, seq }: WriteRecord, now: Millis): boolean {
  return writeHold(journal.control.get(run), seq, now) !== null;
}

/** What a new state means for the columns that go with it. */
function consequences(before: WriteRecord, state: WriteState, now: Millis): WritePatch {
  const settled: WritePatch = { nextAttemptAt: null, conflict: null, rebased: null };
  switch (state) {
    case 'sending':
      return { ...settled, attempts: before.attempts + 1, sentAt: now };
    case 'applied':
      return { ...settled, appliedAt: now, inOverlay: before.inOverlay && isRemote(before) };
    case 'rejected':
    case 'cancelled':
      return { ...settled, inOverlay: false };
    case 'queued':
      // Taken up again, it is predicted again.
      return before.state === 'rejected' || before.state === 'cancelled'
        ? { ...settled, inOverlay: true }
        : settled;
    case 'retry_wait':
    case 'unknown':
    case 'conflict':
    case 'blocked_auth':
      return settled;
    default:
      return state satisfies never;
  }
}

/** Local effects are in the journal at once, and the agent's own steps project nothing: neither stays in the overlay. */
function isRemote({ op }: WriteRecord): boolean {
  const { repeat } = WRITE_TRAITS[op.op];
  return repeat !== 'local' && repeat !== 'manual';
}

function endDependents(journal: Journal, ended: WriteRecord, now: Millis): void {
  const reason = lossOf(ended);
  for (const dependent of journal.writes.dependents(ended.id)) {
    moveWrite(journal, dependent, 'lose_dependency', { now, who: UNSTUCK, reason });
  }
}

/** What a write says that depends on `ended`; where that lost its own dependency, the first of the chain is to blame. */
function lossOf({ id, op, state, reason }: WriteRecord): WriteReason {
  if (reason?.code === 'lost_dependency') return reason;
  const ended = state === 'rejected' ? 'rejected' : 'cancelled';
  return { code: 'lost_dependency', op, write: id, ended, because: reason && plainReason(reason) };
}

/** A reason without what it is nested in: reasons do not nest twice. */
export function plainReason(reason: WriteReason): PlainReason | null {
  if (reason.code === 'lost_dependency') return reason.because;
  return reason.code === 'in_vain' ? reason.last : reason;
}
