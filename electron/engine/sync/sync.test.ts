import { describe, expect, test } from 'vitest';
import { UnstuckError } from '../../../shared/errors.ts';
import { storeCounts } from '../board/store-counts.ts';
import { readSyncState } from '../db/cache/sync-state.ts';
import { HOUR, MINUTE, MORNING, orderGid } from '../triage/test-support/samples.ts';
import { aStore, FakeMerchant, offline } from './test-support/fake-merchant.ts';
import { aStockedMerchant, ignored, order } from './test-support/stocked-merchant.ts';
import { aWorkbench } from './test-support/workbench.ts';

describe('what a sync takes in', () => {
  test('every page, with the products that the orders name, each asked for once', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1), ignored(2), order(3), ignored(4), ignored(5));
    const bench = aWorkbench({ atelier: merchant });
    const [row] = await bench.sync.run();
    expect(row).toEqual({
      id: 'atelier',
      mode: 'incremental',
      orders: 5,
      products: 1,
      durationMs: 0,
      cost: 36,
    });
    expect(bench.records().map(({ state }) => state)).toEqual(['stuck', 'stuck', 'synced', 'stuck', 'stuck']);
    expect(merchant.asked.filter((name) => name === 'catalogByProduct')).toHaveLength(1);
    expect(bench.outcomes.get('atelier')).toEqual({ state: 'ok', reason: null, said: null, at: MORNING });
  });

  test('a second sync takes in what changed since, and nothing twice', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1), ignored(2), ignored(3));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    merchant.put(order(2, { updatedAt: MORNING - HOUR }));
    const [row] = await bench.sync.run();
    expect(row).toMatchObject({ orders: 1, products: 0 });
    expect(bench.record(order(2))?.state).toBe('synced');
  });

  test('an order never goes back to what it was: newer wins, whatever comes later', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    merchant.put(order(1, { updatedAt: MORNING - 200 * HOUR }));
    await bench.sync.run({ full: true });
    expect(bench.record(order(1))?.order.tags).toEqual(['bigblue-ignore']);
  });

  test('two changes in the same second are both taken in', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    merchant.put({ ...ignored(1), tags: [] });
    await bench.sync.run();
    expect(bench.record(order(1))?.order.tags).toEqual([]);
  });

  test('an order that the search index shows late is met by the overlap', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1, { updatedAt: MORNING - 3 * MINUTE }), order(2, { updatedAt: MORNING }));
    merchant.hiddenFromSearch.add(orderGid(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    expect(bench.record(order(1))).toBeUndefined();
    merchant.hiddenFromSearch.clear();
    await bench.sync.run();
    expect(bench.record(order(1))?.state).toBe('stuck');
  });

  test('a clock that runs ahead of the store steps over nothing', async () => {
    const merchant = aStockedMerchant();
    merchant.put(order(1, { updatedAt: MORNING }));
    const bench = aWorkbench({ atelier: merchant });
    bench.clock.time = MORNING + 2 * HOUR;
    await bench.sync.run();
    merchant.put(ignored(2, { updatedAt: MORNING + MINUTE }));
    await bench.sync.run();
    expect(bench.record(order(2))?.state).toBe('stuck');
  });

  test('an earlier start of the integration brings in the orders from then on', async () => {
    const merchant = aStockedMerchant();
    const old = order(1, { createdAt: MORNING - 90 * 24 * HOUR });
    merchant.put(old, order(2));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    expect(bench.records()).toHaveLength(1);
    const { settings } = aStore();
    bench.stores.splice(
      0,
      1,
      aStore('atelier', { settings: { ...settings, since: MORNING - 100 * 24 * HOUR } }),
    );
    await bench.sync.run();
    expect(bench.record(old)).toBeDefined();
  });

  test('a full sync drops an order that the store no longer has', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1), ignored(2));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    merchant.orders.delete(orderGid(1));
    await bench.sync.run({ full: true });
    expect(bench.records().map(({ order: { name } }) => name)).toEqual(['#1002']);
    expect(bench.cache.prepare('SELECT sum(orders) FROM order_counts').pluck().get()).toBe(1);
  });

  test('who set the ignore tag is asked once per state of the order, and names the cause', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1), order(2));
    merchant.tagEvents.set(orderGid(1), [
      { tag: 'bigblue-ignore', at: MORNING - 40 * HOUR, by: 'Fraud Filter', byKind: 'app' },
    ]);
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    await bench.sync.run();
    expect(merchant.asked.filter((name) => name === 'tagEvents')).toHaveLength(1);
    expect(bench.record(order(1))?.diagnoses).toMatchObject([
      { evidence: { taggedBy: 'Fraud Filter', taggedByKind: 'app' } },
    ]);
  });
});

