import type { Millis } from '../../../shared/domain/order.ts';
import { WRITE_TRAITS, type WriteOpName } from '../../../shared/domain/write.ts';
import { nextLook } from './check-outcome.ts';
import type { Journal } from './journal.ts';
import { orderOutcome } from './order-outcome.ts';
import type { WriteRecord } from './write-record.ts';

/** They ask the buyer: the order stays stuck until somebody pays, and that is no failure of theirs. */
const ASKS: ReadonlySet<WriteOpName> = new Set(['payment_reminder_send', 'order_invoice_send']);

/**
 * A write took effect: from now on those of its orders are watched of which it was the last. To be called in the
 * transaction that moved it, so that no fixed order goes unwatched. Not where a run only undoes another, asks the buyer,
 * or sets orders aside.
 */
export function beginChecks(journal: Journal, write: WriteRecord, now: Millis): void {
  const { run, store } = write;
  if (journal.runs.isUndo(run)) return;
  for (const gid of journal.writes.orders(write.id)) {
    const writes = journal.staged.writes(run, store, gid);
    if (!writes.some(({ op, state }) => state === 'applied' && isFix(op))) continue;
    if (orderOutcome(writes) !== 'done') continue;
    journal.checks.begin({
      run,
      store,
      gid,
      was: journal.runs.errorBefore(run, store, gid),
      since: now,
      nextLookAt: nextLook(now, 0, now),
    });
  }
}

function isFix(op: WriteOpName): boolean {
  const { repeat } = WRITE_TRAITS[op];
  return repeat !== 'local' && repeat !== 'manual' && !ASKS.has(op);
}
