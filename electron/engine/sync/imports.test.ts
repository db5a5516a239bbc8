import { describe, expect, test } from 'vitest';
import type { ImportKind } from '../../../shared/domain/import.ts';
import { exportRow, itemRow, ordersExport } from '../imports/test-support/orders-export.ts';
import {
  anItem,
  anOrder,
  aProduct,
  aVariant,
  MORNING,
  orderGid,
  someSettings,
} from '../triage/test-support/samples.ts';
import { agreement } from '../board/agreement.ts';
import { aStore } from './test-support/fake-merchant.ts';
import { aWorkbench, type Workbench } from './test-support/workbench.ts';

/** A workbench whose only store is read-only, and gets no rule less than it can have. */
function aReadOnlyBench(over: Partial<typeof someSettings> = {}): Workbench {
  const bench = aWorkbench();
  bench.stores.splice(
    0,
    1,
    aStore('atelier', {
      state: 'readonly',
      redacted: ['products'],
      settings: { ...someSettings, linkRoute: 'file', graceMinutes: 0, ...over },
    }),
  );
  return bench;
}

async function importText({ sync, stores }: Workbench, kind: ImportKind, ...pieces: string[]) {
  const [store] = stores;
  if (!store) throw new Error('There is no store.');
  const id = await sync.beginImport(store.id, kind);
  for (const piece of pieces) await sync.importChunk(id, Buffer.from(piece));
  return sync.endImport(id);
}

const standing = (bench: Workbench): Record<string, string> =>
  Object.fromEntries(bench.records().map(({ order, state, errorType }) => [order.name, errorType ?? state]));

describe('an export of orders', () => {
  const rows = [
    exportRow(1),
    exportRow(2, { Tags: 'bigblue-ignore' }),
    itemRow(2),
    exportRow(3, { 'Shipping Zip': '' }),
    exportRow(4, { 'Shipping Country': 'JP' }),
    exportRow(5, { 'Financial Status': 'pending' }),
    exportRow(6, { 'Lineitem requires shipping': 'false', 'Shipping Method': '' }),
    exportRow(7, { Total: 'free' }),
  ];

  test('is taken in with verdicts as far as its columns go; what does not parse is listed', async () => {
    const bench = aReadOnlyBench();
    expect(await importText(bench, 'shopify-orders-csv', ordersExport(rows))).toEqual({
      read: 7,
      accepted: 6,
      rejected: [{ row: 9, field: 'Total', problem: { code: 'not_an_amount', value: 'free' } }],
      withheld: ['products', 'purchasingEntity'],
      currency: 'EUR',
    });
    expect(standing(bench)).toEqual({
      '#1001': 'synced',
      '#1002': 'ignored_by_tag',
      '#1003': 'postal_code_missing',
      '#1004': 'destination_not_whitelisted',
      '#1005': 'payment_pending',
      '#1006': 'no_shippable_product',
    });
  });

  test('that comes again, newer, brings its orders up to date', async () => {
    const bench = aReadOnlyBench();
    await importText(bench, 'shopify-orders-csv', ordersExport(rows));
    await importText(bench, 'shopify-orders-csv', ordersExport([exportRow(2), itemRow(2)]));
    expect(standing(bench)).toMatchObject({ '#1002': 'synced', '#1003': 'postal_code_missing' });
  });

  test('leaves alone what the API of a connected store has told', async () => {
    const bench = aWorkbench();
    bench.merchant.put(anOrder({ gid: orderGid(5_000_000_001), lineItems: [anItem(1)] }));
    bench.merchant.stock([aProduct(1)], [aVariant(1)]);
    await bench.sync.run();
    const before = bench.record({ gid: orderGid(5_000_000_001) });
    const { accepted } = await importText(
      bench,
      'shopify-orders-csv',
      ordersExport([exportRow(1), exportRow(2)]),
    );
    expect(accepted).toBe(2);
    expect(bench.record({ gid: orderGid(5_000_000_001) })).toEqual(before);
    expect(bench.records()).toHaveLength(2);
  });

  test('is refused as a whole when it is none', async () => {
    const bench = aReadOnlyBench();
    await expect(importText(bench, 'shopify-orders-csv', 'a,b\n1,2\n')).rejects.toThrow(/no column “Name”/);
    expect(bench.records()).toEqual([]);
  });
});

