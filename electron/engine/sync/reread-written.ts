import { gid, isGid, type Gid } from '../../../shared/domain/ids.ts';
import { createCatalogReads } from '../db/cache/catalog-repo.ts';
import { createOrderReads } from '../db/cache/order-record.ts';
import { entitiesOf } from '../triage/order-entities.ts';
import { ingestOrders } from './ingest-orders.ts';
import { keepUnread } from './keep-unread.ts';
import { overlaidOrders } from './orders-to-judge.ts';
import { readsProducts } from './store-context.ts';
import { rereadProducts } from './pull-catalog.ts';
import type { StoreRun } from './store-run.ts';

const AT_ONCE = 100;

/**
 * Reads what our own writes touched by id: the search index may not show them yet, and until they are seen the board
 * would go on predicting what has already happened.
 */
export async function rereadWritten(run: StoreRun): Promise<void> {
  const { cache, no, store, reader, overlay, signal, meter } = run;
  const records = createOrderReads(cache).many(overlaidOrders(cache, no));
  const withWrites = overlay.opsFor(store.id, [
    ...new Set(records.flatMap(({ order }) => entitiesOf(order))),
  ]);

  const orders = overlay.unsettledOrders(store.id).map((order) => gid('Order', order));
  for (let start = 0; start < orders.length; start += AT_ONCE) {
    const answer = await reader.ordersByGid(orders.slice(start, start + AT_ONCE), signal);
    meter.cost += answer.cost;
    await ingestOrders(run, answer.orders);
    keepUnread(run, answer.unread);
  }
  if (readsProducts(store)) await rereadProducts(run, productsAmong(run, withWrites.keys()));
}

function productsAmong({ cache, no }: StoreRun, entities: Iterable<string>): readonly Gid<'Product'>[] {
  const catalog = createCatalogReads(cache, no);
  const products = new Set<Gid<'Product'>>();
  for (const entity of entities) {
    if (isGid('Product', entity)) products.add(entity);
    const variant = isGid('ProductVariant', entity) ? catalog.variant(entity) : undefined;
    if (variant) products.add(variant.product);
  }
  return [...products];
}
