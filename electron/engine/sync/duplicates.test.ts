import { expect, test } from 'vitest';
import { anAddress, MINUTE, MORNING, someSettings } from '../triage/test-support/samples.ts';
import { aStore } from './test-support/fake-merchant.ts';
import { aStockedMerchant, order } from './test-support/stocked-merchant.ts';
import { aWorkbench } from './test-support/workbench.ts';

const PLACED = MORNING - 60 * MINUTE;
const first = (over: Parameters<typeof order>[1] = {}) =>
  order(1, { createdAt: PLACED, updatedAt: PLACED, email: 'aoife@example.com', ...over });
const second = order(2, {
  createdAt: PLACED + 5 * MINUTE,
  updatedAt: PLACED + 5 * MINUTE,
  email: 'aoife@example.com',
});

function aBench(merchant: ReturnType<typeof aStockedMerchant>) {
  const bench = aWorkbench({ atelier: merchant });
  bench.stores.splice(0, 1, aStore('atelier', { settings: { ...someSettings, duplicateMinutes: 30 } }));
  const types = () => bench.record(second)?.diagnoses.map(({ type }) => type) ?? [];
  return { bench, types };
}

async function withDuplicate() {
  const merchant = aStockedMerchant();
  merchant.put(first(), second);
  const { bench, types } = aBench(merchant);
  await bench.sync.run();
  expect(types()).toEqual(['duplicate_order']);
  return { merchant, bench, types };
}

test.each([
  ['is cancelled', { cancelledAt: PLACED + 20 * MINUTE }],
  ['goes to another street now', { shippingAddress: { ...anAddress, address1: '1 Quai de Loire' } }],
  ['goes to another town now', { shippingAddress: { ...anAddress, city: 'Lyon', zip: '69002' } }],
  ['is another customer’s now', { email: 'niamh@example.com' }],
])('an order no longer repeats one that %s', async (_what, over) => {
  const { merchant, bench, types } = await withDuplicate();
  merchant.put(first({ ...over, updatedAt: PLACED + 20 * MINUTE }));
  await bench.sync.run();
  expect(types()).toEqual([]);
});

test('an order no longer repeats one that the store no longer has', async () => {
  const { merchant, bench, types } = await withDuplicate();
  merchant.orders.delete(first().gid);
  await bench.sync.run({ full: true });
  expect(types()).toEqual([]);
});

test('an order that was read before the one that it repeats is a duplicate once that one is read', async () => {
  const merchant = aStockedMerchant();
  merchant.put(second);
  const { bench, types } = aBench(merchant);
  await bench.sync.run();
  expect(types()).toEqual([]);
  merchant.put(first({ updatedAt: PLACED + 20 * MINUTE }));
  await bench.sync.run();
  expect(types()).toEqual(['duplicate_order']);
});
