import type { StoreRow } from '../../../shared/contract/rows.ts';
import type { ImportKind } from '../../../shared/domain/import.ts';
import type { ReadableDb } from '../db/access.ts';
import { findStoreNo } from '../db/cache/store-numbers.ts';
import { readSyncState } from '../db/cache/sync-state.ts';
import type { Store } from '../stores/store.ts';
import { readsProducts } from '../sync/store-context.ts';
import { rulesOff } from '../triage/rules-off.ts';

/** Which rules cannot run for a store, and when which files were imported for it. */
export function ruleStanding(db: ReadableDb, store: Store): Pick<StoreRow, 'rulesOff' | 'imports'> {
  const no = findStoreNo(db, store.id);
  const imports =
    no === null
      ? []
      : db
          .prepare<[number], { kind: ImportKind; at: number }>(
            'SELECT kind, at FROM imports WHERE store = ? ORDER BY at DESC',
          )
          .all(no);
  const platformRead = store.platform !== null && no !== null && readSyncState(db, no).platformAt !== null;
  const off = rulesOff({
    settings: store.settings,
    withheld:
      readsProducts(store) || store.redacted.includes('products')
        ? store.redacted
        : [...store.redacted, 'products'],
    hasPlatformProducts: platformRead,
    hasPlatformWord: platformRead || imports.some(({ kind }) => kind === 'platform-errors'),
    hasLinkList: imports.some(({ kind }) => kind === 'links-csv'),
  });
  return { rulesOff: [...off], imports };
}
