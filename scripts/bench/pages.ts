import { writeSyncState } from '../../electron/engine/db/cache/sync-state.ts';
import type { Order } from '../../shared/domain/order.ts';
import { isUnread, ordersByIdsAnswer, toOrder } from '../../electron/engine/shopify/decode/order.ts';
import { ALL_PARTS } from '../../electron/engine/shopify/documents/parts.ts';
import { ingestOrders } from '../../electron/engine/sync/ingest-orders.ts';
import { pageNode } from './admin-json.ts';
import { type OpenWorkspace, orderAt, ordersOfStore, type WorkspaceSpec } from './workspace.ts';

/** Some orders of one store, oldest first, each as the API has it. */
export interface Page {
  readonly store: number;
  readonly lines: readonly string[];
}

/**
 * A workspace's orders in pages of at most `size`, the stores taking turns as their lanes do. Pages are made as they
 * are taken: a million orders are never in memory at once. `skipped`: of each store, the oldest that are left out.
 */
export function* pagesOf(spec: WorkspaceSpec, size: number, skipped = 0): Generator<Page> {
  const longest = ordersOfStore(spec, 0);
  for (let from = skipped; from < longest; from += size) {
    for (let store = 0; store < spec.stores; store += 1) {
      const to = Math.min(from + size, ordersOfStore(spec, store));
      const lines = Array.from({ length: to - from }, (_, at) =>
        pageNode(orderAt(spec, store, from + at).order),
      );
      if (lines.length > 0) yield { store, lines };
    }
  }
}

/** What a floor does with the lines of a page. */
export function parsePage(page: Page): readonly unknown[] {
  return page.lines.map((line): unknown => JSON.parse(line));
}

/** The orders of a page, read as the engine reads an answer. */
export function readPage(page: Page): readonly Order[] {
  return readNodes(parsePage(page));
}

/** The same orders as the API would give them and the engine would read them. */
export function asRead(orders: readonly Order[]): readonly Order[] {
  return readNodes(orders.map((order): unknown => JSON.parse(pageNode(order))));
}

function readNodes(nodes: readonly unknown[]): readonly Order[] {
  return ordersByIdsAnswer.parse({ nodes }).map((raw) => {
    if (raw === null || isUnread(raw)) throw new Error('An order of the benchmark could not be read.');
    return toOrder(raw, raw.lineItems.nodes, raw.fulfillments, ALL_PARTS);
  });
}

/** What the engine does with a page, from its lines on. */
export async function takeIn({ runs }: OpenWorkspace, page: Page): Promise<void> {
  const run = runs[page.store];
  if (!run) throw new RangeError(`There is no store ${page.store}.`);
  const orders = readPage(page);
  const watermark = Math.max(...orders.map((order) => order.updatedAt));
  await ingestOrders(run, orders, () =>
    writeSyncState(run.cache, run.no, { watermark, createdSince: run.store.settings.since }),
  );
}
