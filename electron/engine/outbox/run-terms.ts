import type { RunId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { Journal } from './journal.ts';
import type { StagedRun } from './stage-plan.ts';

/** When and how a run is let go. Times are UTC ms. */
export interface RunTerms {
  /** Not before this. */
  readonly startsAt?: Millis | undefined;
  /** The cut-off that it is to be done before: it goes ahead of runs that have none, or a later one. */
  readonly dueBy?: Millis | undefined;
  /** Tried on so many orders first; `stopAbove`: share of a stage's orders that may fail, 0 to 1. */
  readonly stages?: { readonly sizes: readonly number[]; readonly stopAbove: number } | undefined;
}

/** Keeps a new run's terms, in the transaction that commits it. */
export function beginControl(
  journal: Journal,
  run: RunId,
  { startsAt = null, dueBy = null, stages }: { [K in keyof RunTerms]: RunTerms[K] | null },
  staged: StagedRun | null,
): void {
  const [first] = staged?.stages ?? [];
  journal.control.put(run, {
    priority: 0,
    pausedAt: null,
    startsAt,
    dueBy,
    staging:
      stages && first
        ? {
            stage: 0,
            openSeq: first.lastSeq,
            stopAbove: stages.stopAbove,
            stoppedAt: null,
            acceptedStage: null,
          }
        : null,
  });
  staged?.stages.forEach((stage, at) => journal.control.addStage(run, { ...stage, stage: at }));
  for (const [order, stage] of staged?.stageOf ?? []) {
    const space = order.indexOf(' ');
    journal.staged.add(run, order.slice(0, space), order.slice(space + 1), stage);
  }
}
