import { saveCatalog } from '../../electron/engine/db/cache/catalog-repo.ts';
import {
  replaceFulfilmentProducts,
  replacePlatformOrders,
} from '../../electron/engine/db/cache/platform-repo.ts';
import { ensureStoreNo } from '../../electron/engine/db/cache/store-numbers.ts';
import { writeSyncState } from '../../electron/engine/db/cache/sync-state.ts';
import { transaction } from '../../electron/engine/db/open.ts';
import { openDatabases, type Databases } from '../../electron/engine/open-databases.ts';
import { createJournalOverlay } from '../../electron/engine/outbox/journal-overlay.ts';
import { openJournal } from '../../electron/engine/outbox/journal.ts';
import type { PlatformOrder, StoreReader } from '../../electron/engine/shopify/store-api.ts';
import type { Store } from '../../electron/engine/stores/store.ts';
import { createStoresRepo } from '../../electron/engine/stores/stores-repo.ts';
import { basisOf } from '../../electron/engine/sync/store-context.ts';
import type { StoreRun } from '../../electron/engine/sync/store-run.ts';
import { createTriageRunner } from '../../electron/engine/sync/triage-runner.ts';
import { legacyId } from '../../shared/domain/ids.ts';
import { benchPorts, quietLogger } from './bench-home.ts';
import { syntheticCatalog } from './synthetic-catalog.ts';
import { syntheticOrder, type SyntheticOrder, type Trouble } from './synthetic-orders.ts';
import { NOW, syntheticStore } from './synthetic-store.ts';

/** What a workspace of the benchmark holds. */
export interface WorkspaceSpec {
  readonly seed: number;
  readonly orders: number;
  readonly stores: number;
  /** Every order has this one; left out: each by its share. */
  readonly trouble?: Trouble | undefined;
}

/** A workspace's databases, and the parts of the engine that take orders in, as the engine wires them. */
export interface OpenWorkspace {
  readonly databases: Databases;
  /** One per store, in their order. */
  readonly runs: readonly StoreRun[];
}

/** How many orders store `store` has. */
export function ordersOfStore({ orders, stores }: WorkspaceSpec, store: number): number {
  return Math.floor(orders / stores) + (store < orders % stores ? 1 : 0);
}

export function orderAt(spec: WorkspaceSpec, store: number, n: number): SyntheticOrder {
  const { seed, trouble } = spec;
  return syntheticOrder({ seed, store, n, trouble, ordersOfStore: ordersOfStore(spec, store) });
}

/** Opens a workspace; a new one gets its stores, their catalogues and what the platform says, but no order yet. */
export async function openWorkspace(home: string, spec: WorkspaceSpec): Promise<OpenWorkspace> {
  const ports = benchPorts(home);
  const databases = await openDatabases(ports);
  const { journal, cache } = databases;
  const repo = createStoresRepo(journal);
  const stores = Array.from({ length: spec.stores }, (_, no) => syntheticStore(no));
  if (repo.list().length === 0) {
    for (const store of stores) repo.put(store);
    transaction(cache, () => {
      for (const [at, store] of stores.entries()) stock(databases, spec, store, at);
    });
  }
  const { clock } = ports;
  const overlay = createJournalOverlay(openJournal(journal), NOW);
  const triage = createTriageRunner({
    cache,
    stores: { list: () => stores },
    overlay,
    clock,
    onMoved: () => undefined,
  });
  const runs = stores.map((store): StoreRun => ({
    cache,
    store,
    no: ensureStoreNo(cache, store.id),
    reader: NO_READER,
    triage,
    overlay,
    clock,
    logger: quietLogger,
    signal: undefined,
    turn: { last: 0 },
    meter: {
      mode: 'incremental',
      phase: 'reading',
      read: 0,
      total: null,
      orders: 0,
      products: 0,
      cost: 0,
      unread: 0,
      notes: [],
    },
    moved: () => undefined,
    progress: () => undefined,
    begin: () => undefined,
  }));
  return { databases, runs };
}

function stock({ cache }: Databases, spec: WorkspaceSpec, store: Store, at: number): void {
  const no = ensureStoreNo(cache, store.id);
  const { products, variants, fulfilmentProducts, asked } = syntheticCatalog(at);
  saveCatalog(cache, no, { asked, products, variants, readAt: NOW });
  replaceFulfilmentProducts(cache, no, fulfilmentProducts);
  replacePlatformOrders(cache, no, syncedOrders(spec, at));
  writeSyncState(cache, no, {
    createdSince: store.settings.since,
    productsWatermark: NOW,
    platformAt: NOW,
    judgedOn: basisOf(store),
  });
}

/** Lets the platform list the orders of `spec` that have synced, when it has more than what the workspace was made with. */
export function listOnPlatform({ databases, runs }: OpenWorkspace, spec: WorkspaceSpec): void {
  transaction(databases.cache, () => {
    for (const [at, { no }] of runs.entries())
      replacePlatformOrders(databases.cache, no, syncedOrders(spec, at));
  });
}

export function syncedOrders(spec: WorkspaceSpec, store: number): readonly PlatformOrder[] {
  return Array.from({ length: ordersOfStore(spec, store) }, (_, n) => orderAt(spec, store, n))
    .filter(({ trouble }) => trouble === null)
    .map(({ order }) => ({
      id: `P${legacyId(order.gid)}`,
      externalId: legacyId(order.gid),
      status: 'SHIPPED',
      message: null,
    }));
}

const refuse = (): Promise<never> => Promise.reject(new Error('The benchmark reads nothing from a store.'));

export const NO_BULK: StoreReader['bulk'] = {
  orders: refuse,
  products: refuse,
  composition: refuse,
  start: refuse,
  state: refuse,
  cancel: refuse,
  open: refuse,
};

const NO_READER: StoreReader = {
  probe: refuse,
  ordersPage: refuse,
  ordersUpdatedCount: refuse,
  ordersCreatedCount: refuse,
  ordersCreated: refuse,
  ordersByGid: refuse,
  catalogByProduct: refuse,
  productsUpdated: refuse,
  tagEvents: refuse,
  budget: () => null,
  bulk: NO_BULK,
};
