import { z } from 'zod';
import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import { FIX_KINDS, type FixKind } from '../../../shared/domain/fix.ts';
import { type FieldChange, fieldChangeSchema } from '../../../shared/domain/field-change.ts';
import { type RunId, runId, type StoreId, storeId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { type ExcludedOrder, excludedOrderSchema } from '../../../shared/domain/plan.ts';
import { insertRows } from '../db/insert-rows.ts';
import type { WritableDb } from '../db/open.ts';

/** A committed plan. `plan` is the plan's id; of an undo it is `undo:` and the run that it undoes, numbered. */
export interface RunRecord {
  readonly id: RunId;
  readonly plan: string;
  readonly fix: FixKind;
  readonly params: Readonly<Record<string, string | null>>;
  readonly excluded: readonly ExcludedOrder[];
  readonly agent: string;
  readonly createdAt: Millis;
  readonly undoOf: RunId | null;
}

interface RunOrder {
  readonly store: StoreId;
  readonly gid: string;
  /** The order's row in the cache when it was planned. */
  readonly id: number | null;
  readonly name: string;
  readonly changes: readonly FieldChange[];
  /** What it was stuck for; null: not known. */
  readonly was: ErrorType | null;
}

/** SQL of the tables `runs` and `run_orders`. */
export interface RunsRepo {
  insert(run: RunRecord, orders: readonly RunOrder[]): void;
  get(id: RunId): RunRecord | null;
  ofPlan(plan: string): RunRecord | null;
  /** Newest first. */
  list(): readonly RunRecord[];
  orders(id: RunId): readonly RunOrder[];
  countOrders(id: RunId): number;
  stores(id: RunId): readonly StoreId[];
  undosOf(id: RunId): readonly RunId[];
  /** Whether it takes another run back. */
  isUndo(id: RunId): boolean;
  /** What an order of a run was stuck for when that was planned; null: not known. */
  errorBefore(id: RunId, store: StoreId, gid: string): ErrorType | null;
  /** What people call the order, as the newest run that touched it knew it. */
  orderName(store: StoreId, gid: string): string | null;
}

const errorType = z.enum(ERROR_TYPES).nullable();

const parsed = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((value): unknown => JSON.parse(value))
    .pipe(schema);

const runRow = z
  .object({
    id: z.string(),
    plan: z.string(),
    fix: z.enum(FIX_KINDS),
    params: parsed(z.record(z.string(), z.string().nullable())),
    excluded: parsed(z.array(excludedOrderSchema)),
    agent: z.string(),
    created_at: z.int(),
    undo_of: z.string().nullable(),
  })
  .transform(({ id, created_at: createdAt, undo_of: undoOf, ...rest }): RunRecord => ({
    ...rest,
    id: runId(id),
    createdAt,
    undoOf: undoOf === null ? null : runId(undoOf),
  }));

const orderRow = z
  .object({
    store: z.string(),
    gid: z.string(),
    order_id: z.int().nullable(),
    name: z.string(),
    changes: parsed(z.array(fieldChangeSchema)),
    was: errorType,
  })
  .transform(({ store, order_id: id, ...rest }): RunOrder => ({ ...rest, store: storeId(store), id }));

/** Prepares the statements on the journal. */
export function createRunsRepo(db: WritableDb): RunsRepo {
  const insert = db.prepare(`
    INSERT INTO runs (id, plan, fix, params, excluded, agent, created_at, undo_of)
    VALUES (@id, @plan, @fix, @params, @excluded, @agent, @createdAt, @undoOf)`);
  const insertOrders = insertRows(
    db,
    'INSERT INTO run_orders (run, store, gid, order_id, name, changes, was)',
    7,
  );
  const get = db.prepare('SELECT * FROM runs WHERE id = ?');
  const ofPlan = db.prepare('SELECT * FROM runs WHERE plan = ?');
  const list = db.prepare('SELECT * FROM runs ORDER BY created_at DESC, rowid DESC');
  const orders = db.prepare('SELECT * FROM run_orders WHERE run = ? ORDER BY store, name, gid');
  const countOrders = db.prepare<[string], number>('SELECT count(*) FROM run_orders WHERE run = ?').pluck();
  const stores = db
    .prepare<[string], StoreId>('SELECT DISTINCT store FROM run_orders WHERE run = ? ORDER BY store')
    .pluck();
  const undos = db
    .prepare<[string], RunId>('SELECT id FROM runs WHERE undo_of = ? ORDER BY created_at, rowid')
    .pluck();
  const undoing = db.prepare<[string], 1>('SELECT 1 FROM runs WHERE id = ? AND undo_of IS NOT NULL');
  const was = db
    .prepare<[string, string, string], string | null>(
      'SELECT was FROM run_orders WHERE run = ? AND store = ? AND gid = ?',
    )
    .pluck();
  const name = db
    .prepare<[string, string], string>(
      `SELECT o.name FROM run_orders o JOIN runs r ON r.id = o.run WHERE o.store = ? AND o.gid = ?
       ORDER BY r.created_at DESC LIMIT 1`,
    )
    .pluck();
  const one = (row: unknown): RunRecord | null => (row === undefined ? null : runRow.parse(row));
  return {
    insert: (run, itsOrders) => {
      insert.run({ ...run, params: JSON.stringify(run.params), excluded: JSON.stringify(run.excluded) });
      insertOrders(
        itsOrders.flatMap(({ store, gid, id, name: called, changes, was }) => [
          run.id,
          store,
          gid,
          id,
          called,
          JSON.stringify(changes),
          was,
        ]),
      );
    },
    get: (id) => one(get.get(id)),
    ofPlan: (plan) => one(ofPlan.get(plan)),
    list: () => list.all().map((row) => runRow.parse(row)),
    orders: (id) => orders.all(id).map((row) => orderRow.parse(row)),
    countOrders: (id) => countOrders.get(id) ?? 0,
    stores: (id) => stores.all(id),
    undosOf: (id) => undos.all(id),
    isUndo: (id) => undoing.get(id) !== undefined,
    errorBefore: (id, store, gid) => errorType.parse(was.get(id, store, gid) ?? null),
    orderName: (store, gid) => name.get(store, gid) ?? null,
  };
}
