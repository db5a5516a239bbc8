import { digestOf } from '../db/cache/digest.ts';
import { replaceFulfilmentProducts, replacePlatformOrders } from '../db/cache/platform-repo.ts';
import { replacePlatformStock } from '../db/cache/platform-stock.ts';
import { readSyncState, writeSyncState } from '../db/cache/sync-state.ts';
import { transaction } from '../db/open.ts';
import type { PlatformReader } from '../shopify/store-api.ts';
import { ordersStockExplains } from './orders-to-judge.ts';
import type { StoreRun } from './store-run.ts';

/**
 * Reads what the fulfilment platform has. Runs before the orders are pulled, so that they are judged with its word.
 * Orders about which it says something else now are judged in the same transaction, and so are those that wait for stock
 * where its stock moved; where its products changed, links may have too, and all verdicts are marked to be judged anew.
 */
export async function pullPlatform(run: StoreRun, platform: PlatformReader): Promise<void> {
  const { cache, no, store, triage, clock, signal } = run;
  const [orders, products, stock] = await Promise.all([
    platform.orders(signal),
    platform.products(signal),
    platform.stock(signal),
  ]);
  const digest = digestOf([orders, products, stock]);
  if (digest === readSyncState(cache, no).platformDigest) return;
  const moved = transaction(cache, () => {
    const first = readSyncState(cache, no).platformAt === null;
    const changed = replacePlatformOrders(cache, no, orders);
    const stockMoved = replacePlatformStock(cache, no, stock ?? []);
    const linksMayDiffer = replaceFulfilmentProducts(cache, no, products);
    writeSyncState(cache, no, {
      platformAt: clock.now(),
      platformDigest: digest,
      ...(first || linksMayDiffer ? { judgedOn: null } : {}),
    });
    if (first) return [];
    return triage.judge(
      store,
      stockMoved ? new Set([...changed, ...ordersStockExplains(cache, no)]) : changed,
    );
  });
  if (moved.length > 0) run.moved(moved);
}
