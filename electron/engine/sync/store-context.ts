import type { Product, Variant } from '../../../shared/domain/catalog.ts';
import type { Gid } from '../../../shared/domain/ids.ts';
import { createCatalogReads } from '../db/cache/catalog-repo.ts';
import { createEarlierTwin } from '../db/cache/earlier-twin.ts';
import { createListedLinks } from '../db/cache/imports-repo.ts';
import { createFulfilmentProductReads } from '../db/cache/platform-repo.ts';
import { createStockReads } from '../db/cache/platform-stock.ts';
import type { StoreNo } from '../db/cache/store-numbers.ts';
import { readSyncState } from '../db/cache/sync-state.ts';
import { createZipSuggestions } from '../db/cache/zip-suggestions.ts';
import type { ReadableDb } from '../db/open.ts';
import type { Store } from '../stores/store.ts';
import { createContext, type TriageContext } from '../triage/context.ts';

/**
 * What the rules may know beside an order, read from the cache as it is now. It remembers what it has read, so it is
 * made anew for each batch of orders and never kept.
 */
export function createStoreContext(db: ReadableDb, store: Store, no: StoreNo): TriageContext {
  const catalog = createCatalogReads(db, no);
  const platformRead = store.platform !== null && readSyncState(db, no).platformAt !== null;
  return createContext({
    settings: store.settings,
    productsReadable: readsProducts(store),
    variant: remembering<Gid<'ProductVariant'>, Variant>((gid) => catalog.variant(gid)),
    product: remembering<Gid<'Product'>, Product>((gid) => catalog.product(gid)),
    fulfilmentProducts: createFulfilmentProductReads(db, no),
    fulfilmentProductsKnown: platformRead,
    stock: createStockReads(db, no),
    listedLinks: createListedLinks(db, no),
    suggestZip: createZipSuggestions(db, no),
    earlierTwin: createEarlierTwin(db, no, store.settings.duplicateMinutes),
    // Until its orders have been read once, its silence about an order says nothing.
    platformConnected: platformRead,
  });
}

/** Whether the store's token may see products; without, nothing about them is known and nothing is “gone”. */
export function readsProducts(store: Store): boolean {
  return (
    !store.redacted.includes('products') &&
    !store.missingScopes.some(({ scope }) => scope === 'read_products')
  );
}

/** Everything about a store beside its orders and catalogue that verdicts rest on, to tell whether it is another now. */
export function basisOf(store: Store): string {
  return JSON.stringify([store.settings, readsProducts(store), store.redacted, store.platform !== null]);
}

function remembering<K, V extends object>(read: (key: K) => V | undefined): (key: K) => V | undefined {
  const known = new Map<K, V | null>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = read(key) ?? null;
      known.set(key, value);
    }
    return value ?? undefined;
  };
}
