import { isGid, type RunId, type StoreId, type WriteId, writeId } from '../../../shared/domain/ids.ts';
import type { FixKind } from '../../../shared/domain/fix.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { entityOf, type WriteOp, type WriteState } from '../../../shared/domain/write.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import { insertRows } from '../db/insert-rows.ts';
import type { WritableDb } from '../db/open.ts';
import { decodeReason, encodeReason } from './reason-column.ts';
import { type WriteRecord, writeRow } from './write-record.ts';

/** The writes of a run, in their order. */
interface NewWrites {
  readonly run: RunId;
  readonly fix: FixKind;
  readonly now: Millis;
  readonly writes: readonly {
    readonly store: StoreId;
    readonly op: WriteOp;
    /** Shopify gids of the orders that it serves, each once. */
    readonly orders: readonly string[];
    /** Places in the run of those that have to be applied before it. */
    readonly dependsOn: readonly number[];
  }[];
}

/** A write as it was just queued, and its op in the journal's own text. */
export interface QueuedWrite {
  readonly write: WriteRecord;
  readonly text: string;
}

/** What of a write can change once it is committed. */
export type WritePatch = Partial<
  Omit<WriteRecord, 'id' | 'run' | 'store' | 'seq' | 'fix' | 'entity' | 'createdAt' | 'updatedAt'>
>;

export interface WriteQuery {
  readonly states?: readonly WriteState[];
  readonly run?: RunId;
  readonly store?: StoreId;
  /** Writes that are for this order. */
  readonly order?: { readonly store: StoreId; readonly gid: string };
  /** Only steps that the agent has to do on the platform. */
  readonly steps?: true;
  readonly limit?: number;
}

/** What holds a write back: the first write that has to end, or to be applied, before it. */
interface Blocker {
  readonly id: WriteId;
  readonly state: WriteState;
  readonly op: WriteOp;
}

/** SQL of the tables `writes`, `write_orders` and `write_deps`. */
export interface WritesRepo {
  /** Queues all writes of a run. */
  insert(run: NewWrites): readonly QueuedWrite[];
  get(id: WriteId): WriteRecord | null;
  stateOf(id: WriteId): WriteState | null;
  update(id: WriteId, patch: WritePatch, now: Millis): void;
  /** The same of a write as it was just read. @returns it as it is now */
  change(current: WriteRecord, patch: WritePatch, now: Millis): WriteRecord;
  /** Sync has seen its effect: it is in the snapshot now. */
  leaveOverlay(id: WriteId): void;
  list(query: WriteQuery): readonly WriteRecord[];
  counts(run?: RunId): Record<WriteState, number>;
  ofRun(run: RunId): readonly WriteRecord[];
  inState(state: WriteState, store?: StoreId): readonly WriteRecord[];
  /** Queued writes of these ops, oldest first; the many others are not even decoded. */
  queued(ops: readonly string[]): readonly WriteRecord[];
  orders(id: WriteId): readonly string[];
  /** What people call the orders that it serves. */
  orderNames(id: WriteId): readonly string[];
  /** Each order of a run with each of its writes. */
  statesByOrder(
    run: RunId,
  ): readonly { store: StoreId; gid: string; state: WriteState; reason: WriteReason | null }[];
  dependencies(id: WriteId): readonly WriteRecord[];
  dependents(id: WriteId): readonly WriteId[];
  blocker(id: WriteId): Blocker | null;
  /** Writes of its run, of the same kind, in the same state for the same kind of reason; itself among them. */
  alike(id: WriteId): readonly WriteId[];
  /** The last write of a run that is for this order. */
  lastOf(run: RunId, store: StoreId, gid: string): WriteId | null;
  /** Whether a later write to the same entity has gone out, or may have. */
  isOvertaken(write: Pick<WriteRecord, 'id' | 'store' | 'entity'>): boolean;
  /** What waits for a time after `latest` gets its turn at `now`, what waits to be read back at `settled`. */
  bringForward(now: Millis, latest: Millis, settled: Millis): void;
  storesWithOpenWrites(): readonly StoreId[];
  /** Those in the overlay, and those applied at or after `since`, oldest first; read as they are asked for. */
  shownSince(since: Millis): Iterable<WriteRecord>;
}

