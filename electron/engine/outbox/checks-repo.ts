import { z } from 'zod';
import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import { type RunId, runId, type StoreId, storeId } from '../../../shared/domain/ids.ts';
import { CHECK_OUTCOMES, type CheckCounts, type CheckOutcome } from '../../../shared/domain/order-check.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { WritableDb } from '../db/open.ts';

/** What became of one order of a run after its writes. Times are UTC ms. */
export interface OrderCheck {
  readonly run: RunId;
  readonly store: StoreId;
  readonly gid: string;
  /** What it was stuck for before; null: not known. */
  readonly was: ErrorType | null;
  readonly outcome: CheckOutcome;
  /** What it is stuck for now. */
  readonly errorType: ErrorType | null;
  /** When its writes had taken effect. */
  readonly since: Millis;
  readonly looks: number;
  /** null: it is no longer watched. */
  readonly nextLookAt: Millis | null;
  /** When it got stuck again after it was solved; null: it did not, or that is over. */
  readonly regressedAt: Millis | null;
}

/** SQL of the table `order_checks`. */
export interface ChecksRepo {
  /** Begins one, anew where there is one. */
  begin(check: Pick<OrderCheck, 'run' | 'store' | 'gid' | 'was' | 'since' | 'nextLookAt'>): void;
  update(check: OrderCheck): void;
  /** Of one order, the newest run's first. */
  ofOrder(store: StoreId, gid: string): readonly OrderCheck[];
  ofRun(run: RunId): readonly OrderCheck[];
  counts(run: RunId): CheckCounts | null;
  /** Watched ones of a store that were never looked at, or are due. */
  due(store: StoreId, now: Millis, limit: number): readonly OrderCheck[];
  /** Orders that are stuck again. */
  regressed(): readonly OrderCheck[];
  /** Orders of a store that were solved or are watched, after `gid`, to go through all of them. */
  ordersAfter(store: StoreId, gid: string, limit: number): readonly string[];
  /** Which of these orders a run was checked on. */
  known(store: StoreId, gids: readonly string[]): readonly string[];
  hasAny(store: StoreId): boolean;
  stores(): readonly StoreId[];
}

const error = z.enum(ERROR_TYPES).nullable();
const checkRow = z
  .object({
    run: z.string(),
    store: z.string(),
    gid: z.string(),
    was: error,
    outcome: z.enum(CHECK_OUTCOMES),
    error_type: error,
    since: z.int(),
    looks: z.int(),
    next_look_at: z.int().nullable(),
    regressed_at: z.int().nullable(),
  })
  .transform((row): OrderCheck => ({
    run: runId(row.run),
    store: storeId(row.store),
    gid: row.gid,
    was: row.was,
    outcome: row.outcome,
    errorType: row.error_type,
    since: row.since,
    looks: row.looks,
    nextLookAt: row.next_look_at,
    regressedAt: row.regressed_at,
  }));

const NONE: CheckCounts = {
  waiting: 0,
  solved: 0,
  same_error: 0,
  other_error: 0,
  given_up: 0,
  regressed: 0,
};

/** Prepares the statements on the journal. */
export function createChecksRepo(db: WritableDb): ChecksRepo {
  const begin = db.prepare(`
    INSERT INTO order_checks (run, store, gid, was, outcome, since, looks, next_look_at)
    VALUES (@run, @store, @gid, @was, 'waiting', @since, 0, @nextLookAt)
    ON CONFLICT (run, store, gid) DO UPDATE SET outcome = 'waiting', error_type = NULL, since = excluded.since,
      looks = 0, next_look_at = excluded.next_look_at, regressed_at = NULL`);
  const update = db.prepare(`
    UPDATE order_checks SET outcome = @outcome, error_type = @errorType, looks = @looks, next_look_at = @nextLookAt,
      regressed_at = @regressedAt WHERE run = @run AND store = @store AND gid = @gid`);
  const ofOrder = db.prepare(
    'SELECT * FROM order_checks WHERE store = ? AND gid = ? ORDER BY since DESC, run DESC',
  );
  const ofRun = db.prepare('SELECT * FROM order_checks WHERE run = ?');
  const counts = db.prepare<[string], { outcome: CheckOutcome; n: number; regressed: number }>(
    `SELECT outcome, count(*) AS n, count(regressed_at) AS regressed FROM order_checks WHERE run = ? GROUP BY outcome`,
  );
  const due = db.prepare(`
    SELECT * FROM order_checks WHERE store = ? AND next_look_at IS NOT NULL AND (next_look_at <= ? OR looks = 0)
    ORDER BY next_look_at LIMIT ?`);
  const regressed = db.prepare('SELECT * FROM order_checks WHERE regressed_at IS NOT NULL');
  const after = db
    .prepare<[string, string, number], string>(
      'SELECT DISTINCT gid FROM order_checks WHERE store = ? AND gid > ? ORDER BY gid LIMIT ?',
    )
    .pluck();
  const known = db
    .prepare<[string, string], string>(
      `SELECT j.value FROM json_each(?) j WHERE EXISTS
         (SELECT 1 FROM order_checks c WHERE c.store = ? AND c.gid = j.value)`,
    )
    .pluck();
  const any = db.prepare<[string], 1>('SELECT 1 FROM order_checks WHERE store = ? LIMIT 1');
  const stores = db.prepare<[], StoreId>('SELECT DISTINCT store FROM order_checks').pluck();
  const all = (rows: readonly unknown[]): readonly OrderCheck[] => rows.map((row) => checkRow.parse(row));
  return {
    begin: (check) => void begin.run(check),
    update: ({ run, store, gid, outcome, errorType, looks, nextLookAt, regressedAt }) =>
      void update.run({ run, store, gid, outcome, errorType, looks, nextLookAt, regressedAt }),
    ofOrder: (store, gid) => all(ofOrder.all(store, gid)),
    ofRun: (run) => all(ofRun.all(run)),
    counts: (run) => {
      const rows = counts.all(run);
      if (rows.length === 0) return null;
      const sum: Record<keyof CheckCounts, number> = { ...NONE };
      for (const row of rows) {
        sum[row.outcome] = row.n;
        sum.regressed += row.regressed;
      }
      return sum;
    },
    due: (store, now, limit) => all(due.all(store, now, limit)),
    regressed: () => all(regressed.all()),
    ordersAfter: (store, gid, limit) => after.all(store, gid, limit),
    known: (store, gids) => known.all(JSON.stringify(gids), store),
    hasAny: (store) => any.get(store) !== undefined,
    stores: () => stores.all(),
  };
}
