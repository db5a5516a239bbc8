import { writeSyncState } from '../../electron/engine/db/cache/sync-state.ts';
import { setImmediate as letMessagesIn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { ingestOrders } from '../../electron/engine/sync/ingest-orders.ts';
import { gid, legacyId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { openFloorReader } from './open-floor-reader.ts';
import { pagesOf, readPage } from './pages.ts';
import { BATCH } from './lab.ts';
import type { ThreadWork } from './threads.ts';
import { openWorkspace } from './workspace.ts';

const WINDOW = 200;
/** Pages that are made beforehand; they come round again as other orders. */
const PAGES = 5;

// The one who starts it says so.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const { task, home, spec } = workerData as ThreadWork;
const stop = new AbortController();
parentPort?.once('message', () => stop.abort());
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const say = (what: unknown): void => parentPort?.postMessage(what);
say(await (task === 'ingest' ? ingestUntilStopped() : readUntilStopped()));

/** Takes new orders in as fast as it can, in batches of a first load. */
async function ingestUntilStopped(): Promise<number> {
  const workspace = await openWorkspace(home, spec);
  const pages = pagesOf(spec, BATCH).take(PAGES).toArray();
  let taken = 0;
  for (let round = 1; !stop.signal.aborted; round += 1) {
    for (const page of pages) {
      const run = workspace.runs[page.store];
      if (!run || stop.signal.aborted) break;
      const orders = readPage(page).map((order) => another(order, round));
      const reached = { watermark: orders[0]?.updatedAt ?? 0, createdSince: run.store.settings.since };
      await ingestOrders(run, orders, () => writeSyncState(run.cache, run.no, reached));
      if (taken === 0) say('at work');
      taken += orders.length;
      await letMessagesIn();
    }
  }
  workspace.databases.close();
  return taken;
}

/** The same order under another number: new to the cache. */
function another(order: Order, round: number): Order {
  const number = Number(legacyId(order.gid)) + round * 10_000_000_000_000;
  return { ...order, gid: gid('Order', `gid://shopify/Order/${number}`), name: `${order.name}-${round}` };
}

/** Reads window after window of whole rows. */
async function readUntilStopped(): Promise<number> {
  const reader = openFloorReader(home);
  const last = reader.prepare<[], number>('SELECT max(id) FROM orders').pluck().get() ?? 0;
  const window = reader.prepare<[number, number]>('SELECT * FROM orders WHERE id > ? LIMIT ?');
  let read = 0;
  for (let at = 0; !stop.signal.aborted; at = (at + 7919 * WINDOW) % Math.max(1, last - WINDOW)) {
    window.all(at, WINDOW);
    if (read === 0) say('at work');
    read += WINDOW;
    await letMessagesIn();
  }
  reader.close();
  return read;
}
