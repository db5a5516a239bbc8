import { describe, expect, test } from 'vitest';
import { anItem, HOUR, MORNING } from '../triage/test-support/samples.ts';
import { aStore, type FakeMerchant, offline } from './test-support/fake-merchant.ts';
import { aStockedMerchant, ignored, order } from './test-support/stocked-merchant.ts';
import { aWorkbench } from './test-support/workbench.ts';

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

  test('an order that waits for stock names the item that is short, and follows the stock', async () => {
    const merchant = aStockedMerchant();
    merchant.put(order(1, { lineItems: [anItem(1, { quantity: 2, currentQuantity: 2 }), anItem(2)] }));
    merchant.platformOrders = [{ id: 'p1', externalId: '1001', status: 'BACKORDER', message: null }];
    const bench = withPlatform(merchant);
    const short = () =>
      bench
        .record(order(1))
        ?.diagnoses.flatMap((one) =>
          one.type === 'out_of_stock' ? one.evidence.items.map(({ sku, stock }) => [sku, stock]) : [],
        );
    await bench.sync.run();
    expect(short()).toEqual([
      ['SKU-1', null],
      ['SKU-2', null],
    ]);
    merchant.platformStock = [
      { product: 'DIGG-1', available: 1 },
      { product: 'DIGG-2', available: 40 },
    ];
    await bench.sync.run();
    expect(short()).toEqual([['SKU-1', { ordered: 2, available: 1 }]]);
    merchant.platformStock = null;
    await bench.sync.run();
    expect(short()).toHaveLength(2);
  });

  test('an order that nothing else explains is out of stock where the platform has too little', async () => {
    const merchant = aStockedMerchant();
    merchant.put(order(1), ignored(2));
    merchant.platformStock = [{ product: 'DIGG-1', available: 0 }];
    const bench = withPlatform(merchant);
    await bench.sync.run();
    expect(bench.record(order(1))).toMatchObject({
      state: 'stuck',
      errorType: 'out_of_stock',
      source: 'local',
    });
    // Stock never adds to what keeps an order anyway.
    expect(bench.record(order(2))?.diagnoses.map(({ type }) => type)).toEqual(['ignored_by_tag']);
    merchant.platformStock = [{ product: 'DIGG-1', available: 9 }];
    await bench.sync.run();
    expect(bench.record(order(1))?.errorType).toBe('unknown');
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