const ENDED = `('applied', 'rejected', 'cancelled')`;
const NONE: Readonly<Record<WriteState, number>> = {
  queued: 0,
  sending: 0,
  applied: 0,
  retry_wait: 0,
  unknown: 0,
  conflict: 0,
  rejected: 0,
  blocked_auth: 0,
  cancelled: 0,
};

/** What a write is before anything has happened to it. */
const FRESH = {
  state: 'queued',
  attempts: 0,
  nextAttemptAt: null,
  reason: null,
  conflict: null,
  rebased: null,
  before: null,
  progress: null,
  evidence: null,
  effect: null,
  requestId: null,
  confirmedVersion: null,
  inOverlay: true,
  undoneBy: null,
  sentAt: null,
  appliedAt: null,
} as const satisfies Partial<WriteRecord>;

const encode = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));

/** Prepares the statements on the journal. Rows that do not decode throw: the journal is damaged. */
export function createWritesRepo(db: WritableDb): WritesRepo {
  const decode = (row: unknown): WriteRecord => writeRow.parse(row);
  const insert = insertRows(
    db,
    `INSERT INTO writes (id, run, store, seq, fix, op_name, op, entity, state, in_overlay, created_at, updated_at)`,
    12,
  );
  const insertOrders = insertRows(db, 'INSERT INTO write_orders (write, store, gid)', 3);
  const insertDeps = insertRows(db, 'INSERT OR IGNORE INTO write_deps (write, depends_on)', 2);
  const given = db.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'writes'").pluck();
  const get = db.prepare('SELECT * FROM writes WHERE id = ?');
  const stateOf = db.prepare<[number], WriteState>('SELECT state FROM writes WHERE id = ?').pluck();
  const update = db.prepare(`
    UPDATE writes SET op = coalesce(@op, op),
      op_committed = coalesce(op_committed, CASE WHEN @op IS NOT NULL THEN op END), state = @state, attempts = @attempts, next_attempt_at = @nextAttemptAt,
      reason = @reason, conflict = @conflict, rebased = @rebased, before = @before, progress = @progress,
      evidence = @evidence, effect = @effect, request_id = @requestId, confirmed_version = @confirmedVersion,
      in_overlay = @inOverlay, undone_by = @undoneBy, sent_at = @sentAt, applied_at = @appliedAt, updated_at = @now
    WHERE id = @id`);
  const countsOfAll = db.prepare<[], { state: WriteState; n: number }>(
    'SELECT state, count(*) AS n FROM writes GROUP BY state',
  );
  const countsOfRun = db.prepare<[string], { state: WriteState; n: number }>(
    'SELECT state, count(*) AS n FROM writes WHERE run = ? GROUP BY state',
  );
  const ofRun = db.prepare('SELECT * FROM writes WHERE run = ? ORDER BY seq');
  const list = db.prepare(`
    SELECT * FROM writes
    WHERE (@states IS NULL OR state IN (SELECT value FROM json_each(@states)))
      AND (@run IS NULL OR run = @run) AND (@store IS NULL OR store = @store)
      AND (@steps IS NULL OR op_name = 'platform_step')
      AND (@gid IS NULL OR id IN (SELECT write FROM write_orders WHERE store = @gidStore AND gid = @gid))
    ORDER BY id DESC LIMIT @limit`);
  const inState = db.prepare(
    'SELECT * FROM writes WHERE state = @state AND (@store IS NULL OR store = @store) ORDER BY id',
  );
  const queued = db.prepare<[string]>(
    `SELECT * FROM writes WHERE state = 'queued' AND op_name IN (SELECT value FROM json_each(?)) ORDER BY id`,
  );
  const orders = db
    .prepare<[number], string>('SELECT gid FROM write_orders WHERE write = ? ORDER BY gid')
    .pluck();
  const orderNames = db
    .prepare<[number], string>(
      `SELECT coalesce(r.name, o.gid) AS name FROM write_orders o JOIN writes w ON w.id = o.write
       LEFT JOIN run_orders r ON r.run = w.run AND r.store = o.store AND r.gid = o.gid
       WHERE o.write = ? ORDER BY name`,
    )
    .pluck();
  const statesByOrder = db.prepare<
    [string],
    { store: StoreId; gid: string; state: WriteState; reason: string | null }
  >(`
    SELECT o.store, o.gid, w.state, w.reason FROM writes w JOIN write_orders o ON o.write = w.id
    WHERE w.run = ? ORDER BY w.seq`);
  const dependencies = db.prepare(
    'SELECT p.* FROM write_deps d JOIN writes p ON p.id = d.depends_on WHERE d.write = ? ORDER BY p.id',
  );
  const dependents = db
    .prepare<[number], number>('SELECT write FROM write_deps WHERE depends_on = ? ORDER BY write')
    .pluck();
  const dependencyBlocker = db.prepare(`
    SELECT p.* FROM write_deps d JOIN writes p ON p.id = d.depends_on
    WHERE d.write = ? AND p.state <> 'applied' ORDER BY p.id LIMIT 1`);
  const entityBlocker = db.prepare(`
    SELECT e.* FROM writes w JOIN writes e ON e.store = w.store AND e.entity = w.entity AND e.id < w.id
    WHERE w.id = ? AND e.state NOT IN ${ENDED} ORDER BY e.id LIMIT 1`);
  const alike = db
    .prepare<[number], number>(
      `SELECT w.id FROM writes o JOIN writes w ON w.run = o.run AND w.state = o.state
         AND w.op_name = o.op_name AND iif(json_valid(w.reason), w.reason ->> '$.code', NULL)
           IS iif(json_valid(o.reason), o.reason ->> '$.code', NULL)
       WHERE o.id = ? ORDER BY w.id`,
    )
    .pluck();
  const lastOf = db
    .prepare<[string, string, string], number | null>(
      `SELECT max(w.id) FROM write_orders o JOIN writes w ON w.id = o.write
       WHERE o.store = ? AND o.gid = ? AND w.run = ?`,
    )
    .pluck();
  const wentOut = `(sent_at IS NOT NULL OR state IN ('sending', 'applied', 'unknown'))`;
  // Every write to an order serves it, and is found by that; there are few others.
  const overtakenOfOrder = db.prepare<[{ store: string; entity: string; id: number }], 1>(`
    SELECT 1 FROM writes WHERE id IN (SELECT write FROM write_orders WHERE store = @store AND gid = @entity)
      AND entity = @entity AND id > @id AND ${wentOut} LIMIT 1`);
  const overtaken = db.prepare<[{ store: string; entity: string; id: number }], 1>(`
    SELECT 1 FROM writes WHERE store = @store AND entity = @entity AND id > @id AND ${wentOut} LIMIT 1`);
  const bringForward = db.prepare(`
    UPDATE writes SET next_attempt_at = CASE state WHEN 'unknown' THEN ? ELSE ? END WHERE state IN ('queued', 'retry_wait', 'unknown') AND next_attempt_at > ?`);
  const openStores = db
    .prepare<[], StoreId>(`SELECT DISTINCT store FROM writes WHERE state NOT IN ${ENDED} ORDER BY store`)
    .pluck();
  const shownSince = db.prepare('SELECT * FROM writes WHERE in_overlay = 1 OR applied_at >= ? ORDER BY id');

  const leaveOverlay = db.prepare(`UPDATE writes SET in_overlay = 0 WHERE id = ? AND state = 'applied'`);

  const all = (rows: readonly unknown[]): readonly WriteRecord[] => rows.map(decode);
  const tally = (rows: readonly { state: WriteState; n: number }[]): Record<WriteState, number> => {
    const counts = { ...NONE };
    for (const { state, n } of rows) counts[state] = n;
    return counts;
  };

  const repo: WritesRepo = {
    insert: ({ run, fix, now, writes }) => {
      const first = (given.get() ?? 0) + 1;
      const rows: (string | number)[] = [];
      const served: (string | number)[] = [];
      const deps: number[] = [];
      const queued = writes.map(({ store, op, orders: gids, dependsOn }, seq): QueuedWrite => {
        const [id, text, entity] = [writeId(first + seq), JSON.stringify(op), entityOf(op)];
        rows.push(id, run, store, seq, fix, op.op, text, entity, FRESH.state, 1, now, now);
        for (const gid of gids) served.push(id, store, gid);
        for (const place of dependsOn) deps.push(id, first + place);
        const write = { ...FRESH, id, run, store, seq, fix, op, entity, createdAt: now, updatedAt: now };
        return { write, text };
      });
      insert(rows);
      insertOrders(served);
      insertDeps(deps);
      return queued;
    },
    get: (id) => {
      const row = get.get(id);
      return row === undefined ? null : decode(row);
    },
    stateOf: (id) => stateOf.get(id) ?? null,
    update: (id, patch, now) => {
      const current = repo.get(id);
      if (!current) throw new Error(`There is no write ${id}.`);
      repo.change(current, patch, now);
    },
    change: (current, patch, now) => {
      const next = { ...current, ...patch, updatedAt: now };
      update.run({
        id: current.id,
        // Only a decision changes it; else the text stays to the letter, which the audit trail vouches for.
        op: encode(patch.op),
        state: next.state,
        attempts: next.attempts,
        nextAttemptAt: next.nextAttemptAt,
        reason: encodeReason(next.reason),
        conflict: encode(next.conflict),
        rebased: encode(next.rebased),
        before: encode(next.before),
        progress: encode(next.progress),
        evidence: encode(next.evidence),
        effect: encode(next.effect),
        requestId: next.requestId,
        confirmedVersion: next.confirmedVersion,
        inOverlay: next.inOverlay ? 1 : 0,
        undoneBy: next.undoneBy,
        sentAt: next.sentAt,
        appliedAt: next.appliedAt,
        now,
      });
      return next;
    },
    leaveOverlay: (id) => void leaveOverlay.run(id),
    list: ({ states, run, store, order, steps, limit = 1000 }) =>
      all(
        list.all({
          states: encode(states),
          run: run ?? null,
          store: store ?? null,
          steps: steps ? 1 : null,
          gid: order?.gid ?? null,
          gidStore: order?.store ?? null,
          limit,
        }),
      ),
    counts: (run) => tally(run === undefined ? countsOfAll.all() : countsOfRun.all(run)),
    ofRun: (run) => all(ofRun.all(run)),
    inState: (state, store) => all(inState.all({ state, store: store ?? null })),
    queued: (ops) => all(queued.all(JSON.stringify(ops))),
    orders: (id) => orders.all(id),
    orderNames: (id) => orderNames.all(id),
    statesByOrder: (run) =>
      statesByOrder.all(run).map(({ reason, ...row }) => ({ ...row, reason: decodeReason(reason) })),
    dependencies: (id) => all(dependencies.all(id)),
    dependents: (id) => dependents.all(id).map(writeId),
    blocker: (id) => {
      const row = dependencyBlocker.get(id) ?? entityBlocker.get(id);
      return row === undefined ? null : decode(row);
    },
    alike: (id) => alike.all(id).map(writeId),
    lastOf: (run, store, gid) => {
      const id = lastOf.get(store, gid, run) ?? null;
      return id === null ? null : writeId(id);
    },
    isOvertaken: ({ id, store, entity }) =>
      (isGid('Order', entity) ? overtakenOfOrder : overtaken).get({ store, entity, id }) !== undefined,
    bringForward: (now, latest, settled) => void bringForward.run(settled, now, latest),
    storesWithOpenWrites: () => openStores.all(),
    *shownSince(since) {
      for (const row of shownSince.iterate(since)) yield decode(row);
    },
  };
  return repo;
}
