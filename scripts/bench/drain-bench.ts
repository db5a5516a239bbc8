import { join } from 'node:path';
import { journalMigrations } from '../../electron/engine/db/migrations/journal.ts';
import { openDatabase } from '../../electron/engine/db/open.ts';
import { createOutbox, type Outbox } from '../../electron/engine/outbox/outbox.ts';
import type { Clock } from '../../electron/engine/ports.ts';
import { createBulkWriter } from '../../electron/engine/shopify/bulk/bulk-writer.ts';
import { createAdminClient } from '../../electron/engine/shopify/client.ts';
import { gid, storeId } from '../../shared/domain/ids.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { ASKED_SCOPES } from '../../shared/domain/scope.ts';
import { BENCH_KEY, makeHome, quietLogger, removeHome } from './bench-home.ts';
import { type DemoMerchants, startDemoThread } from './start-demo-thread.ts';
import { syntheticStore } from './synthetic-store.ts';

/** Shopify's standard plan: the slowest, and the one on which a large run hurts most. */
export const STANDARD = { bucket: 2000, restorePerSecond: 100 };
/** A look at an order's tags, and tagsAdd (https://shopify.dev/docs/api/usage/limits). */
export const POINTS_EACH = 11;

/** The wall's time: what is measured is real requests over the loopback under the merchants' own throttle. */
const wallClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const over = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', over);
        resolve();
      };
      const timer = setTimeout(over, ms);
      signal?.addEventListener('abort', over);
    }),
};

export interface Drained {
  /** From the first request to the last answer, ms. */
  readonly ms: number;
  readonly applied: number;
}

/** Commits one tag for each of so many orders of every demo store, and sends them. */
export async function drainTags(spec: {
  readonly seed: number;
  readonly stores: number;
  readonly writesEach: number;
  readonly bulk: boolean;
}): Promise<Drained> {
  const { seed, stores, writesEach, bulk } = spec;
  const { merchants, close } = await startDemoThread({
    seed,
    stores,
    orders: stores * writesEach,
    throttle: STANDARD,
    indexLagMs: 0,
  });
  const home = makeHome();
  const db = openDatabase({ file: join(home, 'journal.db'), key: BENCH_KEY, migrations: journalMigrations });
  const outbox = outboxOver(db, merchants, bulk);
  outbox.commit(planOf(merchants, writesEach));
  const begun = performance.now();
  const { counts } = await outbox.drain();
  const ms = performance.now() - begun;
  await outbox.stop();
  db.close();
  removeHome(home);
  await close();
  return { ms, applied: counts.applied };
}

function outboxOver(db: ReturnType<typeof openDatabase>, merchants: DemoMerchants, bulk: boolean): Outbox {
  const clients = new Map(
    merchants.map(({ domain, endpoint, token }) => [
      domain,
      createAdminClient({ domain, endpoint, token, http: fetch, clock: wallClock, logger: quietLogger }),
    ]),
  );
  const clientOf = (domain: string) => {
    const client = clients.get(domain);
    if (!client) throw new Error(`There is no demo store ${domain}.`);
    return client;
  };
  const { settings } = syntheticStore(0);
  return createOutbox({
    journal: db,
    clock: wallClock,
    random: Math.random,
    connections: {
      admin: async (store) => clientOf(store),
      ...(bulk ? { bulk: async (store: string) => createBulkWriter(clientOf(store)) } : {}),
    },
    stores: { get: () => ({ scopes: ASKED_SCOPES, redacted: [], settings }) },
    applySetting: () => undefined,
    logger: quietLogger,
    agent: 'bench',
    currentOrder: () => null,
  });
}

function planOf(merchants: DemoMerchants, writesEach: number): Plan {
  const all = merchants.flatMap(({ domain, orders }) =>
    orders
      .slice(0, writesEach)
      .map((id) => ({ store: storeId(domain), order: gid('Order', `gid://shopify/Order/${id}`) })),
  );
  return {
    format: 'unstuck-plan',
    version: 1,
    id: 'bench-drain',
    createdAt: 0,
    fix: 'reprocess',
    params: {},
    orders: all.map(({ store, order }, at) => ({
      id: at + 1,
      store,
      gid: order,
      name: order,
      changes: [],
      remaining: null,
    })),
    writes: all.map(({ store, order }, at) => ({
      key: `w${at}`,
      store,
      op: { op: 'order_tags_add', order, tags: ['bench'] },
      dependsOn: [],
      orders: [order],
    })),
    excluded: [],
    cost: 0,
    estimateMs: 0,
  };
}
