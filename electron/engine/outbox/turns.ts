import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { WritableDb } from '../db/open.ts';
import type { RunControlRepo } from './run-control-repo.ts';
import { runHold } from './run-hold.ts';
import { type WriteRecord, writeRow } from './write-record.ts';

/** Whose turn it is: runs in their order, each run's writes in theirs, an entity's and a dependency's before all. */
export interface Turns {
  /**
   * Writes that may be sent at `now`, those that go first before the others, of no run that is held back; and before them
   * unknown ones that are due to be read back, which sends nothing.
   */
  ready(store: StoreId, now: Millis, limit: number): readonly WriteRecord[];
  /** When the next write that waits for a time gets its turn, of runs that are not held back; null: none waits for one. */
  nextDue(store: StoreId, now: Millis): Millis | null;
}

/** SQL: whether nothing that has to be over first is in the way of the write `w`. */
const FREE = `
  NOT EXISTS (SELECT 1 FROM writes e WHERE e.store = w.store AND e.entity = w.entity AND e.id < w.id
    AND e.state NOT IN ('applied', 'rejected', 'cancelled'))
  AND NOT EXISTS (SELECT 1 FROM write_deps d JOIN writes p ON p.id = d.depends_on
    WHERE d.write = w.id AND p.state <> 'applied')`;

const ALL_OF_IT = Number.MAX_SAFE_INTEGER;

/** Prepares the statements on the journal. Rows that do not decode throw: the journal is damaged. */
export function createTurns(db: WritableDb, control: Pick<RunControlRepo, 'openRuns'>): Turns {
  const due = db.prepare(`
    SELECT w.* FROM writes w WHERE w.store = ? AND w.state = 'unknown' AND w.next_attempt_at <= ? ORDER BY w.id LIMIT ?`);
  // Named, for the planner would rather go through all writes of the run: this index has those that wait in their order,
  // so that no more are looked at than it takes to fill the limit.
  const waiting = (state: 'queued' | 'retry_wait'): string => `
    SELECT w.* FROM writes w INDEXED BY writes_by_state
    WHERE w.state = '${state}' AND w.store = @store AND w.run = @run AND w.seq <= @openSeq
      AND w.op_name <> 'platform_step' AND (w.next_attempt_at IS NULL OR w.next_attempt_at <= @now) AND ${FREE}`;
  const ofRun = db.prepare(
    `${waiting('queued')} UNION ALL ${waiting('retry_wait')} ORDER BY id LIMIT @limit`,
  );
  const nextOfRun = db
    .prepare<[{ store: string; run: string; openSeq: number }], number | null>(
      `SELECT min(w.next_attempt_at) FROM writes w INDEXED BY writes_by_state
       WHERE w.state IN ('queued', 'retry_wait') AND w.store = @store AND w.run = @run AND w.seq <= @openSeq
         AND w.next_attempt_at IS NOT NULL AND ${FREE}`,
    )
    .pluck();
  const nextReadBack = db
    .prepare<[string], number | null>(
      `SELECT min(next_attempt_at) FROM writes WHERE store = ? AND state = 'unknown'`,
    )
    .pluck();
  const letGo = (store: StoreId, now: Millis) =>
    control
      .openRuns(store)
      .filter((open) => runHold(open.control, now) === null)
      .map(({ run, control: { staging } }) => ({ run, openSeq: staging?.openSeq ?? ALL_OF_IT }));

  return {
    ready: (store, now, limit) => {
      const rows: unknown[] = due.all(store, now, limit);
      for (const { run, openSeq } of letGo(store, now)) {
        const left = limit - rows.length;
        if (left <= 0) break;
        rows.push(...ofRun.all({ store, run, openSeq, now, limit: left }));
      }
      return rows.map((row) => writeRow.parse(row));
    },
    nextDue: (store, now) => {
      const times = [
        nextReadBack.get(store) ?? null,
        ...letGo(store, now).map(({ run, openSeq }) => nextOfRun.get({ store, run, openSeq }) ?? null),
      ].filter((at) => at !== null);
      return times.length === 0 ? null : Math.min(...times);
    },
  };
}
