import type { Millis, Order } from '../../../shared/domain/order.ts';
import { legacyId } from '../../../shared/domain/ids.ts';
import { saveCatalog } from '../db/cache/catalog-repo.ts';
import { createLaterTwins } from '../db/cache/later-twins.ts';
import { createOrdersRepo } from '../db/cache/orders-repo.ts';
import { forgetUnreadOrders } from '../db/cache/unread-orders.ts';
import { transaction } from '../db/open.ts';
import { countProducts, readUnknownProducts, settleCatalog } from './pull-catalog.ts';
import type { StoreRun } from './store-run.ts';
import { zipsFirst } from './zips-first.ts';

/**
 * Takes in orders as the store gave them: what is newer replaces what is here, together with verdicts (also of orders that
 * repeat them), counts and how far the store has been read (`alsoWrite`) in one transaction. A crash leaves either all of it or nothing, so the next run goes on from there.
 * @returns local ids of `orders`
 */
export async function ingestOrders(
  run: StoreRun,
  orders: readonly Order[],
  alsoWrite: (ids: readonly number[]) => void = () => undefined,
): Promise<readonly number[]> {
  const { cache, no, store, triage, overlay, meter } = run;
  const catalog = await readUnknownProducts(run, orders);
  const { ids, moved } = transaction(cache, () => {
    if (catalog) meter.products += countProducts(saveCatalog(cache, no, catalog));
    const repo = createOrdersRepo(cache);
    const laterTwins = createLaterTwins(cache, no, store.settings.duplicateMinutes);
    const numbers = orders.map(({ gid }) => Number(legacyId(gid)));
    // Before as well: an order that moved to another address no longer leads to those that repeated it.
    const repeated = laterTwins(numbers);
    const upserted = repo.upsert(no, zipsFirst(orders), triage.judgeOf(store));
    const fresh = upserted
      .filter(({ change }) => change === 'new' || change === 'changed')
      .map(({ id }) => id);
    meter.orders += fresh.length;
    forgetUnreadOrders(
      cache,
      no,
      orders.map(({ gid }) => gid),
    );
    const all = upserted.map(({ id }) => id);
    alsoWrite(all);
    repo.flush();
    if (fresh.length === 0) return { ids: all, moved: fresh };
    const twins = new Set([...repeated, ...laterTwins(numbers)]);
    return { ids: all, moved: [...new Set([...fresh, ...triage.judge(store, twins)])] };
  });
  meter.read += orders.length;
  if (moved.length > 0) run.moved(moved);

  const written = [
    ...overlay
      .opsFor(
        store.id,
        orders.map(({ gid }) => gid),
      )
      .keys(),
  ];
  if (written.length > 0) {
    const versions = new Map<string, Millis>(orders.map((order) => [order.gid, order.updatedAt]));
    overlay.settle(store.id, new Map(written.flatMap((gid) => pair(gid, versions.get(gid)))));
  }
  const settled = [...written, ...(catalog ? settleCatalog(run, catalog) : [])];
  if (settled.length > 0) await triage.rejudgeEntities(store.id, settled);
  return ids;
}

function pair<K, V>(key: K, value: V | undefined): [K, V][] {
  return value === undefined ? [] : [[key, value]];
}
