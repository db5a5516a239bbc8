import { writeSyncState } from '../../electron/engine/db/cache/sync-state.ts';
import type { Order } from '../../shared/domain/order.ts';
import { ingestOrders } from '../../electron/engine/sync/ingest-orders.ts';
import { type OpenWorkspace, orderAt, ordersOfStore, type WorkspaceSpec } from './workspace.ts';

/** Some orders of one store, oldest first, each as the line that they arrive on. */
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
        JSON.stringify(orderAt(spec, store, from + at).order),
      );
      if (lines.length > 0) yield { store, lines };
    }
  }
}

/** The orders of a page, for both sides of a comparison. */
export function parsePage(page: Page): readonly Order[] {
  return page.lines.map((line): Order => JSON.parse(line));
}

/** What the engine does with a page, from its lines on. */
export async function takeIn({ runs }: OpenWorkspace, page: Page): Promise<void> {
  const run = runs[page.store];
  if (!run) throw new RangeError(`There is no store ${page.store}.`);
  const orders = parsePage(page);
  const watermark = Math.max(...orders.map((order) => order.updatedAt));
  await ingestOrders(run, orders, () =>
    writeSyncState(run.cache, run.no, { watermark, createdSince: run.store.settings.since }),
  );
}
