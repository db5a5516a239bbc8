import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { gid, storeId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { connectInput } from '../demo/connect-input.ts';
import type { FaultPlan } from '../demo/faults.ts';
import { type Demo, type DemoStore, startDemo } from '../demo/start-demo.ts';
import { createOrderReads } from './db/cache/order-record.ts';
import { findStoreNo } from './db/cache/store-numbers.ts';
import { cacheMigrations } from './db/migrations/cache.ts';
import { openDatabase, type ReadableDb } from './db/open.ts';
import type { Ports } from './ports.ts';
import { openWorkspace } from './test-support/workspace.ts';

const STORES = 50;
const ORDERS = 50 * STORES;
const ROUNDS = 4;
/** Waits for budgets and outages go by this much faster. */
const HASTE = 40;

/** About one request in four goes wrong, each in its own way. */
const CHAOS: FaultPlan = {
  seed: 11,
  rules: [
    { probability: 0.06, effect: { throttled: true } },
    { probability: 0.05, effect: { cut: 'before' } },
    { probability: 0.05, effect: { cut: 'after' } },
    { probability: 0.05, effect: { truncate: true } },
    { probability: 0.04, effect: { status: 503 } },
    { probability: 0.03, effect: { status: 429, retryAfter: 2 } },
  ],
};

test('fifty stores that sync under faults and restarts end with the orders that the merchants have', async () => {
  const demo = await startDemo({
    orders: ORDERS,
    stores: STORES,
    seed: 3,
    platformRequestsPerMinute: 100_000,
  });
  onTestFinished(() => demo.close());
  const change: Partial<Ports> = {
    clock: {
      now: () => Date.now(),
      sleep: (ms, signal) => delay(ms / HASTE, undefined, signal ? { signal } : {}).catch(() => undefined),
    },
  };
  let workspace = await openWorkspace(change);
  const { ports } = workspace;
  for (const store of demo.stores) await workspace.client.call('stores.add', connectInput(store));

  demo.setFaults(CHAOS);
  for (let round = 0; round < ROUNDS; round += 1) {
    const syncing = workspace.client.call('sync.run', {}).catch(() => null);
    meddle(demo, round);
    // The first rounds do not come to their end: the engine is closed in the middle and opened again.
    if (round < ROUNDS - 1) await delay(1_500);
    else await syncing;
    await workspace.close();
    await syncing;
    workspace = await openWorkspace(ports);
  }

  demo.setFaults({ rules: [] });
  // The search index shows the last changes.
  await delay(500);
  const { stores: rows } = await workspace.client.call('sync.run', {});
  expect(rows.filter(({ error }) => error !== undefined)).toEqual([]);
  const settings = new Map(
    (await workspace.client.call('stores.list', {})).map((row) => [
      row.domain,
      { id: row.id, since: row.settings.since },
    ]),
  );
  await workspace.close();

  const cache = openDatabase({
    file: join(ports.paths.home, 'cache.db'),
    key: (await ports.secrets.get('database-key')) ?? '',
    migrations: cacheMigrations,
    kind: 'cache',
    readonly: true,
  });
  onTestFinished(() => cache.close());
  let compared = 0;
  for (const store of demo.stores) {
    const connected = settings.get(store.domain);
    if (!connected) throw new Error(`${store.domain} is not connected.`);
    const there = ordersThere(demo, store, connected.since);
    expect({ domain: store.domain, orders: ordersHere(cache, connected.id) }).toEqual({
      domain: store.domain,
      orders: there,
    });
    compared += there.size;
  }
  expect(compared).toBeGreaterThan(ORDERS / 2);
});

/** Somebody else changes orders of every store while it is read. */
function meddle(demo: Demo, round: number): void {
  for (const { domain } of demo.stores) {
    const names = [...demo.inspect(domain).orders()].map(({ order }) => order.name);
    const pick = (n: number): string => names[(round * 7 + n * 13) % names.length] ?? '';
    demo.act.tagOrder(domain, pick(1), `round-${round}`);
    demo.act.setAddress(domain, pick(2), { city: `City ${round}` });
    demo.act.cancelOrder(domain, pick(3));
    demo.act.fulfillOrder(domain, pick(4));
  }
}

/** What both sides say of an order. */
type Row = Pick<Order, 'name' | 'createdAt' | 'updatedAt' | 'cancelledAt' | 'financialStatus'> & {
  readonly tags: readonly string[];
  readonly address: readonly (string | null)[] | null;
  readonly items: readonly (string | number | boolean | null)[][];
  readonly fulfillments: number;
};

type Place = Pick<
  NonNullable<Order['shippingAddress']>,
  'address1' | 'city' | 'zip' | 'countryCode' | 'phone'
>;
const addressOf = ({ address1, city, zip, countryCode, phone }: Place) => [
  address1,
  city,
  zip,
  countryCode,
  phone,
];

function ordersThere(demo: Demo, { domain }: DemoStore, since: number): Map<string, Row> {
  const rows = [...demo.inspect(domain).orders()]
    .filter(({ order }) => order.createdAt >= since)
    .map(({ order }): [string, Row] => [
      order.name,
      {
        name: order.name,
        createdAt: order.createdAt,
        updatedAt: order.updatedAt,
        cancelledAt: order.cancelledAt,
        financialStatus: order.financialStatus,
        tags: [...order.tags].toSorted(),
        address: order.shippingAddress && addressOf(order.shippingAddress),
        items: order.items.map((item) => [
          gid('LineItem', `gid://shopify/LineItem/${item.id}`),
          item.title,
          item.sku,
          item.quantity,
          item.currentQuantity,
          item.requiresShipping,
        ]),
        fulfillments: order.fulfillments.length,
      },
    ]);
  return new Map(rows.toSorted(([a], [b]) => a.localeCompare(b)));
}

function ordersHere(cache: ReadableDb, store: string): Map<string, Row> {
  const no = findStoreNo(cache, storeId(store));
  const ids = cache.prepare<[number | null], number>('SELECT id FROM orders WHERE store = ?').pluck().all(no);
  const rows = createOrderReads(cache)
    .many(ids)
    .map(({ order }): [string, Row] => [
      order.name,
      {
        name: order.name,
        createdAt: order.createdAt,
        updatedAt: order.updatedAt,
        cancelledAt: order.cancelledAt,
        financialStatus: order.financialStatus,
        tags: [...order.tags].toSorted(),
        address: order.shippingAddress && addressOf(order.shippingAddress),
        items: order.lineItems.map((item) => [
          item.gid,
          item.title,
          item.sku,
          item.quantity,
          item.currentQuantity,
          item.requiresShipping,
        ]),
        fulfillments: order.fulfillments.length,
      },
    ]);
  return new Map(rows.toSorted(([a], [b]) => a.localeCompare(b)));
}
