import { z } from 'zod';
import { type RunId, runId, type StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { WritableDb } from '../db/open.ts';
import type { StageCounts } from './stage-verdict.ts';

/** How a run is let go. Times are UTC ms. */
export interface RunControl {
  /** The highest go first. */
  readonly priority: number;
  readonly pausedAt: Millis | null;
  readonly startsAt: Millis | null;
  /** The cut-off that it is to be done before. */
  readonly dueBy: Millis | null;
  /** null: it is not staged. */
  readonly staging: Staging | null;
}

export interface Staging {
  /** The stage that is open, from 0. */
  readonly stage: number;
  /** The last of the writes (seq) that are let go. */
  readonly openSeq: number;
  /** Share of failed orders above which it stops, 0 to 1. */
  readonly stopAbove: number;
  readonly stoppedAt: Millis | null;
  /** The last stage that the agent let go on in spite of its failures. */
  readonly acceptedStage: number | null;
}

export interface Stage extends StageCounts {
  readonly stage: number;
  readonly lastSeq: number;
}

/** A run that has something to send in a store. */
export interface OpenRun {
  readonly run: RunId;
  readonly control: RunControl;
}

const IN_ITS_TURN: RunControl = {
  priority: 0,
  pausedAt: null,
  startsAt: null,
  dueBy: null,
  staging: null,
};

/** SQL of the tables `run_control` and `run_stages`. */
export interface RunControlRepo {
  get(run: RunId): RunControl;
  put(run: RunId, control: RunControl): void;
  highestPriority(): number;
  /** When the next scheduled run with something to send starts, after `now`; null: none does. */
  nextStart(now: Millis): Millis | null;
  stages(run: RunId): readonly Stage[];
  addStage(run: RunId, stage: Pick<Stage, 'stage' | 'lastSeq' | 'orders'>): void;
  /** Adds to what a stage counted. */
  count(run: RunId, stage: number, delta: Omit<StageCounts, 'orders'>): void;
  /** Runs with queued or waiting writes in a store, those that go first before the others. */
  openRuns(store: StoreId): readonly OpenRun[];
}

const controlRow = z
  .object({
    priority: z.int(),
    paused_at: z.int().nullable(),
    starts_at: z.int().nullable(),
    due_by: z.int().nullable(),
    stage: z.int().nullable(),
    open_seq: z.int().nullable(),
    stop_above: z.number().nullable(),
    stopped_at: z.int().nullable(),
    accepted_stage: z.int().nullable(),
  })
  .transform((row): RunControl => ({
    priority: row.priority,
    pausedAt: row.paused_at,
    startsAt: row.starts_at,
    dueBy: row.due_by,
    staging:
      row.stage === null || row.open_seq === null || row.stop_above === null
        ? null
        : {
            stage: row.stage,
            openSeq: row.open_seq,
            stopAbove: row.stop_above,
            stoppedAt: row.stopped_at,
            acceptedStage: row.accepted_stage,
          },
  }));

/** `run`: null where nothing is said of how it is let go. */
const openRow = z.object({ id: z.string(), run: z.string().nullable() });

/** Prepares the statements on the journal. */
export function createRunControlRepo(db: WritableDb): RunControlRepo {
  const get = db.prepare('SELECT * FROM run_control WHERE run = ?');
  const put = db.prepare(`
    INSERT INTO run_control (run, priority, paused_at, starts_at, due_by, stage, open_seq, stop_above, stopped_at,
      accepted_stage)
    VALUES (@run, @priority, @pausedAt, @startsAt, @dueBy, @stage, @openSeq, @stopAbove, @stoppedAt, @acceptedStage)
    ON CONFLICT (run) DO UPDATE SET priority = excluded.priority, paused_at = excluded.paused_at,
      starts_at = excluded.starts_at, due_by = excluded.due_by, stage = excluded.stage, open_seq = excluded.open_seq,
      stop_above = excluded.stop_above, stopped_at = excluded.stopped_at, accepted_stage = excluded.accepted_stage`);
  const highest = db.prepare<[], number | null>('SELECT max(priority) FROM run_control').pluck();
  const nextStart = db
    .prepare<[number], number | null>(
      `SELECT min(starts_at) FROM run_control c WHERE starts_at > ? AND EXISTS (SELECT 1 FROM writes w
         WHERE w.run = c.run AND w.state IN ('queued', 'retry_wait'))`,
    )
    .pluck();
  const stages = db.prepare<[string], Stage>(
    `SELECT stage, last_seq AS lastSeq, orders, done, failed, void FROM run_stages WHERE run = ? ORDER BY stage`,
  );
  const addStage = db.prepare('INSERT INTO run_stages (run, stage, last_seq, orders) VALUES (?, ?, ?, ?)');
  const count = db.prepare(`
    UPDATE run_stages SET done = done + @done, failed = failed + @failed, void = void + @void
    WHERE run = @run AND stage = @stage`);
  // From run to run along the index: how many writes each has waiting does not matter.
  const runs = db.prepare<[{ store: string }]>(`
    WITH RECURSIVE state (name) AS (VALUES ('queued'), ('retry_wait')),
      open (state, run) AS (
        SELECT name, (SELECT min(run) FROM writes WHERE state = name AND store = @store) FROM state
        UNION ALL
        SELECT state, (SELECT min(w.run) FROM writes w WHERE w.state = open.state AND w.store = @store AND w.run > open.run)
        FROM open WHERE run IS NOT NULL)
    SELECT DISTINCT open.run AS id, c.* FROM open JOIN runs r ON r.id = open.run LEFT JOIN run_control c ON c.run = open.run
    ORDER BY coalesce(c.priority, 0) DESC, c.due_by NULLS LAST, r.rowid`);

  const repo: RunControlRepo = {
    get: (run) => {
      const row = get.get(run);
      return row === undefined ? IN_ITS_TURN : controlRow.parse(row);
    },
    put: (run, { staging, ...control }) =>
      void put.run({
        run,
        ...control,
        stage: staging?.stage ?? null,
        openSeq: staging?.openSeq ?? null,
        stopAbove: staging?.stopAbove ?? null,
        stoppedAt: staging?.stoppedAt ?? null,
        acceptedStage: staging?.acceptedStage ?? null,
      }),
    highestPriority: () => highest.get() ?? 0,
    nextStart: (now) => nextStart.get(now) ?? null,
    stages: (run) => stages.all(run),
    addStage: (run, { stage, lastSeq, orders }) => void addStage.run(run, stage, lastSeq, orders),
    count: (run, stage, delta) => void count.run({ run, stage, ...delta }),
    openRuns: (store) =>
      runs.all({ store }).map((row) => {
        const { id, run } = openRow.parse(row);
        return { run: runId(id), control: run === null ? IN_ITS_TURN : controlRow.parse(row) };
      }),
  };
  return repo;
}
