import type { Millis } from '../../../shared/domain/order.ts';
import { takeSeen } from '../db/cache/bulk-seen.ts';
import { readSyncState, writeSyncState } from '../db/cache/sync-state.ts';
import { loadInBulk } from './bulk/load-in-bulk.ts';
import { ingestOrders } from './ingest-orders.ts';
import { keepUnread } from './keep-unread.ts';
import { hasOrders, ordersOfStore } from './orders-to-judge.ts';
import { rereadOrDrop } from './reread-or-drop.ts';
import type { StoreRun } from './store-run.ts';

/** How long the store's search index may take to show an order that it already has. */
const OVERLAP_MS = 5 * 60 * 1000;
/** After a longer pause there may be so much to read that an agent wants to know how much. */
const LONG_MS = 60 * 60 * 1000;

/**
 * Reads the orders updated since the watermark, page by page; a first load that pages would take long for comes by a bulk
 * operation, and pages go on from there. The watermark is the newest update seen, by the store's clock,
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
  let createdSince = anew ? since : (state.createdSince ?? since);

  let watermark = anew ? null : state.watermark;
  const rangeFrom = (mark: Millis | null) => ({
    from: mark === null ? null : mark - OVERLAP_MS,
    // Frozen, or a busy store would keep the run going forever.
    to: Math.max(clock.now(), mark ?? 0) + OVERLAP_MS,
    createdSince,
  });
  if (watermark === null || clock.now() - (store.lastSync ?? 0) > LONG_MS) {
    const { count, cost } = await reader.ordersUpdatedCount(rangeFrom(watermark), signal);
    meter.total = count;
    meter.cost += cost;
    run.progress();
  }
  let sweeps = full;
  const seen = new Set<number>();
  if (watermark === null) {
    const loaded = await loadInBulk(run, {
      createdSince,
      orders: meter.total,
      sweeps: full && hasOrders(cache, no),
      isAsked: full,
    });
    if (loaded.kind === 'loaded') {
      sweeps = loaded.sweeps;
      for (const id of takeSeen(cache, no)) seen.add(id);
      const reached = readSyncState(cache, no);
      watermark = reached.watermark;
      createdSince = reached.createdSince ?? since;
    }
  }
  const range = rangeFrom(watermark);
  let after: string | null = null;
  do {
    const page = await reader.ordersPage({ ...range, after }, signal);
    meter.cost += page.cost;
    keepUnread(run, page.unread);
    if (page.orders.length > 0) {
      watermark = Math.max(watermark ?? 0, ...page.orders.map((order) => order.updatedAt));
      const seenTo = { watermark, createdSince };
      const ids = await ingestOrders(run, page.orders, () => writeSyncState(cache, no, seenTo));
      for (const id of ids) seen.add(id);
      run.progress();
    }
    signal?.throwIfAborted();
    after = page.next;
  } while (after !== null);
  // What a full pass did not meet, the search does not show or the store no longer has.
  if (sweeps)
    await rereadOrDrop(
      run,
      ordersOfStore(cache, no).filter((id) => !seen.has(id)),
    );
  return anew;
}
