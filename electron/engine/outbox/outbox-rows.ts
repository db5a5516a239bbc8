import { z } from 'zod';
import type { HistoryRow, RunOrderRow, RunRow, WriteRow } from '../../../shared/contract/rows.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { RunId, WriteId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import type { WriteState } from '../../../shared/domain/write.ts';
import { failed } from '../../../shared/failed.ts';
import { COMMAND_LINE } from '../../../shared/words/command-line.ts';
import { writeReasonInEnglish } from '../../../shared/words/en-write-reason.ts';
import { writeInEnglish } from '../../../shared/words/en-write.ts';
import type { AuditLine, AuditQuery } from './audit-repo.ts';
import type { Journal } from './journal.ts';
import { isManual } from './local-op.ts';
import { type RunHold, writeHold } from './run-hold.ts';
import type { RunRecord } from './runs-repo.ts';
import type { WriteRecord } from './write-record.ts';
import type { WriteQuery } from './writes-repo.ts';

/** As of the audit trail; 200 lines where nothing says how many. */
export type HistoryQuery = Omit<AuditQuery, 'limit'> & { readonly limit?: number | undefined };

/** What the outbox shows, as the contract's rows. */
export interface OutboxRows {
  /** Newest first; at most `limit`, 1,000 by default. */
  writes(query: WriteQuery): readonly WriteRow[];
  /** Newest first. */
  runs(): readonly RunRow[];
  /** @throws UnstuckError `not_found` */
  run(id: RunId): { readonly run: RunRow; readonly orders: readonly RunOrderRow[] };
  /** Newest first. */
  history(query: HistoryQuery): readonly HistoryRow[];
}

/** The worst first: what an agent should look at before anything else. */
const WORST_FIRST: readonly WriteState[] = [
  'rejected',
  'conflict',
  'unknown',
  'blocked_auth',
  'cancelled',
  'retry_wait',
  'sending',
  'queued',
  'applied',
];

