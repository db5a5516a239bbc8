import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EngineEvent } from '../../../../../shared/contract/events.ts';
import type { StoreSync } from '../../../../../shared/contract/rows.ts';
import { type Demo, type DemoOptions, type DemoStore, startDemo } from '../../../../demo/start-demo.ts';
import { cacheMigrations } from '../../../db/migrations/cache.ts';
import { openDatabase, type WritableDb } from '../../../db/open.ts';
import { TEST_KEY, tempDir } from '../../../db/test-support/temp-dir.ts';
import type { Clock, Http } from '../../../ports.ts';
import { createAdminClient } from '../../../shopify/client.ts';
import { createStoreReader } from '../../../shopify/reader.ts';
import type { StoreReader } from '../../../shopify/store-api.ts';
import { silentLogger } from '../../../shopify/test-support/test-ports.ts';
import type { Store } from '../../../stores/store.ts';
import { createSync, type Sync } from '../../create-sync.ts';
import { aStore } from '../../test-support/fake-merchant.ts';
import { FakeOverlay } from '../../test-support/fake-overlay.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Waiting is never what a test is about. */
export const hastyClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, Math.min(ms, 5));
    }),
};

/** One demo merchant read over HTTP, and what the app keeps of it. */
export interface BulkBench {
  readonly demo: Demo;
  readonly merchant: DemoStore;
  readonly store: Store;
  readonly events: EngineEvent[];
  /** Operations and downloads that were asked for, in turn. */
  readonly asked: string[];
  readonly reader: StoreReader;
  cache: WritableDb;
  sync: Sync;
  run(options?: { readonly full?: boolean }): Promise<StoreSync>;
  /** The app's process ends and a new one opens the same files. */
  restart(): void;
}

interface Options extends DemoOptions {
  /** What pages may spend: little of it makes a bulk operation worth its while for a store of any size. */
  readonly budget?: { readonly available: number; readonly restoreRate: number };
  readonly http?: Http;
  /** Another bench’s demo, read by another app. */
  readonly of?: BulkBench;
}

export async function aBulkBench({
  budget = { available: 0, restoreRate: 1 },
  http = fetch,
  of,
  ...options
}: Options = {}): Promise<BulkBench> {
  const demo =
    of?.demo ?? (await startDemo({ orders: 150, stores: 1, bulkDelayMs: 5, indexLagMs: 0, ...options }));
  if (!of) onTestFinished(() => demo.close());
  const [merchant] = demo.stores;
  if (!merchant) throw new Error('The demo has no store.');
  const store = of?.store ?? storeOf(merchant);
  const rows = [store];
  const file = join(tempDir(), 'cache.db');
  const asked: string[] = [];
  const events: EngineEvent[] = [];
  const noting: Http = (url, init) => {
    asked.push(nameOf(url, init));
    return http(url, init);
  };

  const open = (): Pick<BulkBench, 'cache' | 'sync' | 'reader'> => {
    const cache = openDatabase({ file, key: TEST_KEY, migrations: cacheMigrations, kind: 'cache' });
    const { domain, endpoint, token } = merchant;
    const client = createAdminClient({
      domain,
      endpoint,
      token,
      http: noting,
      clock: hastyClock,
      logger: silentLogger,
    });
    const reader: StoreReader = {
      ...createStoreReader(client, { clock: hastyClock, logger: silentLogger }),
      budget: () => budget,
    };
    const sync = createSync({
      cache,
      connections: {
        admin: async () => client,
        reader: async () => reader,
        platform: async () => null,
      },
      stores: {
        list: () => rows,
        noteSync: () => undefined,
        noteAccess: (_, { missingScopes, redacted }) => {
          rows[0] = { ...store, missingScopes, redacted };
        },
      },
      overlay: new FakeOverlay(),
      clock: hastyClock,
      logger: silentLogger,
      publish: (event) => void events.push(event),
    });
    return { cache, sync, reader };
  };
  const bench: BulkBench = {
    ...open(),
    demo,
    merchant,
    store,
    events,
    asked,
    run: async (how = {}) => {
      const [row] = await bench.sync.run(how);
      if (!row) throw new Error('The store was not read.');
      return row;
    },
    restart: () => {
      bench.cache.close();
      Object.assign(bench, open());
    },
  };
  onTestFinished(() => bench.cache.close());
  return bench;
}

function storeOf(merchant: DemoStore): Store {
  return aStore('atelier', {
    name: merchant.name,
    domain: merchant.domain,
    endpoint: merchant.endpoint,
    settings: {
      ...aStore().settings,
      countries: merchant.syncCountries,
      paymentTerms: merchant.syncPaymentTerms,
      linkRoute: merchant.linkRoute,
      since: Date.now() - 200 * DAY,
    },
  });
}

function nameOf(url: string, { body, headers }: RequestInit): string {
  if (url.includes('/bulk/')) return `download ${new Headers(headers).get('Range') ?? 'whole'}`;
  const text = typeof body === 'string' ? body : '';
  const inner = /query (Bulk(?:Orders|Products)) /.exec(text)?.[1];
  return inner ?? /(?:query|mutation) (\w+)/.exec(text)?.[1] ?? url;
}

/** All that the cache says of orders, products and counts; local ids, which depend on the order of reading, left out. */
export async function contentOf({
  cache,
  sync,
  store,
}: Pick<BulkBench, 'cache' | 'store'> & { readonly sync: Pick<Sync, 'rejudgeStore'> }): Promise<
  Record<'orders' | 'counts' | 'causes' | 'products' | 'variants', readonly unknown[]>
> {
  // A missing postal code is suggested from orders that were here already.
  await sync.rejudgeStore(store.id);
  const all = (sql: string): unknown[] => {
    const text = JSON.stringify(cache.prepare(sql).all());
    // Where several orders agree on a city's postal code, any of them may be named.
    const rows: unknown[] = JSON.parse(text.replaceAll(/(same_city\\",\\"order\\":)\\"[^"]+\\"/g, '$1null'));
    return rows;
  };
  return {
    orders: all(
      'SELECT legacy_id, updated_at, digest, state, error_type, diagnoses, head, body FROM orders ORDER BY legacy_id',
    ),
    counts: all('SELECT * FROM order_counts WHERE orders > 0 ORDER BY state, error_type, source, currency'),
    causes: all(
      `SELECT c.key, n.orders, n.value_minor, n.unblocks FROM cause_counts n JOIN causes c ON c.id = n.cause
       WHERE n.orders > 0 ORDER BY c.key`,
    ),
    products: all('SELECT product, body FROM products WHERE body IS NOT NULL ORDER BY product'),
    variants: all('SELECT variant, product, body FROM variants ORDER BY variant'),
  };
}

/** Nothing of a load is left behind once it is done. */
export function remains({ cache }: Pick<BulkBench, 'cache'>): number {
  return Number(
    cache
      .prepare(
        `SELECT (SELECT count(*) FROM bulk_lines) + (SELECT count(*) FROM bulk_seen)
           + (SELECT count(*) FROM bulk_loads WHERE operation IS NOT NULL)`,
      )
      .pluck()
      .get(),
  );
}
