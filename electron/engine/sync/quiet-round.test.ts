import { expect, test } from 'vitest';
import type { WritableDb } from '../db/open.ts';
import { aStore } from './test-support/fake-merchant.ts';
import { aStockedMerchant, ignored, order } from './test-support/stocked-merchant.ts';
import { aWorkbench } from './test-support/workbench.ts';
import { MORNING } from '../triage/test-support/samples.ts';

const MINUTE = 60_000;
const changes = (db: WritableDb): number =>
  db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? Number.NaN;

async function aReadStore() {
  const merchant = aStockedMerchant();
  merchant.put(ignored(1), order(99), order(100));
  merchant.platformOrders = [{ id: 'P99', externalId: '99', status: 'SHIPPED', message: null }];
  const bench = aWorkbench({ atelier: merchant });
  bench.stores.splice(0, 1, aStore('atelier', { platform: { kind: 'bigblue', endpoint: 'https://x' } }));
  await bench.sync.run();
  bench.clock.time += MINUTE;
  await bench.sync.run();
  return { merchant, bench };
}

test('a round that finds nothing new asks, and writes nothing', async () => {
  const { merchant, bench } = await aReadStore();
  const before = changes(bench.cache);
  merchant.asked.length = 0;
  bench.clock.time += MINUTE;
  await bench.sync.run();
  expect(merchant.asked).toEqual(
    expect.arrayContaining(['ordersPage', 'productsUpdated', 'platform.orders']),
  );
  expect(changes(bench.cache)).toBe(before);
});

test('one that finds something new does', async () => {
  const { merchant, bench } = await aReadStore();
  const before = changes(bench.cache);
  merchant.put(order(100, { tags: ['new'], updatedAt: MORNING + MINUTE }));
  bench.clock.time += MINUTE;
  await bench.sync.run();
  expect(changes(bench.cache)).toBeGreaterThan(before);
  expect(bench.record(order(100))?.order.tags).toEqual(['new']);
});
