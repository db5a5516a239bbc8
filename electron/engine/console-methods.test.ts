/** What the console asks beside the command line: an order in full, urgency, pickers, the offline switch, reconnecting. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import { type Demo, type DemoStore, startDemo } from '../demo/start-demo.ts';
import { connectStores, eventually, openWorkspace, type TestWorkspace } from './test-support/workspace.ts';

let demo: Demo;
let workspace: TestWorkspace;
let client: Client;
let store: DemoStore;
let storeId: string;

beforeAll(async () => {
  demo = await startDemo({ orders: 400, stores: 1, reprocessDelayMs: 10, indexLagMs: 50 });
  const [first] = demo.stores;
  if (!first) throw new Error('The demo has no store.');
  store = first;
  workspace = await openWorkspace();
  ({ client } = workspace);
  await connectStores(client, demo.stores);
  storeId = (await client.call('stores.list', {}))[0]?.id ?? '';
});
afterAll(async () => {
  await workspace.close();
  await demo.close();
});

async function firstOf(errorType: 'ignored_by_tag' | 'product_not_linked') {
  const { items } = await client.call('orders.list', { filter: { errorType } });
  const [row] = items;
  if (!row) throw new Error(`No order with ${errorType}.`);
  return row;
}

test('an order in full: address, items, causes, and a timeline that says who tagged it', async () => {
  const row = await firstOf('ignored_by_tag');
  const detail = await client.call('orders.get', { id: row.id });
  const truth = demo.inspect(store.domain).order(row.gid).order;
  expect(detail.row).toEqual(row);
  expect(detail.address?.city).toBe(truth.shippingAddress?.city);
  expect(detail.items.length).toBeGreaterThan(0);
  expect(detail.causes.map(({ errorType, fix }) => ({ errorType, fix }))).toContainEqual({
    errorType: 'ignored_by_tag',
    fix: 'remove_ignore_tag',
  });
  expect(detail.timeline[0]).toMatchObject({ what: 'placed', at: row.createdAt });
  expect(
    detail.timeline.some(
      ({ what, subject }) => what === 'tagged' && subject?.toLowerCase() === 'bigblue-ignore',
    ),
  ).toBe(true);
});

test('an order that is not there is refused in words', async () => {
  await expect(client.call('orders.get', { id: 999_999 })).rejects.toMatchObject({ code: 'not_found' });
});

test('urgency counts what the next cut-off decides and no more than what is stuck', async () => {
  const { cutoff, orders, byType } = await client.call('board.urgency', {});
  const stuck = (await client.call('board.summary', {})).reduce((sum, row) => sum + row.orders, 0);
  expect(cutoff).toBeGreaterThan(Date.now());
  expect(orders).toBeLessThan(stuck);
  expect(byType.reduce((sum, row) => sum + row.orders, 0)).toBe(orders);
});

test('pickers find fulfilment products and variants by words', async () => {
  const [product] = demo.inspect(store.domain).fulfilmentProducts;
  const found = await client.call('catalog.products', {
    storeId,
    query: (product?.name ?? '').toUpperCase(),
  });
  expect(found.map(({ id }) => id)).toContain(product?.id);
  const variants = await client.call('catalog.variants', { storeId, query: '' });
  expect(variants.length).toBeGreaterThan(0);
  expect(await client.call('catalog.products', { storeId, query: 'no such thing anywhere' })).toEqual([]);
});

describe('the offline switch', () => {
  test('keeps writes queued, and switching it back sends them', async () => {
    const row = await firstOf('ignored_by_tag');
    await client.call('network.set', { offline: true });
    expect(await client.call('engine.status', {})).toMatchObject({ offline: true });
    const plan = await client.call('fix.plan', { fix: 'remove_ignore_tag', scope: { orders: [row.id] } });
    const { run } = await client.call('fix.commit', { plan });
    expect((await client.call('outbox.drain', { timeoutMs: 5000 })).offline).toEqual([storeId]);
    expect(
      demo
        .inspect(store.domain)
        .order(row.gid)
        .order.tags.map((tag) => tag.toLowerCase()),
    ).toContain('bigblue-ignore');

    await client.call('network.set', { offline: false });
    await client.call('outbox.drain', { timeoutMs: 30_000 });
    const { items } = await client.call('outbox.list', { run });
    expect(items.map(({ state }) => state)).toEqual(['applied']);
    expect((await client.call('orders.get', { id: row.id })).writes.map(({ state }) => state)).toEqual([
      'applied',
    ]);
  });
});

describe('connecting', () => {
  const address = () => ({ domain: store.domain, token: store.token, endpoint: store.endpoint });

  test('a check tells each scope and keeps nothing', async () => {
    const check = await client.call('stores.check', {
      ...address(),
      platform: { endpoint: store.platformEndpoint, key: store.platformKey },
    });
    expect(check.scopes.length).toBeGreaterThan(5);
    expect(check.scopes.every(({ granted, costs }) => granted && costs !== '')).toBe(true);
    expect(check.platformProducts).toBeGreaterThan(0);
    expect(await client.call('stores.list', {})).toHaveLength(1);
  });

  test('a check names what a missing scope costs, and refuses a wrong token', async () => {
    const granted = (await client.call('stores.check', address())).scopes.map(({ scope }) => scope);
    demo.act.setScopes(
      store.domain,
      granted.filter((scope) => scope !== 'write_order_edits'),
    );
    const check = await client.call('stores.check', address());
    expect(check.scopes.filter((scope) => !scope.granted)).toEqual([
      {
        scope: 'write_order_edits',
        granted: false,
        costs: expect.stringContaining('Items cannot be removed'),
      },
    ]);
    demo.act.setScopes(store.domain, granted);
    await expect(client.call('stores.check', { ...address(), token: 'shpat_wrong' })).rejects.toMatchObject({
      code: 'unauthorized',
    });
  });

  test('a token refused while sending marks the store at once, as a sync would', async () => {
    await client.call('sync.run', {});
    const row = await firstOf('ignored_by_tag');
    const plan = await client.call('fix.plan', { fix: 'remove_ignore_tag', scope: { orders: [row.id] } });
    await client.call('fix.commit', { plan });
    demo.act.revokeToken(store.domain);
    expect((await client.call('outbox.drain', { timeoutMs: 10_000 })).unauthorized).toEqual([storeId]);
    expect((await client.call('stores.list', {}))[0]).toMatchObject({
      state: 'reconnect',
      stateReason: expect.stringContaining('refused the access token'),
    });
    demo.act.restoreToken(store.domain);
    await client.call('stores.reconnect', { storeId, token: store.token });
    await client.call('outbox.drain', { timeoutMs: 30_000 });
    expect((await client.call('outbox.list', {})).counts.blocked_auth).toBe(0);
  });

  test('a revoked token marks the store, and a new one brings it back', async () => {
    demo.act.revokeToken(store.domain);
    await client.call('sync.run', {});
    expect((await client.call('stores.list', {}))[0]).toMatchObject({ state: 'reconnect' });
    await expect(client.call('stores.reconnect', { storeId, token: store.token })).rejects.toMatchObject({
      code: 'unauthorized',
    });
    demo.act.restoreToken(store.domain);
    expect(await client.call('stores.reconnect', { storeId, token: store.token })).toMatchObject({
      state: 'ok',
    });
    const synced = await eventually(
      async () => (await client.call('sync.run', {})).stores[0]?.error,
      (error) => error === undefined,
    );
    expect(synced).toBeUndefined();
  });

  test('a platform key is renewed alone: a wrong one is refused, a good one connects a platform that was not there', async () => {
    const { platformEndpoint, platformKey } = store;
    await expect(client.call('stores.reconnect', { storeId, platformKey: 'wrong' })).rejects.toMatchObject({
      code: 'unauthorized',
    });
    await expect(
      client.call('stores.reconnect', { storeId, platformEndpoint: 'nonsense', platformKey }),
    ).rejects.toMatchObject({ code: 'bad_input', meta: { field: 'platform endpoint' } });
    await expect(client.call('stores.reconnect', { storeId, platformEndpoint })).rejects.toMatchObject({
      code: 'bad_input',
    });
    expect(await client.call('stores.reconnect', { storeId, platformEndpoint, platformKey })).toMatchObject({
      platform: true,
      state: 'ok',
    });
    expect((await client.call('sync.run', {})).stores[0]?.error).toBeUndefined();
  });
});
