import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { legacyId, type StoreId } from '../../../shared/domain/ids.ts';
import { findStoreNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';
import type { Standing } from '../outbox/check-outcome.ts';

interface Row {
  readonly id: number;
  readonly state: Standing['state'];
  readonly errorType: ErrorType | null;
  readonly source: Standing['source'];
  readonly overlaid: 0 | 1;
}

/** Where orders stand, by what their store calls them; their bodies are not even read. */
export function orderStandings(
  db: ReadableDb,
): (store: StoreId, gid: string) => (Standing & { readonly id: number }) | null {
  const find = db.prepare<[number, number], Row>(
    `SELECT id, state, error_type AS errorType, source, overlaid FROM orders WHERE store = ? AND legacy_id = ?`,
  );
  return (store, gid) => {
    const no = findStoreNo(db, store);
    const row = no === null ? undefined : find.get(no, Number(legacyId(gid)));
    return row ? { ...row, overlaid: row.overlaid === 1 } : null;
  };
}

/** What orders are called outside the cache, by their local ids; those that are not there are left out. */
export function gidsOf(db: ReadableDb, ids: readonly number[]): readonly string[] {
  return db
    .prepare<[string], string>(
      `SELECT 'gid://shopify/Order/' || legacy_id FROM orders WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(ids));
}
