import type { RunId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { UNSTUCK } from './audit-repo.ts';
import type { Journal } from './journal.ts';
import { type OrderOutcome, orderOutcome } from './order-outcome.ts';
import { stageVerdict } from './stage-verdict.ts';
import type { WriteRecord } from './write-record.ts';

const tally = (outcome: OrderOutcome, by: 1 | -1) => ({
  done: outcome === 'done' ? by : 0,
  failed: outcome === 'failed' ? by : 0,
  void: outcome === 'void' ? by : 0,
});

/**
 * A write of a run moved: counts its orders anew where the run is staged, and lets the next stage go, or stops, if that
 * decides it. To be called in the transaction that moved the write, so that no stage is ever let go on a belief.
 */
export function countInStage(journal: Journal, write: WriteRecord, now: Millis): void {
  const { run, store } = write;
  if (journal.control.get(run).staging === null) return;
  for (const gid of journal.writes.orders(write.id)) {
    const order = journal.staged.get(run, store, gid);
    if (!order) continue;
    const outcome = orderOutcome(journal.staged.writes(run, store, gid));
    if (outcome === order.outcome) continue;
    journal.staged.setOutcome(run, store, gid, outcome);
    journal.control.count(run, order.stage, tally(order.outcome, -1));
    journal.control.count(run, order.stage, tally(outcome, 1));
  }
  settleStage(journal, run, now);
}

/** Opens as many stages of a run as have ended before, and stops it where too many of an open one's orders failed. */
export function settleStage(journal: Journal, run: RunId, now: Millis): void {
  const stages = journal.control.stages(run);
  for (;;) {
    const control = journal.control.get(run);
    const { staging } = control;
    const open = staging && stages.find(({ stage }) => stage === staging.stage);
    if (!staging || !open || staging.stoppedAt !== null) return;
    const isAccepted = (staging.acceptedStage ?? -1) >= staging.stage;
    const verdict = stageVerdict(open, isAccepted ? 1 : staging.stopAbove);
    if (verdict === 'open') return;
    const detail = `stage ${open.stage + 1} of ${stages.length}: ${open.done} done, ${open.failed} failed of ${open.orders} orders`;
    if (verdict === 'stop') {
      journal.control.put(run, { ...control, staging: { ...staging, stoppedAt: now } });
      note(journal, run, now, 'run_stopped', detail);
      return;
    }
    const next = stages.find(({ stage }) => stage === staging.stage + 1);
    if (!next) return;
    journal.control.put(run, {
      ...control,
      staging: { ...staging, stage: next.stage, openSeq: next.lastSeq },
    });
    note(journal, run, now, 'run_stage_opened', detail);
  }
}

function note(journal: Journal, run: RunId, at: Millis, what: string, detail: string): void {
  journal.audit.append({ at, who: UNSTUCK, what, run, write: null, store: null, detail });
  journal.change((notes) => notes.released(run));
}
