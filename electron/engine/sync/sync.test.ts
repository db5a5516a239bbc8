import { describe, expect, test } from 'vitest';
import { UnstuckError } from '../../../shared/errors.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { WriteOp } from '../../../shared/domain/write.ts';
import { readSyncState } from '../db/cache/sync-state.ts';
import {
  anAddress,
  anOrder,
  aProduct,
  aVariant,
  MINUTE,
  MORNING,
  orderGid,
  productGid,
  variantGid,
} from '../triage/test-support/samples.ts';
import { aStore, FakeMerchant, offline } from './test-support/fake-merchant.ts';
import { aWorkbench } from './test-support/workbench.ts';

const HOUR = 60 * MINUTE;

/** Order `n`, updated `n` hours before the morning ends unless told otherwise. */
const order = (n: number, over: Partial<Order> = {}): Order =>
  anOrder({
    gid: orderGid(n),
    name: `#${1000 + n}`,
    createdAt: MORNING - 48 * HOUR,
    updatedAt: MORNING - (100 - n) * HOUR,
    ...over,
  });
const ignored = (n: number, over: Partial<Order> = {}): Order =>
  order(n, { tags: ['bigblue-ignore'], ...over });

function aStockedMerchant(): FakeMerchant {
  const merchant = new FakeMerchant();
  merchant.stock([aProduct(1)], [aVariant(1)]);
  return merchant;
}

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
      cost: 35,
    });
    expect(bench.records().map(({ state }) => state)).toEqual(['stuck', 'stuck', 'synced', 'stuck', 'stuck']);
    expect(merchant.asked.filter((name) => name === 'catalogByProduct')).toHaveLength(1);
    expect(bench.outcomes.get('atelier')).toEqual({ state: 'ok', reason: null, at: MORNING });
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

describe('catalogue', () => {
  test('a product that does not come back when asked for is deleted: its orders say product not found', async () => {
    const merchant = new FakeMerchant();
    merchant.put(order(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    expect(bench.record(order(1))?.errorType).toBe('product_not_found');
  });

  test('a product deleted later is noticed although its orders did not change', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    merchant.products.delete(productGid(1));
    bench.clock.time += 7 * HOUR;
    await bench.sync.run();
    expect(bench.record(order(1))?.diagnoses.map(({ type }) => type)).toEqual([
      'ignored_by_tag',
      'product_not_found',
    ]);
  });

  test('a variant that somebody links elsewhere frees its orders at the next sync', async () => {
    const merchant = new FakeMerchant();
    merchant.stock([aProduct(1)], [aVariant(1, { linkMetafield: null })]);
    merchant.put(order(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    expect(bench.record(order(1))?.errorType).toBe('product_not_linked');
    bench.clock.time += HOUR;
    merchant.stock([aProduct(1)], [aVariant(1)], MORNING + MINUTE);
    await bench.sync.run();
    expect(bench.record(order(1))?.errorType).toBeNull();
  });

  test('a token that loses its sight of products goes on without the product rules', async () => {
    const merchant = new FakeMerchant();
    merchant.put(order(1), ignored(2));
    merchant.fault = (request) =>
      request === 'catalogByProduct' ? new UnstuckError('missing_scope', 'read_products is missing.') : null;
    merchant.reader.probe = async () => ({
      name: '',
      domain: '',
      currency: 'EUR',
      scopes: [],
      missingScopes: [{ scope: 'read_products', costs: 'The product rules are off.' }],
      redacted: [],
    });
    const bench = aWorkbench({ atelier: merchant });
    const [row] = await bench.sync.run();
    expect(row?.error).toBeUndefined();
    expect(bench.records().map(({ errorType }) => errorType)).toEqual([null, 'ignored_by_tag']);
  });
});

describe('the fulfilment platform', () => {
  const withPlatform = (merchant: FakeMerchant) => {
    const bench = aWorkbench({ atelier: merchant });
    bench.stores.splice(
      0,
      1,
      aStore('atelier', { platform: { kind: 'bigblue', endpoint: 'http://127.0.0.1:1' } }),
    );
    return bench;
  };

  test.each([
    ['its number', '1'],
    ['its name', '#1001'],
    ['its name without the sign', '1001'],
  ])('knows an order by %s', async (_what, externalId) => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    merchant.platformOrders = [{ id: 'p1', externalId, status: 'PENDING', message: null }];
    const bench = withPlatform(merchant);
    await bench.sync.run();
    expect(bench.record(order(1))?.state).toBe('synced');
  });

  test('its word is heard without the order changing in the store, and taken back too', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    const bench = withPlatform(merchant);
    await bench.sync.run();
    expect(bench.record(order(1))?.state).toBe('stuck');
    merchant.platformOrders = [{ id: 'p1', externalId: '1001', status: 'PENDING', message: null }];
    await bench.sync.run();
    expect(bench.record(order(1))?.state).toBe('synced');
    merchant.platformOrders = [];
    await bench.sync.run();
    expect(bench.record(order(1))?.state).toBe('stuck');
  });

  test('when it cannot be reached the store is read all the same, and the row says so', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1), order(2, { cancelledAt: MORNING - HOUR }));
    merchant.fault = (request) => (request.startsWith('platform') ? offline() : null);
    const bench = withPlatform(merchant);
    const [row] = await bench.sync.run();
    expect(row).toMatchObject({
      orders: 2,
      code: 'offline',
      error: 'The fulfilment platform was not read: The store cannot be reached.',
    });
    // Never having been read, it cannot want a cancelled order.
    expect(bench.records().map(({ state }) => state)).toEqual(['stuck', 'closed']);
    merchant.fault = () => null;
    await bench.sync.run();
    expect(bench.record(order(2))?.errorType).toBe('order_cancelled');
  });
});

