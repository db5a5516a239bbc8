import { z } from 'zod';
import { type StoreId, storeId } from '../../../shared/domain/ids.ts';
import type { WritableDb } from '../db/open.ts';
import type { OrderMark } from './overlay.ts';

/** SQL of the table `order_marks`: what agents decided about orders. */
export interface MarksRepo {
  get(store: StoreId, gid: string): { readonly mark: OrderMark; readonly reason: string | null } | null;
  /** null takes the mark back. */
  put(store: StoreId, gid: string, mark: OrderMark | null, reason: string | null): void;
  all(): readonly { readonly store: StoreId; readonly gid: string; readonly mark: OrderMark }[];
}

const markRow = z.object({
  store: z.string(),
  gid: z.string(),
  kind: z.enum(['snoozed', 'dismissed']),
  until: z.int().nullable(),
  reason: z.string().nullable(),
  at: z.int(),
});

/** Prepares the statements on the journal. */
export function createMarksRepo(db: WritableDb): MarksRepo {
  const get = db.prepare(
    'SELECT store, gid, kind, until, reason, at FROM order_marks WHERE store = ? AND gid = ?',
  );
  const put = db.prepare(`
    INSERT INTO order_marks (store, gid, kind, until, reason, at) VALUES (@store, @gid, @kind, @until, @reason, @at)
    ON CONFLICT (store, gid) DO UPDATE SET kind = excluded.kind, until = excluded.until, reason = excluded.reason,
      at = excluded.at`);
  const remove = db.prepare('DELETE FROM order_marks WHERE store = ? AND gid = ?');
  const all = db.prepare('SELECT store, gid, kind, until, reason, at FROM order_marks');
  const decode = (row: unknown) => {
    const { store, gid, kind, until, reason, at } = markRow.parse(row);
    return { store: storeId(store), gid, mark: { kind, until, at }, reason };
  };
  return {
    get: (store, gid) => {
      const row = get.get(store, gid);
      return row === undefined ? null : decode(row);
    },
    put: (store, gid, mark, reason) => {
      if (mark) put.run({ store, gid, ...mark, reason });
      else remove.run(store, gid);
    },
    all: () => all.all().map(decode),
  };
}
