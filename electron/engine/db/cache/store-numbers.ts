import { storeId, type StoreId } from '../../../../shared/domain/ids.ts';
import type { ReadableDb, WritableDb } from '../access.ts';

/** A store's small number inside the cache, where its id would be repeated in every row. */
export type StoreNo = number;

/** The number of a store; given one at the first use. */
export function ensureStoreNo(db: WritableDb, id: StoreId): StoreNo {
  const known = findStoreNo(db, id);
  if (known !== null) return known;
  return Number(db.prepare<[string]>('INSERT INTO stores (id) VALUES (?)').run(id).lastInsertRowid);
}

/** The number of a store; null: nothing of it was ever read. */
export function findStoreNo(db: ReadableDb, id: StoreId): StoreNo | null {
  return db.prepare<[string], number>('SELECT no FROM stores WHERE id = ?').pluck().get(id) ?? null;
}

/** All stores of the cache by number. */
export function storesByNo(db: ReadableDb): ReadonlyMap<StoreNo, StoreId> {
  const rows = db.prepare<[], { no: number; id: string }>('SELECT no, id FROM stores').all();
  return new Map(rows.map((row) => [row.no, storeId(row.id)]));
}
