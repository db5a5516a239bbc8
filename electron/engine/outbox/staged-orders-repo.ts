import { z } from 'zod';
import type { RunId, StoreId } from '../../../shared/domain/ids.ts';
import { WRITE_STATES, WRITE_TRAITS, type WriteOpName } from '../../../shared/domain/write.ts';
import type { WritableDb } from '../db/open.ts';
import type { OrderOutcome, WriteOfOrder } from './order-outcome.ts';
import { decodeReason } from './reason-column.ts';

interface StagedOrder {
  readonly stage: number;
  readonly outcome: OrderOutcome;
}

/** SQL of the table `staged_orders`: the orders of staged runs, and how far each is. */
export interface StagedOrdersRepo {
  add(run: RunId, store: string, gid: string, stage: number): void;
  get(run: RunId, store: StoreId, gid: string): StagedOrder | null;
  setOutcome(run: RunId, store: StoreId, gid: string, outcome: OrderOutcome): void;
  /** The writes of a run that are for one order. */
  writes(run: RunId, store: StoreId, gid: string): readonly WriteOfOrder[];
}

const opName = z.string().transform((name, ctx) => {
  if (isOpName(name)) return name;
  ctx.addIssue(`“${name}” is no operation.`);
  return z.NEVER;
});
const orderRow = z.object({ stage: z.int(), outcome: z.enum(['open', 'done', 'failed', 'void']) });
const writeOfOrderRow = z
  .object({
    op_name: opName,
    state: z.enum(WRITE_STATES),
    next_attempt_at: z.int().nullable(),
    reason: z.string().nullable(),
  })
  .transform((row): WriteOfOrder => ({
    op: row.op_name,
    state: row.state,
    nextAttemptAt: row.next_attempt_at,
    reason: decodeReason(row.reason),
  }));

/** Prepares the statements on the journal. */
export function createStagedOrdersRepo(db: WritableDb): StagedOrdersRepo {
  const add = db.prepare('INSERT INTO staged_orders (run, store, gid, stage) VALUES (?, ?, ?, ?)');
  const get = db.prepare('SELECT stage, outcome FROM staged_orders WHERE run = ? AND store = ? AND gid = ?');
  const setOutcome = db.prepare(
    'UPDATE staged_orders SET outcome = ? WHERE run = ? AND store = ? AND gid = ?',
  );
  const writes = db.prepare(`
    SELECT w.op_name, w.state, w.next_attempt_at, w.reason FROM write_orders o JOIN writes w ON w.id = o.write
    WHERE o.store = ? AND o.gid = ? AND w.run = ?`);
  return {
    add: (run, store, gid, stage) => void add.run(run, store, gid, stage),
    get: (run, store, gid) => {
      const row = get.get(run, store, gid);
      return row === undefined ? null : orderRow.parse(row);
    },
    setOutcome: (run, store, gid, outcome) => void setOutcome.run(outcome, run, store, gid),
    writes: (run, store, gid) => writes.all(store, gid, run).map((row) => writeOfOrderRow.parse(row)),
  };
}

function isOpName(name: string): name is WriteOpName {
  return Object.hasOwn(WRITE_TRAITS, name);
}
