import type { Millis } from '../../../../shared/domain/order.ts';
import type { BulkKind } from '../../shopify/store-api.ts';
import type { ReadableDb, WritableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';

/** How far a load by a bulk operation is. */
export interface BulkLoad {
  /** Shopify's id; null: bulk operations were given up, the load goes on by pages. */
  readonly operation: string | null;
  /** What its query asked for of an order. */
  readonly composition: string;
  /** Before it was asked for, by our clock, UTC ms. */
  readonly beganAt: Millis;
  /** By the store's clock, UTC ms. */
  readonly createdAt: Millis;
  /** Orders created before were not asked for, UTC ms. */
  readonly createdSince: Millis;
  /** Whether orders that it does not hold are to be looked for: the store may no longer have them. */
  readonly sweeps: boolean;
  /** Operations begun for this load so far. */
  readonly attempts: number;
  /** Bytes of its file that have been taken in; the next line begins there. */
  readonly bytesRead: number;
  readonly rootsRead: number;
}

type Row = Omit<BulkLoad, 'sweeps'> & { readonly sweeps: 0 | 1 };

export function readBulkLoad(db: ReadableDb, store: StoreNo, kind: BulkKind): BulkLoad | null {
  const row = db
    .prepare<[number, string], Row>(
      `SELECT operation, composition, began_at AS beganAt, created_at AS createdAt, created_since AS createdSince,
         sweeps, attempts, bytes_read AS bytesRead, roots_read AS rootsRead
       FROM bulk_loads WHERE store = ? AND kind = ?`,
    )
    .get(store, kind);
  return row ? { ...row, sweeps: row.sweeps === 1 } : null;
}

export function writeBulkLoad(db: WritableDb, store: StoreNo, kind: BulkKind, load: BulkLoad): void {
  db.prepare<[number, string, string | null, string, number, number, number, number, number, number, number]>(
    `INSERT OR REPLACE INTO bulk_loads (store, kind, operation, composition, began_at, created_at, created_since, sweeps,
       attempts, bytes_read, roots_read)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    store,
    kind,
    load.operation,
    load.composition,
    load.beganAt,
    load.createdAt,
    load.createdSince,
    load.sweeps ? 1 : 0,
    load.attempts,
    load.bytesRead,
    load.rootsRead,
  );
}

/** Ends a load, or makes way for another operation: what was kept of its lines goes too. */
export function dropBulkLoad(db: WritableDb, store: StoreNo, kind: BulkKind): void {
  dropBulkLines(db, store, kind);
  db.prepare<[number, string]>('DELETE FROM bulk_loads WHERE store = ? AND kind = ?').run(store, kind);
}

/** Lines belong to one operation: those of another have other places. */
export function dropBulkLines(db: WritableDb, store: StoreNo, kind: BulkKind): void {
  db.prepare<[number, string]>('DELETE FROM bulk_lines WHERE store = ? AND kind = ?').run(store, kind);
}
