import { gid } from '../../../shared/domain/ids.ts';
import { createOrdersRepo } from '../db/cache/orders-repo.ts';
import { createOrderReads } from '../db/cache/order-record.ts';
import { readSyncState, writeSyncState } from '../db/cache/sync-state.ts';
import { transaction } from '../db/open.ts';
import { ingestOrders } from './ingest-orders.ts';
import { keepUnread } from './keep-unread.ts';
import { ordersOfStore } from './orders-to-judge.ts';
import type { StoreRun } from './store-run.ts';

/** How long the store's search index may take to show an order that it already has. */
const OVERLAP_MS = 5 * 60 * 1000;
const AT_ONCE = 100;
/** After a longer pause there may be so much to read that an agent wants to know how much. */
const LONG_MS = 60 * 60 * 1000;

/**
 * Pages through the orders updated since the watermark. The watermark is the newest update seen, by the store's clock,
 * never ours: a clock that runs ahead would step over orders. Pages come oldest update first, so each page moves it.
 */
export async function pullOrders(run: StoreRun, full: boolean): Promise<void> {
  const { cache, no, store, reader, clock, signal, meter } = run;
  const state = readSyncState(cache, no);
  const { since } = store.settings;
  const anew =
    full || state.watermark === null || (state.createdSince !== null && since < state.createdSince);
  if (anew) writeSyncState(cache, no, { watermark: null, createdSince: since });
  const createdSince = anew ? since : (state.createdSince ?? since);

  let watermark = anew ? null : state.watermark;
  const range = {
    from: watermark === null ? null : watermark - OVERLAP_MS,
    // Frozen, or a busy store would keep the run going forever.
    to: Math.max(clock.now(), watermark ?? 0) + OVERLAP_MS,
    createdSince,
  };
  if (watermark === null || clock.now() - (store.lastSync ?? 0) > LONG_MS) {
    const { count, cost } = await reader.ordersUpdatedCount(range, signal);
    meter.total = count;
    meter.cost += cost;
    run.progress();
  }
  const seen = new Set<number>();
  let after: string | null = null;
  do {
    const page = await reader.ordersPage({ ...range, after }, signal);
    meter.cost += page.cost;
    keepUnread(run, page.unread);
    if (page.orders.length > 0) {
      watermark = Math.max(watermark ?? 0, ...page.orders.map((order) => order.updatedAt));
      for (const id of await ingestOrders(run, page.orders, { watermark, createdSince })) seen.add(id);
      run.progress();
    }
    signal?.throwIfAborted();
    after = page.next;
  } while (after !== null);
  if (full) await dropDeletedOrders(run, seen);
}

/** Orders that a full pass did not meet are asked for by id; the store no longer has what it does not answer. */
async function dropDeletedOrders(run: StoreRun, seen: ReadonlySet<number>): Promise<void> {
  const { cache, no, reader, signal, meter } = run;
  const reads = createOrderReads(cache);
  const unseen = ordersOfStore(cache, no).filter((id) => !seen.has(id));
  for (let start = 0; start < unseen.length; start += AT_ONCE) {
    const batch = reads.many(unseen.slice(start, start + AT_ONCE));
    const answer = await reader.ordersByGid(
      batch.map(({ order }) => gid('Order', order.gid)),
      signal,
    );
    meter.cost += answer.cost;
    await ingestOrders(run, answer.orders, null);
    keepUnread(run, answer.unread);
    const there = new Set([...answer.orders, ...answer.unread].map((order) => order.gid));
    const gone = batch.filter(({ order }) => !there.has(order.gid)).map(({ id }) => id);
    transaction(cache, () => {
      const repo = createOrdersRepo(cache);
      for (const id of gone) repo.remove(id);
      repo.flush();
    });
    if (gone.length > 0) run.moved(gone);
  }
}
