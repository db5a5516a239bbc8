import type { RunId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { failed } from '../../../shared/failed.ts';
import { cancelWrites, type DecisionPorts, retryWrites } from './decisions.ts';
import type { Journal } from './journal.ts';
import type { RunControl } from './run-control-repo.ts';
import type { RunTerms } from './run-terms.ts';
import { settleStage } from './settle-stage.ts';

/** What an agent decides about a whole run. Each is one transaction, in the audit trail, and survives a restart. */
export interface RunDecisions {
  /** Nothing more of it is sent; what is on its way comes to its end. */
  pause(run: RunId): void;
  /** Goes on; also a staged run that stopped: the failures of its stage are accepted. */
  resume(run: RunId): void;
  /** Ahead of all others that wait; writes to one entity keep their order all the same. */
  first(run: RunId): void;
  /** Back into its turn. */
  inTurn(run: RunId): void;
  /** When it is let go; `{}`: at once, in its turn. */
  schedule(run: RunId, terms: Pick<RunTerms, 'startsAt' | 'dueBy'>): void;
  /** What of it was not sent yet. @returns how many writes that moved */
  cancel(run: RunId): number;
  /** What of it waits or was given up. @returns how many writes that moved */
  retry(run: RunId): number;
}

/** @throws UnstuckError `not_found` from each, for a run that is not there */
export function createRunDecisions(ports: () => DecisionPorts): RunDecisions {
  const change = (run: RunId, what: string, detail: string | null, to: (now: RunControl) => RunControl) => {
    const { journal, agent, now } = ports();
    known(journal, run);
    journal.change((note) => {
      const control = journal.control.get(run);
      journal.control.put(run, to(control));
      journal.audit.append({ at: now, who: agent, what, run, write: null, store: null, detail });
      note.released(run);
    });
  };
  const goOn = (control: RunControl): RunControl => {
    const { staging } = control;
    if (staging === null || staging.stoppedAt === null) return { ...control, pausedAt: null };
    return {
      ...control,
      pausedAt: null,
      staging: { ...staging, stoppedAt: null, acceptedStage: staging.stage },
    };
  };
  const ofRun = (run: RunId): ReturnType<Journal['writes']['ofRun']> => {
    const { journal } = ports();
    known(journal, run);
    return journal.writes.ofRun(run);
  };

  return {
    pause: (run) =>
      change(run, 'run_paused', null, (control) => ({
        ...control,
        pausedAt: control.pausedAt ?? ports().now,
      })),
    resume: (run) => {
      const { journal, now } = ports();
      journal.change(() => {
        change(run, 'run_resumed', null, goOn);
        settleStage(journal, run, now);
      });
    },
    first: (run) => {
      const { journal } = ports();
      const priority = journal.control.highestPriority() + 1;
      change(run, 'run_put_first', null, (control) => ({ ...control, priority }));
    },
    inTurn: (run) => change(run, 'run_put_in_turn', null, (control) => ({ ...control, priority: 0 })),
    schedule: (run, { startsAt = null, dueBy = null }: Terms) =>
      change(run, 'run_scheduled', scheduleInEnglish(startsAt, dueBy), (control) => ({
        ...control,
        startsAt,
        dueBy,
      })),
    cancel: (run) =>
      cancelWrites(
        ports(),
        ofRun(run).flatMap(({ id, state }) => (state === 'unknown' ? [] : id)),
      ),
    retry: (run) =>
      // An unknown one is not sent again with the others: that is a decision for itself (invariant 3).
      retryWrites(
        ports(),
        ofRun(run).flatMap(({ id, state }) => (state === 'unknown' || state === 'conflict' ? [] : id)),
      ),
  };
}

type Terms = { readonly startsAt?: Millis | null | undefined; readonly dueBy?: Millis | null | undefined };

function scheduleInEnglish(startsAt: Millis | null, dueBy: Millis | null): string {
  if (startsAt !== null) return `starts ${new Date(startsAt).toISOString()}`;
  return dueBy === null ? 'at once' : `before the cut-off ${new Date(dueBy).toISOString()}`;
}

function known(journal: Journal, run: RunId): void {
  if (!journal.runs.get(run)) throw failed('not_found', { code: 'no_run', run });
}
