import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EngineEvent } from '../../../../shared/contract/events.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { cacheMigrations } from '../../db/migrations/cache.ts';
import { createOrderReads, type OrderRecord } from '../../db/cache/order-record.ts';
import { openDatabase, type WritableDb } from '../../db/open.ts';
import { TEST_KEY, tempDir } from '../../db/test-support/temp-dir.ts';
import type { Store, StoreConnections } from '../../stores/store.ts';
import { MORNING } from '../../triage/test-support/samples.ts';
import { createSync, type Sync, type SyncOutcome } from '../create-sync.ts';
import { aStore, FakeMerchant } from './fake-merchant.ts';
import { FakeOverlay } from './fake-overlay.ts';

/** A cache, one merchant unless told otherwise, and a clock that stands at `MORNING` until moved. */
export interface Workbench {
  readonly cache: WritableDb;
  readonly merchant: FakeMerchant;
  readonly overlay: FakeOverlay;
  readonly sync: Sync;
  readonly clock: { time: number };
  readonly stores: Store[];
  readonly outcomes: Map<string, SyncOutcome>;
  readonly events: EngineEvent[];
  /** The order as the cache has it. */
  record(order: Pick<Order, 'gid'>): OrderRecord | undefined;
  records(): readonly OrderRecord[];
}

export function aCache(): WritableDb {
  const cache = openDatabase({
    file: join(tempDir(), 'cache.db'),
    key: TEST_KEY,
    migrations: cacheMigrations,
    kind: 'cache',
  });
  onTestFinished(() => cache.close());
  return cache;
}

export function aWorkbench(
  merchants: Record<string, FakeMerchant> = { atelier: new FakeMerchant() },
): Workbench {
  const cache = aCache();
  const overlay = new FakeOverlay();
  const clock = { time: MORNING };
  const stores = Object.keys(merchants).map((id) => aStore(id));
  const outcomes = new Map<string, SyncOutcome>();
  const events: EngineEvent[] = [];
  const merchantOf = (id: string): FakeMerchant => {
    const merchant = merchants[id];
    if (!merchant) throw new Error(`No merchant ${id}.`);
    return merchant;
  };
  const connections: StoreConnections = {
    admin: () => Promise.reject(new Error('Sync reads through the reader.')),
    reader: async (id) => merchantOf(id).reader,
    platform: async (id) =>
      stores.find((store) => store.id === id)?.platform ? merchantOf(id).platform : null,
  };
  const sync = createSync({
    cache,
    connections,
    stores: {
      list: () => stores,
      noteSync: (id, outcome) => void outcomes.set(id, outcome),
      noteAccess: (id, { missingScopes }) => {
        const at = stores.findIndex((store) => store.id === id);
        stores.splice(at, 1, aStore(id, { missingScopes }));
      },
    },
    overlay,
    clock: { now: () => clock.time, sleep: async () => undefined },
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    publish: (event) => events.push(event),
  });
  const records = (): readonly OrderRecord[] =>
    createOrderReads(cache).many(
      cache.prepare<[], number>('SELECT id FROM orders ORDER BY id').pluck().all(),
    );
  const [first] = Object.values(merchants);
  return {
    cache,
    merchant: first ?? new FakeMerchant(),
    overlay,
    sync,
    clock,
    stores,
    outcomes,
    events,
    records,
    record: ({ gid }) => records().find(({ order }) => order.gid === gid),
  };
}
