import type { Millis } from '../../../../shared/domain/order.ts';
import type { ReadableDb, WritableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';

/** How far a store has been read; UTC ms, null: never. */
export interface SyncState {
  /** Every order updated before this has been read. */
  readonly watermark: Millis | null;
  /** Orders created before this were not asked for. */
  readonly createdSince: Millis | null;
  readonly productsWatermark: Millis | null;
  /** When the platform's orders and products were last read and something was new. */
  readonly platformAt: Millis | null;
  /** When the cache was last compared with the store as a whole. */
  readonly reconciledAt: Millis | null;
  /** Digest of all that the platform listed then. */
  readonly platformDigest: number | null;
  /** Settings and access that all verdicts rest on; null: they rest on something that is no more. */
  readonly judgedOn: string | null;
}

const NEVER: SyncState = {
  watermark: null,
  createdSince: null,
  productsWatermark: null,
  platformAt: null,
  platformDigest: null,
  reconciledAt: null,
  judgedOn: null,
};

export function readSyncState(db: ReadableDb, store: StoreNo): SyncState {
  return (
    db
      .prepare<[number], SyncState>(
        `SELECT watermark, created_since AS createdSince, products_watermark AS productsWatermark,
           platform_at AS platformAt, platform_digest AS platformDigest, reconciled_at AS reconciledAt, judged_on AS judgedOn
         FROM sync_state WHERE store = ?`,
      )
      .get(store) ?? NEVER
  );
}

export function writeSyncState(db: WritableDb, store: StoreNo, change: Partial<SyncState>): void {
  const before = readSyncState(db, store);
  const state = { ...before, ...change };
  // A look that finds nothing new writes nothing.
  if (
    state.watermark === before.watermark &&
    state.createdSince === before.createdSince &&
    state.productsWatermark === before.productsWatermark &&
    state.platformAt === before.platformAt &&
    state.platformDigest === before.platformDigest &&
    state.reconciledAt === before.reconciledAt &&
    state.judgedOn === before.judgedOn
  ) {
    return;
  }
  db.prepare<[store: number, ...numbers: (number | null)[], judgedOn: string | null]>(
    `INSERT OR REPLACE INTO sync_state (store, watermark, created_since, products_watermark, platform_at,
       platform_digest, reconciled_at, judged_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    store,
    state.watermark,
    state.createdSince,
    state.productsWatermark,
    state.platformAt,
    state.platformDigest,
    state.reconciledAt,
    state.judgedOn,
  );
}
