import { describe, expect, test } from 'vitest';
import { readSyncState } from '../../db/cache/sync-state.ts';
import { HOUR, MINUTE, MORNING, orderGid } from '../../triage/test-support/samples.ts';
import { aStockedMerchant, ignored, order } from '../test-support/stocked-merchant.ts';
import { aWorkbench } from '../test-support/workbench.ts';

/** A store of 300 settled orders and one stuck, read once; the clock stands seven hours later. */
async function aReadStore() {
  const merchant = aStockedMerchant();
  merchant.pageSize = 100;
  merchant.put(
    ignored(1),
    ...Array.from({ length: 300 }, (_, n) =>
      order(n + 2, {
        createdAt: MORNING - 48 * HOUR + n * MINUTE,
        updatedAt: MORNING - 40 * HOUR + n * 5 * MINUTE,
      }),
    ),
  );
  const bench = aWorkbench({ atelier: merchant });
  await bench.sync.run();
  bench.clock.time += 7 * HOUR;
  merchant.asked.length = 0;
  const board = () => new Map(bench.records().map(({ order: { gid, tags } }) => [gid, tags]));
  const truth = () => new Map([...merchant.orders.values()].map(({ gid, tags }) => [gid, tags]));
  return { merchant, bench, board, truth };
}

describe('every six hours a store is compared as a whole', () => {
  test('one that agrees is asked for a count and a sample, and nothing is mended', async () => {
    const { merchant, bench } = await aReadStore();
    const [row] = await bench.sync.run();
    expect(row).not.toHaveProperty('mended');
    expect(merchant.asked.filter((name) => name === 'ordersCreatedCount')).toHaveLength(1);
    expect(merchant.asked).not.toContain('ordersCreated');
    merchant.asked.length = 0;
    bench.clock.time += HOUR;
    await bench.sync.run();
    expect(merchant.asked).not.toContain('ordersCreatedCount');
  });

  test('an order that the store deleted goes, with its counts', async () => {
    const { merchant, bench, board, truth } = await aReadStore();
    merchant.orders.delete(orderGid(200));
    expect((await bench.sync.run())[0]).toMatchObject({ mended: 1 });
    expect(board()).toEqual(truth());
    const counted = bench.cache.prepare<[], number>('SELECT sum(orders) FROM order_counts').pluck().get();
    expect(counted).toBe(merchant.orders.size);
  });

  test('an order that no search ever showed by its update comes', async () => {
    const { merchant, bench, board, truth } = await aReadStore();
    merchant.put(order(500, { createdAt: MORNING - 47 * HOUR, updatedAt: MORNING - 90 * HOUR }));
    expect((await bench.sync.run())[0]).toMatchObject({ mended: 1 });
    expect(board()).toEqual(truth());
  });

  test('rows that went missing from the cache come back', async () => {
    const { bench, board, truth } = await aReadStore();
    bench.cache.exec('DELETE FROM orders WHERE legacy_id BETWEEN 50 AND 80');
    expect((await bench.sync.run())[0]).toMatchObject({ mended: 31 });
    expect(board()).toEqual(truth());
  });

  test('orders that changed without their time of update are met by the sample', async () => {
    const { merchant, bench, board, truth } = await aReadStore();
    // Of 301, 100 are read each time.
    for (let n = 2; n <= 302; n += 1)
      merchant.put({ ...(merchant.orders.get(orderGid(n)) ?? order(n)), tags: ['vip'] });
    let mended = 0;
    for (let round = 0; round < 40 && mended < 301; round += 1) {
      const [row] = await bench.sync.run();
      mended += row?.mended ?? 0;
      bench.clock.time += 7 * HOUR;
    }
    expect(board()).toEqual(truth());
  });
});

test('a stuck order that changed without its time of update, or was deleted, is read again in turn', async () => {
  const merchant = aStockedMerchant();
  merchant.put(...Array.from({ length: 60 }, (_, n) => ignored(n + 1)));
  const bench = aWorkbench({ atelier: merchant });
  await bench.sync.run();
  merchant.orders.delete(orderGid(7));
  merchant.put({ ...ignored(55), tags: [] });
  for (let round = 0; round < 3; round += 1) await bench.sync.run();
  expect(bench.record(order(7))).toBeUndefined();
  expect(bench.record(order(55))?.state).toBe('synced');
});

test('a full sync counts as a comparison', async () => {
  const { bench } = await aReadStore();
  await bench.sync.run({ full: true });
  const no = bench.cache.prepare<[], number>('SELECT no FROM stores').pluck().get() ?? 0;
  expect(readSyncState(bench.cache, no).reconciledAt).toBe(bench.clock.time);
});
