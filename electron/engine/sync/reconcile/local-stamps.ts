import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { StoreNo } from '../../db/cache/store-numbers.ts';
import type { ReadableDb } from '../../db/open.ts';
import type { LocalStamp, Window } from './find-drift.ts';

/** Rows read before others get a turn: a store may have a million orders. */
const BATCH = 5_000;

/** What the cache has of a store's orders created in `window`, oldest first. */
export async function localStamps(db: ReadableDb, store: StoreNo, window: Window): Promise<LocalStamp[]> {
  const read = db.prepare<[number, number, number], LocalStamp>(
    `SELECT id, legacy_id AS legacyId, created_at AS createdAt, updated_at AS updatedAt FROM orders
     WHERE store = ? AND legacy_id > ? ORDER BY legacy_id LIMIT ?`,
  );
  const found: LocalStamp[] = [];
  let last = 0;
  for (;;) {
    const rows = read.all(store, last, BATCH);
    for (const row of rows)
      if (row.createdAt >= window.from && row.createdAt < window.before) found.push(row);
    last = rows.at(-1)?.legacyId ?? last;
    if (rows.length < BATCH) break;
    await yieldToOthers();
  }
  return found.toSorted((a, b) => a.createdAt - b.createdAt);
}
