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
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import type { ReadableDb, WritableDb } from '../db/open.ts';
import { CHAIN_BEGINS, chainHash } from './audit-chain.ts';
import { decodeReason, encodeReason } from './reason-column.ts';

/** How the audit trail names what the application did by itself. */
export const UNSTUCK = 'unstuck';

/** What the audit trail calls it when a damaged journal was salvaged. */
export const JOURNAL_SALVAGED = 'journal_salvaged';

/** A line of the table `audit` as it is kept and hashed. Times are UTC ms. */
export interface AuditRow {
  readonly id: number;
  readonly at: number;
  readonly who: string;
  readonly what: string;
  readonly run: string | null;
  readonly write: number | null;
  readonly store: string | null;
  readonly detail: string | null;
  /** Why, as data (JSON). */
  readonly reason: string | null;
  /** The touched values before and after (JSON). */
  readonly before: string | null;
  readonly after: string | null;
  /** The API's ids of the requests that had an effect, or may have had one, with spaces between. */
  readonly requestId: string | null;
  /** Of a run that is committed: `runDigest` of its writes. */
  readonly digest: string | null;
  /** `chainHash` of all this and the line before. */
  readonly hash: string;
}

/** One line of the audit trail: who did what to what, and why. `who` is the agent, or `unstuck` for what it did itself. */
export interface AuditLine {
  readonly id: number;
  readonly at: Millis;
  readonly who: string;
  readonly what: string;
  readonly run: RunId | null;
  readonly write: WriteId | null;
  readonly store: StoreId | null;
  /** In words, where there is no `reason`. */
  readonly detail: string | null;
  readonly reason: WriteReason | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly requestId: string | null;
  readonly hash: string;
}

/** A line to be written; what is left out is null. */
type NewAuditLine = Pick<AuditLine, 'at' | 'who' | 'what'> &
  Partial<Omit<AuditLine, 'id' | 'hash' | 'at' | 'who' | 'what'>> & { readonly digest?: string };

/** Which lines; what is left out does not matter. Times are UTC ms. */
export interface AuditQuery {
  readonly order?: { readonly store: StoreId; readonly gid: string } | undefined;
  /** What people call an order. */
  readonly orderName?: string | undefined;
  readonly run?: RunId | undefined;
  readonly store?: StoreId | undefined;
  readonly who?: string | undefined;
  /** From then on, and before then. */
  readonly from?: Millis | undefined;
  readonly until?: Millis | undefined;
  readonly limit: number;
}

/** SQL of the table `audit`, which can only grow. */
export interface AuditRepo {
  append(line: NewAuditLine): void;
  /** Newest first. */
  list(query: AuditQuery): readonly AuditLine[];
  /** Everybody who is in it, A to Z. */
  people(): readonly string[];
}

const COLUMNS = `id, at, who, what, run, write, store, detail, reason, before, after, request_id AS requestId, digest,
  hash`;

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
const encode = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));

const text = z.string().nullable();
const row = z.object({
  id: z.int(),
  at: z.int(),
  who: z.string(),
  what: z.string(),
  run: text,
  write: z.int().nullable(),
  store: text,
  detail: text,
  reason: text,
  before: text,
  after: text,
  requestId: text,
  digest: text,
  hash: z.string(),
});
const auditRow: z.ZodType<AuditRow> = row;
const auditLine = row.transform(
  ({ run, write, store, reason, before, after, digest: _digest, ...rest }): AuditLine => ({
    ...rest,
    run: run === null ? null : runId(run),
    write: write === null ? null : writeId(write),
    store: store === null ? null : storeId(store),
    reason: decodeReason(reason),
    before: parsed(before),
    after: parsed(after),
  }),
);

/** Prepares the statements on the journal. */
export function createAuditRepo(db: WritableDb): AuditRepo {
  const last = db.prepare<[], { id: number; hash: string }>(
    'SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1',
  );
  const append = db.prepare(`
    INSERT INTO audit (id, at, who, what, run, write, store, detail, reason, before, after, request_id, digest, hash)
    VALUES (@id, @at, @who, @what, @run, @write, @store, @detail, @reason, @before, @after, @requestId, @digest, @hash)`);
  const list = db.prepare(`
    SELECT ${COLUMNS} FROM audit
    WHERE (@run IS NULL OR run = @run) AND (@store IS NULL OR store = @store OR (store IS NULL AND run IN (
        SELECT run FROM run_orders WHERE store = @store)))
      AND (@who IS NULL OR who = @who) AND (@from IS NULL OR at >= @from) AND (@until IS NULL OR at < @until)
      AND (@name IS NULL OR write IN (
        SELECT o.write FROM write_orders o JOIN run_orders r ON r.store = o.store AND r.gid = o.gid
        WHERE r.name IN (@name, '#' || @name))
        OR (write IS NULL AND run IN (SELECT run FROM run_orders WHERE name IN (@name, '#' || @name))))
    ORDER BY id DESC LIMIT @limit`);
  const ofOrder = db.prepare(`
    SELECT ${COLUMNS} FROM audit
    WHERE write IN (SELECT write FROM write_orders WHERE store = @store AND gid = @gid)
      OR (write IS NULL AND run IN (SELECT run FROM run_orders WHERE store = @store AND gid = @gid))
    ORDER BY id DESC LIMIT @limit`);
  const people = db.prepare<[], string>('SELECT DISTINCT who FROM audit ORDER BY who').pluck();
  return {
    append: (line) => {
      const { at, who, what, run = null, write = null, store = null, detail = null, requestId = null } = line;
      const previous = last.get();
      const values: Omit<AuditRow, 'hash'> = {
        // A number is not given again: where the newest lines were cut off, a gap stays.
        id: Math.max(previous?.id ?? 0, lastAuditNumber(db)) + 1,
        at,
        who,
        what,
        run,
        write,
        store,
        detail,
        reason: encodeReason(line.reason ?? null),
        before: encode(line.before),
        after: encode(line.after),
        requestId,
        digest: line.digest ?? null,
      };
      append.run({ ...values, hash: chainHash(values, previous?.hash ?? CHAIN_BEGINS) });
    },
    list: ({ order, orderName, run, store, who, from, until, limit }) => {
      const rows = order
        ? ofOrder.all({ limit, store: order.store, gid: order.gid })
        : list.all({
            limit,
            name: orderName ?? null,
            run: run ?? null,
            store: store ?? null,
            who: who ?? null,
            from: from ?? null,
            until: until ?? null,
          });
      return rows.map((found) => auditLine.parse(found));
    },
    people: () => people.all(),
  };
}

/** The highest number that was ever given to a line; 0: none. */
export function lastAuditNumber(db: ReadableDb): number {
  const given = db.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").pluck();
  return given.get() ?? 0;
}

/** Every line as it is kept, oldest first. */
export function* auditRows(db: ReadableDb): IterableIterator<AuditRow> {
  for (const found of db.prepare(`SELECT ${COLUMNS} FROM audit ORDER BY id`).iterate())
    yield auditRow.parse(found);
}
