import { ensureStoreNo } from '../../electron/engine/db/cache/store-numbers.ts';
import { writeSyncState } from '../../electron/engine/db/cache/sync-state.ts';
import { createStoresRepo } from '../../electron/engine/stores/stores-repo.ts';
import { createStoresService } from '../../electron/engine/stores/stores-service.ts';
import { createSync } from '../../electron/engine/sync/create-sync.ts';
import type { PlatformReader, StoreReader } from '../../electron/engine/shopify/store-api.ts';
import type { WritableDb } from '../../electron/engine/db/open.ts';
import { openJournal } from '../../electron/engine/outbox/journal.ts';
import { createJournalOverlay } from '../../electron/engine/outbox/journal-overlay.ts';
import { copyHome, quietLogger, removeHome } from './bench-home.ts';
import type { Subject } from './lab.ts';
import { asRead } from './pages.ts';
import { benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { syntheticCatalog } from './synthetic-catalog.ts';
import { NOW } from './synthetic-store.ts';
import { NO_BULK, orderAt, openWorkspace, syncedOrders, type WorkspaceSpec } from './workspace.ts';
import { legacyId } from '../../shared/domain/ids.ts';

const ROUNDS = 10;
/** Room for the orders of one store in the synthetic numbers (synthetic-orders.ts). */
const ORDERS_PER_STORE = 100_000_000;
/** How long the engine rests between rounds (schedule/rest-after.ts). */
const REST_MS = 60_000;

/**
 * Rounds over all stores in which every API answers that nothing is new; the platform, which is always asked for all it
 * has, answers with what the cache holds. What counts is the processor's time, as a share of one core.
 */
export const idlePolling: Subject = {
  name: 'idle polling',
  run: async ({ orders, stores, seed, note, filled }) => {
    const spec = { seed, stores, orders };
    const home = copyHome(await filled(spec));
    const { databases } = await openWorkspace(home, spec);
    const { cache, journal } = databases;
    let now = NOW;
    const repo = createStoresRepo(journal);
    const service = createStoresService(repo);
    const numbers = new Map(repo.list().map(({ id }, no) => [id, no]));
    const platforms = new Map([...numbers].map(([id, no]) => [id, quietPlatform(spec, no)]));
    // A comparison of the whole store is not what a round costs: one comes every six hours.
    for (const id of numbers.keys()) writeSyncState(cache, ensureStoreNo(cache, id), { reconciledAt: NOW });
    const sync = createSync({
      cache,
      connections: {
        admin: () => Promise.reject(new Error('Sync reads through the reader.')),
        reader: async (id) => quietReader(spec, numbers.get(id) ?? 0),
        platform: async (id) => platforms.get(id) ?? null,
      },
      stores: service,
      overlay: createJournalOverlay(openJournal(journal), NOW),
      clock: { now: () => now, sleep: async () => undefined },
      logger: quietLogger,
      publish: () => undefined,
    });
    const round = async (): Promise<number> => {
      now += REST_MS;
      const begun = process.cpuUsage();
      await sync.run();
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1000;
    };
    // The first reads what was never read, such as events; the second compiles what it runs.
    for (let turn = 0; turn < 2; turn += 1) await round();
    const before = changes(cache) + changes(journal);
    const taken: number[] = [];
    // Within the time for which a look may go unwritten.
    for (let turn = 0; turn < Math.min(ROUNDS, 7); turn += 1) taken.push(await round());
    const written = changes(cache) + changes(journal) - before;
    databases.close();
    removeHome(home);
    note(`  processor time of a round ${spread(taken)}; ${written} rows written`);
    return [
      benchRow(
        {
          name: `idle polling of ${stores} stores`,
          value: (median(taken) / REST_MS) * 100,
          unit: '%',
          floor: null,
        },
        { atMost: 1 },
      ),
      benchRow(
        { name: 'rows written by idle polling', value: written, unit: 'rows', floor: null },
        { atMost: 0 },
      ),
    ];
  },
};

const changes = (db: WritableDb): number =>
  db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? Number.NaN;

/** A store in which nothing is new: what is asked for by id is as it was. */
function quietReader(spec: WorkspaceSpec, store: number): StoreReader {
  return {
    probe: () => Promise.reject(new Error('Nobody asks.')),
    ordersPage: async () => ({ orders: [], unread: [], next: null, cost: 1 }),
    ordersUpdatedCount: async () => ({ count: 0, cost: 1 }),
    ordersCreatedCount: () => Promise.reject(new Error('Nobody compares.')),
    ordersCreated: () => Promise.reject(new Error('Nobody compares.')),
    ordersByGid: async (gids) => ({
      // Compared by a digest that follows the order of their fields.
      orders: asRead(gids.map((gid) => orderAt(spec, store, Number(legacyId(gid)) % ORDERS_PER_STORE).order)),
      unread: [],
      cost: 1,
    }),
    catalogByProduct: async () => ({ products: [], variants: [], cost: 1 }),
    productsUpdated: async () => ({ products: [], variants: [], next: null, cost: 1 }),
    tagEvents: async () => ({ events: [], cost: 1 }),
    budget: () => null,
    bulk: NO_BULK,
  };
}

function quietPlatform(spec: Parameters<typeof syncedOrders>[0], store: number): PlatformReader {
  const orders = syncedOrders(spec, store);
  const { fulfilmentProducts } = syntheticCatalog(store);
  return { orders: async () => orders, products: async () => fulfilmentProducts, stock: async () => [] };
}