describe('queued writes', () => {
  const removal: WriteOp = { op: 'order_tags_remove', order: orderGid(1), tags: ['bigblue-ignore'] };

  test('change the prediction, never the snapshot or the board', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    bench.overlay.queue(removal);
    await bench.sync.rejudgeEntities(aStore().id, [orderGid(1)]);
    expect(bench.record(order(1))).toMatchObject({
      state: 'stuck',
      errorType: 'ignored_by_tag',
      predicted: null,
      order: { tags: ['bigblue-ignore'] },
    });
    bench.overlay.clear();
    await bench.sync.rejudgeEntities(aStore().id, [orderGid(1)]);
    expect(bench.record(order(1))?.predicted).toBe('ignored_by_tag');
  });

  test('on a variant change the prediction of every order that has it', async () => {
    const merchant = new FakeMerchant();
    merchant.stock([aProduct(1)], [aVariant(1, { linkMetafield: null })]);
    merchant.put(order(1), order(2));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    bench.overlay.queue({
      op: 'variant_link_set',
      variant: variantGid(1),
      set: { product: 'DIGG-1', active: true },
      base: null,
    });
    await bench.sync.rejudgeEntities(aStore().id, [variantGid(1)]);
    expect(bench.records().map(({ predicted }) => predicted)).toEqual([null, null]);
  });

  test('and marks that were committed just before a crash show after the next start', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1), ignored(2), ignored(3));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    bench.overlay.queue(removal);
    bench.overlay.marks.set(orderGid(2), { kind: 'dismissed', until: null, at: MORNING });
    expect(await bench.sync.catchUp()).toBe(2);
    expect(bench.records().map(({ state, predicted }) => [state, predicted])).toEqual([
      ['stuck', null],
      ['dismissed', 'ignored_by_tag'],
      ['stuck', 'ignored_by_tag'],
    ]);
    bench.overlay.marks.clear();
    expect(await bench.sync.catchUp()).toBe(1);
    expect(await bench.sync.catchUp()).toBe(0);
  });

  test('that took effect are read back by id while the search index lags, and leave the overlay', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    bench.overlay.queue(removal);
    bench.overlay.apply(MORNING);
    await bench.sync.rejudgeEntities(aStore().id, [orderGid(1)]);
    merchant.put(order(1, { updatedAt: MORNING }));
    merchant.hiddenFromSearch.add(orderGid(1));
    bench.clock.time = MORNING + MINUTE;
    await bench.sync.run();
    expect(bench.record(order(1))).toMatchObject({
      state: 'waiting',
      errorType: null,
      overlaid: false,
      order: { tags: [] },
    });
    expect(bench.overlay.opsFor(aStore().id, [orderGid(1)]).size).toBe(0);
  });
});

describe('time', () => {
  test('a waiting order is stuck once its grace period has ended, without a sync', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1, { createdAt: MORNING - MINUTE, updatedAt: MORNING - MINUTE }));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    expect(bench.record(order(1))?.state).toBe('waiting');
    bench.clock.time = MORNING + 14 * MINUTE;
    expect(await bench.sync.rejudgeDue(bench.clock.time)).toBe(1);
    expect(bench.record(order(1))?.state).toBe('stuck');
  });

  test('a snooze that has ended gives the order back to its board', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    const bench = aWorkbench({ atelier: merchant });
    bench.overlay.marks.set(orderGid(1), { kind: 'snoozed', until: MORNING + HOUR, at: MORNING });
    await bench.sync.run();
    expect(bench.record(order(1))?.state).toBe('snoozed');
    await bench.sync.rejudgeDue(MORNING + HOUR - 1);
    expect(bench.record(order(1))?.state).toBe('snoozed');
    bench.clock.time = MORNING + HOUR;
    await bench.sync.rejudgeDue(MORNING + HOUR);
    expect(bench.record(order(1))?.state).toBe('stuck');
  });
});

describe('settings', () => {
  test('another list of countries judges every order anew, also when nobody said so before a crash', async () => {
    const merchant = aStockedMerchant();
    merchant.put(order(1, { shippingAddress: { ...anAddress, countryCode: 'JP' } }));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    expect(bench.record(order(1))?.errorType).toBe('destination_not_whitelisted');
    bench.stores.splice(0, 1, aStore('atelier', { settings: { ...aStore().settings, countries: null } }));
    await bench.sync.run();
    expect(bench.record(order(1))?.errorType).toBeNull();
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
  bench.sync.forgetStore(aStore('one').id);
  expect(bench.records().map(({ state }) => state)).toEqual(['synced']);
  expect(bench.cache.prepare('SELECT count(*) FROM causes').pluck().get()).toBe(0);
});