export function createOutboxRows(journal: Journal, now: () => Millis): OutboxRows {
  function writeRows(writes: readonly WriteRecord[]): readonly WriteRow[] {
    const alike = new Map<RunId, ReturnType<Journal['alike']['ofRun']>>();
    for (const { run, state } of writes)
      if (state === 'conflict' && !alike.has(run)) alike.set(run, journal.alike.ofRun(run));
    return writes.map((write) => writeRow(write, alike.get(write.run)?.get(write.id)?.length ?? 0));
  }

  function writeRow(write: WriteRecord, alike: number): WriteRow {
    const { id, run, store, fix, op, entity, state, attempts, nextAttemptAt, requestId, conflict } = write;
    return {
      id,
      run,
      storeId: store,
      fix,
      op: op.op,
      entity,
      what: writeInEnglish(op, COMMAND_LINE),
      does: op,
      orders: [...journal.writes.orderNames(id)],
      state,
      attempts,
      nextAttemptAt,
      tries: triesOf(write),
      ...toldReason(waitingFor(write) ?? write.reason),
      requestId,
      conflict: [...(conflict ?? [])],
      alike,
      createdAt: write.createdAt,
      updatedAt: write.updatedAt,
    };
  }

  /** Why a write that is not sent yet has to wait; null: its turn is now, or it is past that. */
  function waitingFor({ id, op, state, run, seq }: WriteRecord): WriteReason | null {
    if (state !== 'queued' && state !== 'retry_wait') return null;
    const blocker = journal.writes.blocker(id);
    if (blocker) return { code: 'waits_for', op: blocker.op, write: blocker.id, state: blocker.state };
    if (isManual(op)) return { code: 'to_do', op };
    const hold = writeHold(journal.control.get(run), seq, now());
    return hold && heldReason(hold);
  }

  function triesOf({ id, state }: WriteRecord): WriteRow['tries'] {
    const tried = state === 'retry_wait' || state === 'sending' ? journal.tries.get(id) : null;
    return (
      tried && {
        trouble: tried.trouble,
        tries: tried.tries,
        most: journal.tries.rules()[tried.trouble].most,
      }
    );
  }

  function runRow({ id, fix, createdAt, agent, undoOf }: RunRecord): RunRow {
    const counts = journal.writes.counts(id);
    const checks = journal.checks.counts(id);
    const bulk = journal.bulk.ofRun(id);
    return {
      id,
      fix,
      createdAt,
      agent,
      orders: journal.runs.countOrders(id),
      writes: Object.values(counts).reduce((sum, n) => sum + n, 0),
      counts,
      undoOf,
      undoneBy: journal.runs.undosOf(id).at(-1) ?? null,
      stores: [...journal.runs.stores(id)],
      control: controlOf(id),
      ...(checks === null ? {} : { checks }),
      ...(bulk.length === 0 ? {} : { bulk: [...bulk] }),
    };
  }

  function controlOf(id: RunId): RunRow['control'] {
    const { priority, pausedAt, startsAt, dueBy, staging } = journal.control.get(id);
    const stages = staging && journal.control.stages(id);
    return {
      priority,
      pausedAt,
      startsAt,
      dueBy,
      stages: staging &&
        stages && {
          open: staging.stage,
          stopAbove: staging.stopAbove,
          stoppedAt: staging.stoppedAt,
          each: stages.map(({ orders, done, failed, void: taken }) => ({
            orders,
            done,
            failed,
            void: taken,
          })),
        },
    };
  }

  function historyRow(line: AuditLine, query: HistoryQuery): HistoryRow {
    const { run, write, reason, ...rest } = line;
    const record = write === null ? null : journal.writes.get(write);
    const does = record && writeInEnglish(record.op, COMMAND_LINE);
    const detail = line.detail ?? (reason && writeReasonInEnglish(reason, COMMAND_LINE));
    return {
      ...rest,
      run,
      fix: record?.fix ?? (run === null ? null : (journal.runs.get(run)?.fix ?? null)),
      write,
      does: record?.op ?? null,
      order: write === null ? null : orderOf(write, query),
      detail: [does, detail].filter((text) => text !== null).join(': ') || null,
      said: reason,
      before: z.json().parse(line.before),
      after: z.json().parse(line.after),
    };
  }

  function orderOf(write: WriteId, { order }: HistoryQuery): string | null {
    if (order) return journal.runs.orderName(order.store, order.gid);
    const names = journal.writes.orderNames(write);
    return names.length > 3
      ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
      : names.join(', ') || null;
  }

  return {
    writes: (query) => writeRows(journal.writes.list(query)),
    runs: () => journal.runs.list().map(runRow),
    run: (id) => {
      const run = journal.runs.get(id);
      if (!run) throw failed('not_found', { code: 'no_run', run: id });
      const states = Map.groupBy(journal.writes.statesByOrder(id), ({ store, gid }) => `${store} ${gid}`);
      const checks = new Map(journal.checks.ofRun(id).map((check) => [`${check.store} ${check.gid}`, check]));
      const orders = journal.runs.orders(id).map(({ was: _was, ...order }): RunOrderRow => {
        const check = checks.get(`${order.store} ${order.gid}`);
        const its = states.get(`${order.store} ${order.gid}`) ?? [];
        const worst = WORST_FIRST.flatMap((state) => its.find((write) => write.state === state) ?? [])[0];
        return {
          ...order,
          changes: [...order.changes],
          state: worst?.state ?? 'applied',
          ...toldReason(worst?.reason ?? null),
          ...(check && {
            check: {
              outcome: check.outcome,
              errorType: check.errorType,
              regressedAt: check.regressedAt,
            },
          }),
        };
      });
      return { run: runRow(run), orders };
    },
    history: (query) =>
      journal.audit.list({ ...query, limit: query.limit ?? 200 }).map((line) => historyRow(line, query)),
  };
}

function heldReason(hold: RunHold): WriteReason {
  switch (hold.kind) {
    case 'paused':
      return { code: 'run_paused' };
    case 'scheduled':
      return { code: 'run_scheduled', at: hold.at };
    case 'stopped':
      return { code: 'run_stopped' };
    case 'staged':
      return { code: 'run_staged' };
    default:
      return assertNever(hold);
  }
}

const toldReason = (said: WriteReason | null) => ({
  reason: said && writeReasonInEnglish(said, COMMAND_LINE),
  said,
});
