import { isGid, type Gid } from '../../../shared/domain/ids.ts';
import { openItems, type Order } from '../../../shared/domain/order.ts';
import {
  type CatalogAnswer,
  keptProducts,
  missingProducts,
  saveCatalog,
  staleProducts,
  unknownProducts,
} from '../db/cache/catalog-repo.ts';
import { readSyncState, writeSyncState } from '../db/cache/sync-state.ts';
import { transaction } from '../db/open.ts';
import { readsProducts } from './store-context.ts';
import type { StoreReader } from '../shopify/store-api.ts';
import type { StoreRun } from './store-run.ts';

type ProductsPage = Awaited<ReturnType<StoreReader['productsUpdated']>>;

const HOUR_MS = 60 * 60 * 1000;
/** The store's clock and search index may be this far from ours; products carry no time of their own. */
const OVERLAP_MS = HOUR_MS / 4;
/** A deleted product shows nowhere but by its absence, so products of open orders are read again this often. */
const RECHECK_MS = 6 * HOUR_MS;
const RECHECK_AT_ONCE = 250;

/** Reads the products of `orders` that were never asked for, before the orders are judged; null: none are missing. */
export async function readUnknownProducts(
  run: StoreRun,
  orders: readonly Order[],
): Promise<CatalogAnswer | null> {
  if (!readsProducts(run.store)) return null;
  const gids = orders.flatMap((order) => openItems(order).flatMap((item) => item.product ?? []));
  const unknown = unknownProducts(run.cache, run.no, gids);
  return unknown.length === 0 ? null : readProducts(run, unknown);
}

/**
 * Keeps the catalogue in step: products updated since the last run, those that the token may see only now, and now and
 * then whether the others still exist.
 */
export async function pullCatalog(run: StoreRun, full: boolean): Promise<void> {
  if (!readsProducts(run.store)) return;
  await pullUpdatedProducts(run);
  await rereadProducts(run, missingProducts(run.cache, run.no));
  const before = full ? Infinity : run.clock.now() - RECHECK_MS;
  const stale = staleProducts(run.cache, run.no, Math.min(before, Number.MAX_SAFE_INTEGER));
  await rereadProducts(run, full ? stale : stale.slice(0, RECHECK_AT_ONCE));
}

/** Reads products again, whatever is known of them, and judges their orders anew. */
export async function rereadProducts(run: StoreRun, gids: readonly Gid<'Product'>[]): Promise<void> {
  for (let start = 0; start < gids.length; start += RECHECK_AT_ONCE) {
    const answer = await readProducts(run, gids.slice(start, start + RECHECK_AT_ONCE));
    await keepCatalog(run, answer);
  }
}

async function pullUpdatedProducts(run: StoreRun): Promise<void> {
  const { cache, no, reader, clock, signal, meter } = run;
  const started = clock.now();
  const { productsWatermark } = readSyncState(cache, no);
  let found = false;
  if (productsWatermark !== null) {
    // A watermark in the future: the clock was set back.
    const range = { from: Math.min(productsWatermark, started) - OVERLAP_MS, to: started + OVERLAP_MS };
    let after: string | null = null;
    do {
      const readAt = clock.now();
      const page: ProductsPage = await reader.productsUpdated({ ...range, after }, signal);
      meter.cost += page.cost;
      found ||= page.products.length > 0;
      const kept = keptProducts(
        cache,
        no,
        page.products.map((product) => product.gid),
      );
      await keepCatalog(run, {
        asked: [],
        products: page.products.filter((product) => kept.has(product.gid)),
        variants: page.variants.filter((variant) => kept.has(variant.product)),
        readAt,
      });
      after = page.next;
    } while (after !== null);
  }
  // Nothing new: the next look begins where this one did, until that is long ago.
  if (!found && productsWatermark !== null && Math.abs(started - productsWatermark) < HOUR_MS) return;
  writeSyncState(cache, no, { productsWatermark: started });
}

export async function readProducts(run: StoreRun, gids: readonly Gid<'Product'>[]): Promise<CatalogAnswer> {
  const readAt = run.clock.now();
  const answer = await run.reader.catalogByProduct(gids, run.signal);
  run.meter.cost += answer.cost;
  return { asked: gids, products: answer.products, variants: answer.variants, readAt };
}

/** Saves an answer and, in the same transaction, what `alsoWrite` does; lets confirmed writes on what it shows leave the overlay, and judges the orders behind what changed. */
export async function keepCatalog(
  run: StoreRun,
  answer: CatalogAnswer,
  alsoWrite: () => void = () => undefined,
): Promise<void> {
  const { cache, no, store, triage, meter } = run;
  const changed = transaction(cache, () => {
    alsoWrite();
    return saveCatalog(cache, no, answer);
  });
  meter.products += countProducts(changed);
  const settled = settleCatalog(run, answer);
  await triage.rejudgeEntities(store.id, new Set([...changed, ...settled]));
}

/** @returns the products and variants that had queued writes */
export function settleCatalog({ overlay, store }: StoreRun, answer: CatalogAnswer): readonly string[] {
  const entities = [...answer.products, ...answer.variants].map(({ gid }) => gid);
  const withWrites = [...overlay.opsFor(store.id, entities).keys()];
  if (withWrites.length > 0) overlay.settle(store.id, new Map(withWrites.map((gid) => [gid, answer.readAt])));
  return withWrites;
}

export function countProducts(changed: ReadonlySet<string>): number {
  return [...changed].filter((gid) => isGid('Product', gid)).length;
}
