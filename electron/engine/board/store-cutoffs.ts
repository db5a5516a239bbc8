import { cutoffsAround } from '../../../shared/domain/cutoff.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { findStoreNo, type StoreNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';
import type { Store } from '../stores/store.ts';

/** The cut-offs of a store around a moment, UTC ms. `no`: its number in the cache; null: nothing of it was read yet. */
export interface StoreCutoffs {
  readonly id: StoreId;
  readonly no: StoreNo | null;
  readonly previous: Millis;
  readonly next: Millis;
}

/** Of every store that has cut-offs. */
export function storeCutoffs(db: ReadableDb, stores: readonly Store[], now: Millis): readonly StoreCutoffs[] {
  return stores.flatMap(({ id, settings }) => {
    const around = cutoffsAround(settings.cutoffs, now);
    return around ? [{ id, no: findStoreNo(db, id), ...around }] : [];
  });
}
