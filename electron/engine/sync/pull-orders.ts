import { readSyncState, writeSyncState } from '../db/cache/sync-state.ts';
import { ingestOrders } from './ingest-orders.ts';
import { keepUnread } from './keep-unread.ts';
import { rereadOrDrop } from './reread-or-drop.ts';
import { ordersOfStore } from './orders-to-judge.ts';
import type { StoreRun } from './store-run.ts';

/** How long the store's search index may take to show an order that it already has. */
const OVERLAP_MS = 5 * 60 * 1000;
/** After a longer pause there may be so much to read that an agent wants to know how much. */
const LONG_MS = 60 * 60 * 1000;

/**
 * Pages through the orders updated since the watermark. The watermark is the newest update seen, by the store's clock,
 * never ours: a clock that runs ahead would step over orders. Pages come oldest update first, so each page moves it.
 * @returns whether all orders were read, not only what changed
 */
export async function pullOrders(run: StoreRun, full: boolean): Promise<boolean> {
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
  // What a full pass did not meet, the search does not show or the store no longer has.
  if (full)
    await rereadOrDrop(
      run,
      ordersOfStore(cache, no).filter((id) => !seen.has(id)),
    );
  return anew;
}