describe('the platform’s list of errors', () => {
  test('decides the board of the orders it names, until a newer list leaves them out', async () => {
    const bench = aReadOnlyBench();
    await importText(bench, 'shopify-orders-csv', ordersExport([exportRow(1), exportRow(2)]));
    await importText(bench, 'platform-errors', '#1001 Order cancelled\n5000000002\tNo shippable product\n');
    expect(standing(bench)).toEqual({ '#1001': 'order_cancelled', '#1002': 'no_shippable_product' });
    expect(bench.record({ gid: orderGid(5_000_000_001) })?.diagnoses[0]).toMatchObject({
      source: 'platform',
      message: 'Order cancelled',
    });
    await importText(bench, 'platform-errors', '#1002 No shippable product\n');
    expect(standing(bench)).toEqual({ '#1001': 'synced', '#1002': 'no_shippable_product' });
  });

  test('waits for orders that come later', async () => {
    const bench = aReadOnlyBench();
    await importText(
      bench,
      'platform-errors',
      'order,status,message\n1001,EXCEPTION,Order cancelled\n1002,SHIPPED,\n',
    );
    await importText(
      bench,
      'shopify-orders-csv',
      ordersExport([exportRow(1), exportRow(2, { Tags: 'bigblue-ignore' })]),
    );
    expect(standing(bench)).toEqual({ '#1001': 'order_cancelled', '#1002': 'synced' });
  });

  test('no longer counts for an order that was written to after it', async () => {
    const bench = aWorkbench();
    bench.merchant.put(anOrder());
    bench.merchant.stock([aProduct(1)], [aVariant(1)]);
    await bench.sync.run();
    await importText(bench, 'platform-errors', '#1001 No shippable product\n');
    expect(standing(bench)).toEqual({ '#1001': 'no_shippable_product' });
    bench.overlay.appliedAt.set(orderGid(1), MORNING + 1);
    const [store] = bench.stores;
    if (store) await bench.sync.rejudgeStore(store.id);
    expect(standing(bench)).toEqual({ '#1001': 'waiting' });
  });

  test('is counted against what our rules foresee', async () => {
    const bench = aReadOnlyBench();
    const ignored = { Tags: 'bigblue-ignore' };
    await importText(
      bench,
      'shopify-orders-csv',
      ordersExport([exportRow(1, ignored), exportRow(2, ignored), exportRow(3)]),
    );
    const says = 'Order has tag bigblue-ignore';
    await importText(
      bench,
      'platform-errors',
      `#1001 ${says}\n#1002 Order cancelled\n#1003 Order cancelled\n`,
    );
    const row = { storeId: 'atelier', orders: 1 };
    const counted = (): unknown => agreement(bench.cache, undefined);
    expect(counted()).toEqual([
      { ...row, said: 'ignored_by_tag', foreseen: 'ignored_by_tag' },
      { ...row, said: 'order_cancelled', foreseen: null },
      { ...row, said: 'order_cancelled', foreseen: 'ignored_by_tag' },
    ]);
    await importText(bench, 'platform-errors', `#1001 ${says}\n`);
    expect(counted()).toEqual([{ ...row, said: 'ignored_by_tag', foreseen: 'ignored_by_tag' }]);
  });
});

describe('a link list', () => {
  test('lets the link rule run where links go through the platform’s file', async () => {
    const bench = aWorkbench();
    const [store] = bench.stores;
    bench.stores.splice(0, 1, { ...(store ?? aStore()), settings: { ...someSettings, linkRoute: 'file' } });
    bench.merchant.put(
      anOrder(),
      anOrder({ gid: orderGid(2), name: '#1002', lineItems: [anItem(2)] }),
      anOrder({ gid: orderGid(3), name: '#1003', lineItems: [anItem(3)] }),
    );
    bench.merchant.stock([aProduct(1), aProduct(2), aProduct(3)], [aVariant(1), aVariant(2), aVariant(3)]);
    await bench.sync.run();
    expect(standing(bench)).toEqual({ '#1001': 'synced', '#1002': 'synced', '#1003': 'synced' });
    await importText(bench, 'links-csv', 'variant,sku,product,active\n1,,DIGG-1,\n,SKU-2,DIGG-2,no\n');
    expect(standing(bench)).toEqual({
      '#1001': 'synced',
      '#1002': 'product_not_linked',
      '#1003': 'product_not_linked',
    });
    await importText(bench, 'links-csv', 'sku,product\nSKU-1,DIGG-1\nSKU-2,DIGG-2\nSKU-3,DIGG-3\n');
    expect(standing(bench)).toEqual({ '#1001': 'synced', '#1002': 'synced', '#1003': 'synced' });
  });

  test('tells by SKU which items of a read-only store’s orders are not linked', async () => {
    const bench = aReadOnlyBench();
    await importText(
      bench,
      'shopify-orders-csv',
      ordersExport([exportRow(1), exportRow(2, { 'Lineitem sku': 'C-2' })]),
    );
    await importText(bench, 'links-csv', 'sku,product\nC-1,DIGG-1\n');
    expect(standing(bench)).toEqual({ '#1001': 'synced', '#1002': 'product_not_linked' });
  });

  test('that breaks off leaves the one before', async () => {
    const bench = aReadOnlyBench();
    await importText(bench, 'shopify-orders-csv', ordersExport([exportRow(1)]));
    await importText(bench, 'links-csv', 'sku,product\nC-1,DIGG-1\n');
    const [store] = bench.stores;
    const id = await bench.sync.beginImport(store?.id ?? aStore().id, 'links-csv');
    await bench.sync.importChunk(id, Buffer.from('sku,product\nother,DIGG-1\n'));
    await bench.sync.cancelImport(id);
    await expect(bench.sync.endImport(id)).rejects.toThrow(/no longer under way/);
    expect(standing(bench)).toEqual({ '#1001': 'synced' });
  });
});

test('a store has one import at a time: another one that is begun drops the first', async () => {
  const bench = aReadOnlyBench();
  const [store] = bench.stores;
  const first = await bench.sync.beginImport(store?.id ?? aStore().id, 'platform-errors');
  await importText(bench, 'platform-errors', '#1 Order cancelled\n');
  await expect(bench.sync.importChunk(first, Buffer.from('x'))).rejects.toThrow(/choose the file again/);
});

test('a read-only store is not pulled from: not with all others, and not by itself', async () => {
  const bench = aReadOnlyBench();
  expect(await bench.sync.run()).toEqual([]);
  await expect(bench.sync.run({ storeId: aStore().id })).rejects.toThrow(/import a newer one/);
  expect(bench.merchant.asked).toEqual([]);
});
