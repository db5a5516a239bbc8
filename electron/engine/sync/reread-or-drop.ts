import { gid, legacyId } from '../../../shared/domain/ids.ts';
import { createLaterTwins } from '../db/cache/later-twins.ts';
import { createOrderReads } from '../db/cache/order-record.ts';
import { createOrdersRepo } from '../db/cache/orders-repo.ts';
import { transaction } from '../db/open.ts';
import { ingestOrders } from './ingest-orders.ts';
import { keepUnread } from './keep-unread.ts';
import type { StoreRun } from './store-run.ts';

const AT_ONCE = 100;

/**
 * Reads orders of the cache again by their ids, past the search index; what the store does not answer it no longer has,
 * and goes.
 * @param ids local ids
 * @returns how many were other than here, and how many are gone
 */
export async function rereadOrDrop(
  run: StoreRun,
  ids: readonly number[],
): Promise<{ readonly changed: number; readonly gone: number }> {
  const { cache, reader, signal, meter } = run;
  const reads = createOrderReads(cache);
  const before = meter.orders;
  let gone = 0;
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const batch = reads.many(ids.slice(start, start + AT_ONCE));
    const answer = await reader.ordersByGid(
      batch.map(({ order }) => gid('Order', order.gid)),
      signal,
    );
    meter.cost += answer.cost;
    await ingestOrders(run, answer.orders);
    keepUnread(run, answer.unread);
    const there = new Set([...answer.orders, ...answer.unread].map((order) => order.gid));
    const missing = batch.filter(({ order }) => !there.has(order.gid)).map(({ id }) => id);
    gone += missing.length;
    if (missing.length === 0) continue;
    const twins = transaction(cache, () => {
      const repo = createOrdersRepo(cache);
      const laterTwins = createLaterTwins(cache, run.no, run.store.settings.duplicateMinutes);
      const repeated = laterTwins(
        batch.filter(({ order }) => !there.has(order.gid)).map(({ order }) => Number(legacyId(order.gid))),
      );
      for (const id of missing) repo.remove(id);
      repo.flush();
      return run.triage.judge(run.store, repeated);
    });
    run.moved([...missing, ...twins]);
  }
  return { changed: meter.orders - before, gone };
}
