import { z } from 'zod';
import { type RunId, type StoreId, storeId, type WriteId, writeId } from '../../../../shared/domain/ids.ts';
import type { BulkProgress } from '../../../../shared/contract/rows.ts';
import type { Millis } from '../../../../shared/domain/order.ts';
import type { WriteOpName } from '../../../../shared/domain/write.ts';
import type { WritableDb } from '../../db/open.ts';

/** Writes that go as one bulk operation (migration 0001 says what the phases mean). Times are UTC ms. */
export interface BulkSend {
  readonly id: number;
  readonly store: StoreId;
  readonly mark: string;
  readonly phase: 'uploading' | 'starting' | 'running' | 'over';
  readonly operation: string | null;
  readonly done: number;
  readonly createdAt: Millis;
  readonly startedAt: Millis | null;
  readonly endedAt: Millis | null;
}

/** SQL of the tables `bulk_sends` and `bulk_send_lines`. */
export interface BulkSendsRepo {
  insert(send: {
    readonly store: StoreId;
    readonly op: WriteOpName;
    readonly mark: string;
    readonly now: Millis;
  }): number;
  addLine(id: number, line: number, write: WriteId): void;
  update(
    id: number,
    patch: Partial<Pick<BulkSend, 'phase' | 'operation' | 'done' | 'startedAt' | 'endedAt'>>,
  ): void;
  /** The one that is not over; a store has one at a time. */
  open(store: StoreId): BulkSend | null;
  /** Its writes by line. */
  lines(id: number): ReadonlyMap<number, WriteId>;
  /** Whether what becomes of a write that is `sending` is told by an operation that is not over. */
  holds(write: WriteId): boolean;
  /** Whether at least so many writes of a store are queued. */
  isQueueLong(store: StoreId, least: number): boolean;
  /** Lines a second that the store's last operation did; null: there was none. */
  rate(store: StoreId): number | null;
  /** How far the operations are that are not over and have writes of the run. */
  ofRun(run: RunId): readonly BulkProgress[];
}

const time = z.int().nullable();
const sendRow = z
  .object({
    id: z.int(),
    store: z.string(),
    mark: z.string(),
    phase: z.enum(['uploading', 'starting', 'running', 'over']),
    operation: z.string().nullable(),
    done: z.int(),
    created_at: z.int(),
    started_at: time,
    ended_at: time,
  })
  .transform(
    ({ store, created_at: createdAt, started_at: startedAt, ended_at: endedAt, ...rest }): BulkSend => ({
      ...rest,
      store: storeId(store),
      createdAt,
      startedAt,
      endedAt,
    }),
  );

/** Prepares the statements on the journal. */
export function createBulkSendsRepo(db: WritableDb): BulkSendsRepo {
  const insert = db.prepare(`
    INSERT INTO bulk_sends (store, op_name, mark, phase, created_at) VALUES (@store, @op, @mark, 'uploading', @now)`);
  const addLine = db.prepare('INSERT INTO bulk_send_lines (send, line, write) VALUES (?, ?, ?)');
  const get = db.prepare('SELECT * FROM bulk_sends WHERE id = ?');
  const update = db.prepare(`
    UPDATE bulk_sends SET phase = @phase, operation = @operation, done = @done, started_at = @startedAt,
      ended_at = @endedAt WHERE id = @id`);
  const open = db.prepare(`SELECT * FROM bulk_sends WHERE store = ? AND phase <> 'over' ORDER BY id LIMIT 1`);
  const lines = db.prepare<[number], { line: number; write: number }>(
    'SELECT line, write FROM bulk_send_lines WHERE send = ?',
  );
  const holds = db
    .prepare<[number], number>(
      `SELECT 1 FROM bulk_send_lines l JOIN bulk_sends s ON s.id = l.send WHERE l.write = ? AND s.phase <> 'over' LIMIT 1`,
    )
    .pluck();
  const queued = db
    .prepare<[string, number], number>(
      `SELECT count(*) FROM (SELECT 1 FROM writes WHERE state = 'queued' AND store = ? LIMIT ?)`,
    )
    .pluck();
  const rate = db
    .prepare<[string], number | null>(
      `SELECT done * 1000.0 / max(ended_at - started_at, 1) FROM bulk_sends
       WHERE store = ? AND phase = 'over' AND started_at IS NOT NULL AND done > 0 ORDER BY id DESC LIMIT 1`,
    )
    .pluck();
  const ofRun = db.prepare<[string], BulkProgress>(`
    SELECT s.store, count(*) AS writes, (SELECT count(*) FROM bulk_send_lines a WHERE a.send = s.id) AS lines, s.done,
      s.started_at AS since
    FROM bulk_sends s JOIN bulk_send_lines l ON l.send = s.id JOIN writes w ON w.id = l.write
    WHERE s.phase <> 'over' AND w.run = ? GROUP BY s.id ORDER BY s.id`);

  return {
    insert: (send) => Number(insert.run(send).lastInsertRowid),
    addLine: (id, line, write) => void addLine.run(id, line, write),
    update: (id, patch) => {
      const next = { ...sendRow.parse(get.get(id)), ...patch };
      const { phase, operation, done, startedAt, endedAt } = next;
      update.run({ id, phase, operation, done, startedAt, endedAt });
    },
    open: (store) => {
      const row = open.get(store);
      return row === undefined ? null : sendRow.parse(row);
    },
    lines: (id) => new Map(lines.all(id).map(({ line, write }) => [line, writeId(write)])),
    holds: (write) => holds.get(write) === 1,
    isQueueLong: (store, least) => (queued.get(store, least) ?? 0) >= least,
    rate: (store) => rate.get(store) ?? null,
    ofRun: (run) => ofRun.all(run),
  };
}