describe('failures', () => {
  test('a failure between pages keeps the pages before it, and the next sync goes on from there', async () => {
    const merchant = aStockedMerchant();
    merchant.put(...[1, 2, 3, 4, 5, 6].map((n) => ignored(n)));
    const bench = aWorkbench({ atelier: merchant });
    let pages = 0;
    merchant.fault = (request) => (request === 'ordersPage' && ++pages === 3 ? offline() : null);
    const [row] = await bench.sync.run();
    expect(row).toMatchObject({ orders: 4, code: 'offline', error: 'The store cannot be reached.' });
    expect(bench.outcomes.get('atelier')?.state).toBe('offline');
    expect(readSyncState(bench.cache, 1).watermark).toBe(ignored(4).updatedAt);

    merchant.asked.length = 0;
    const [again] = await bench.sync.run();
    expect(again).toMatchObject({ orders: 2 });
    expect(merchant.asked.filter((name) => name === 'ordersPage')).toHaveLength(2);
    expect(bench.records()).toHaveLength(6);
  });

  test('a page that fails half-way in leaves nothing of itself, counts included', async () => {
    const merchant = aStockedMerchant();
    merchant.pageSize = 3;
    const unfit = { ...ignored(3), total: { amountMinor: 1.5, currency: 'EUR' } };
    merchant.put(ignored(1), ignored(2), unfit);
    const bench = aWorkbench({ atelier: merchant });
    const [row] = await bench.sync.run();
    expect(row?.code).toBe('internal');
    expect(bench.records()).toEqual([]);
    expect(bench.cache.prepare('SELECT * FROM order_counts').all()).toEqual([]);
    expect(readSyncState(bench.cache, 1).watermark).toBeNull();
  });

  test('an order that does not fit keeps nothing from the others, is told of, and is asked for again by id', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1), ignored(2), ignored(3));
    merchant.garbled.add(orderGid(2));
    const bench = aWorkbench({ atelier: merchant });
    const [row] = await bench.sync.run();
    expect(row).toMatchObject({ orders: 2, unread: 1 });
    expect(row?.error).toBeUndefined();
    expect(bench.records().map(({ order: { name } }) => name)).toEqual(['#1001', '#1003']);
    expect(storeCounts(bench.cache).get(aStore().id)?.unread).toEqual({
      orders: 1,
      reason: 'its field “createdAt” does not fit: not a time',
      said: { code: 'order_misfit', field: 'createdAt', problem: 'not a time' },
    });

    merchant.garbled.clear();
    // So that only its id leads to it.
    merchant.hiddenFromSearch.add(orderGid(2));
    const [again] = await bench.sync.run();
    expect(again).toMatchObject({ orders: 1 });
    expect(again?.unread).toBeUndefined();
    expect(bench.record(order(2))?.state).toBe('stuck');
    expect(storeCounts(bench.cache).get(aStore().id)?.unread).toBeNull();
  });

  test('an unread order that the store deletes is asked for no more', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    merchant.garbled.add(orderGid(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    merchant.orders.delete(orderGid(1));
    await bench.sync.run();
    merchant.asked.length = 0;
    await bench.sync.run();
    expect(merchant.asked).not.toContain('ordersByGid');
    expect(storeCounts(bench.cache).get(aStore().id)?.unread).toBeNull();
  });

  test('one store that fails keeps nothing from the others', async () => {
    const broken = new FakeMerchant();
    broken.fault = () => new UnstuckError('unauthorized', 'The token was refused.');
    const fine = aStockedMerchant();
    fine.put(ignored(1));
    const bench = aWorkbench({ broken, fine });
    const rows = await bench.sync.run();
    expect(rows).toMatchObject([
      { id: 'broken', code: 'unauthorized', error: 'The token was refused.' },
      { id: 'fine', orders: 1 },
    ]);
    expect(bench.outcomes.get('broken')?.state).toBe('reconnect');
  });

  test('stopping it is not an error of the store', async () => {
    const merchant = aStockedMerchant();
    merchant.put(...[1, 2, 3, 4].map((n) => ignored(n)));
    const bench = aWorkbench({ atelier: merchant });
    const stop = new AbortController();
    merchant.fault = (request) => {
      if (request === 'ordersPage') stop.abort();
      return null;
    };
    const [row] = await bench.sync.run({ signal: stop.signal });
    expect(row).toMatchObject({ code: 'cancelled', orders: 2 });
    expect(bench.outcomes.get('atelier')?.state).toBe('ok');
  });

  test('a store that is not there is named', async () => {
    const bench = aWorkbench();
    await expect(bench.sync.run({ storeId: aStore('nobody').id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('two callers at once read the store once', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    const bench = aWorkbench({ atelier: merchant });
    const [one, two] = await Promise.all([bench.sync.run(), bench.sync.run()]);
    expect(one).toEqual(two);
    expect(merchant.asked.filter((name) => name === 'ordersPage')).toHaveLength(1);
  });
});

test('two stores may have the same order number: nothing of one shows in the other, and forgetting one leaves the other', async () => {
  const one = aStockedMerchant();
  one.put(ignored(1));
  const two = aStockedMerchant();
  two.put(order(1));
  const bench = aWorkbench({ one, two });
  await bench.sync.run();
  expect(
    bench
      .records()
      .map(({ state }) => state)
      .toSorted(),
  ).toEqual(['stuck', 'synced']);
  await bench.sync.forgetStore(aStore('one').id);
  expect(bench.records().map(({ state }) => state)).toEqual(['synced']);
  expect(bench.cache.prepare('SELECT count(*) FROM causes').pluck().get()).toBe(0);
});
