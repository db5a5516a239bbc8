import { z } from 'zod';
import {
  type RunId,
  runId,
  type StoreId,
  storeId,
  type WriteId,
  writeId,
} from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { WritableDb } from '../db/open.ts';

/** How the audit trail names what the application did by itself. */
export const UNSTUCK = 'unstuck';

/** What the audit trail calls it when a damaged journal was salvaged. */
export const JOURNAL_SALVAGED = 'journal_salvaged';

/** One line of the audit trail: who did what to what, and why. `who` is the agent, or `unstuck` for what it did itself. */
interface AuditLine {
  readonly at: Millis;
  readonly who: string;
  readonly what: string;
  readonly run: RunId | null;
  readonly write: WriteId | null;
  readonly store: StoreId | null;
  readonly detail: string | null;
}

/** SQL of the table `audit`, which can only grow. */
export interface AuditRepo {
  append(line: AuditLine): void;
  /** Newest first; with `order` what concerns that one order. */
  list(query: {
    readonly order?: { readonly store: StoreId; readonly gid: string };
    readonly limit: number;
  }): readonly AuditLine[];
}

const auditRow = z
  .object({
    at: z.int(),
    who: z.string(),
    what: z.string(),
    run: z.string().nullable(),
    write: z.int().nullable(),
    store: z.string().nullable(),
    detail: z.string().nullable(),
  })
  .transform(({ run, write, store, ...rest }): AuditLine => ({
    ...rest,
    run: run === null ? null : runId(run),
    write: write === null ? null : writeId(write),
    store: store === null ? null : storeId(store),
  }));

/** Prepares the statements on the journal. */
export function createAuditRepo(db: WritableDb): AuditRepo {
  const append = db.prepare(`
    INSERT INTO audit (at, who, what, run, write, store, detail)
    VALUES (@at, @who, @what, @run, @write, @store, @detail)`);
  const list = db.prepare('SELECT * FROM audit ORDER BY id DESC LIMIT ?');
  const ofOrder = db.prepare(`
    SELECT * FROM audit
    WHERE write IN (SELECT write FROM write_orders WHERE store = @store AND gid = @gid)
      OR (write IS NULL AND run IN (SELECT run FROM run_orders WHERE store = @store AND gid = @gid))
    ORDER BY id DESC LIMIT @limit`);
  return {
    append: (line) => void append.run(line),
    list: ({ order, limit }) =>
      (order ? ofOrder.all({ ...order, limit }) : list.all(limit)).map((row) => auditRow.parse(row)),
  };
}
