import { describe, expect, test } from 'vitest';
import { csvRecords } from './csv-records.ts';
import { readOrdersCsv } from './shopify-orders-csv.ts';
import { allOf } from './test-support/in-pieces.ts';
import { exportRow, type ExportRow, itemRow, ordersExport } from './test-support/orders-export.ts';

const readText = (text: string) => allOf(readOrdersCsv(csvRecords([text])));
const read = (rows: readonly ExportRow[], without?: readonly string[]) =>
  readText(ordersExport(rows, without));
const namesOf = (readings: Awaited<ReturnType<typeof read>>): string[] =>
  readings.flatMap((reading) => (reading.kind === 'accepted' ? [reading.value.name] : []));
const rejectionsOf = (readings: Awaited<ReturnType<typeof read>>) =>
  readings.flatMap((reading) => (reading.kind === 'rejected' ? reading.rejections : []));

describe('an order of Shopify’s own export', () => {
  test('is read with all its rows', async () => {
    const [reading] = await read([exportRow(1, { Tags: 'vip, bigblue-ignore' }), itemRow(1), itemRow(1)]);
    expect(reading).toMatchObject({
      kind: 'accepted',
      row: 2,
      value: {
        gid: 'gid://shopify/Order/5000000001',
        name: '#1001',
        createdAt: Date.UTC(2026, 10, 16, 7),
        financialStatus: 'PAID',
        fulfillmentStatus: 'UNFULFILLED',
        tags: ['vip', 'bigblue-ignore'],
        total: { amountMinor: 8450, currency: 'EUR' },
        shippingLine: { title: 'Colissimo' },
        shippingAddress: { firstName: 'Aoife', lastName: 'Byrne', city: 'Paris', countryCode: 'FR' },
        lineItems: [
          { title: 'Carafe - Smoke', sku: 'C-1', quantity: 1 },
          { title: 'Glass', sku: 'G-1', quantity: 2 },
          { title: 'Glass', sku: 'G-1', quantity: 2 },
        ],
        redacted: ['products', 'purchasingEntity'],
      },
    });
  });

  test('has its postal code without the apostrophe that keeps a leading zero in spreadsheets', async () => {
    const [reading] = await read([exportRow(1, { 'Shipping Zip': "'01000", 'Shipping Phone': "'+33 1 02" })]);
    expect(reading).toMatchObject({ value: { shippingAddress: { zip: '01000', phone: '+33 1 02' } } });
  });

  test('that was cancelled or fulfilled says when', async () => {
    const [cancelled, fulfilled] = await read([
      exportRow(1, { 'Cancelled at': '2026-11-17 08:00:00 +0100' }),
      exportRow(2, { 'Fulfillment Status': 'fulfilled', 'Fulfilled at': '2026-11-18 08:00:00 +0100' }),
    ]);
    const after = (days: number): number => Date.UTC(2026, 10, 16 + days, 7);
    expect(cancelled).toMatchObject({ value: { cancelledAt: after(1), updatedAt: after(1) } });
    expect(fulfilled).toMatchObject({
      value: { fulfillmentStatus: 'FULFILLED', fulfillments: [{ createdAt: after(2) }], updatedAt: after(2) },
    });
  });

  test('without any address needs no shipping; without the columns nobody knows', async () => {
    const bare = exportRow(1, {
      'Shipping Name': '',
      'Shipping Address1': '',
      'Shipping City': '',
      'Shipping Zip': '',
      'Shipping Country': '',
    });
    const [digital] = await read([bare]);
    expect(digital).toMatchObject({
      value: { shippingAddress: null, redacted: ['products', 'purchasingEntity'] },
    });
    const [unknown] = await read([exportRow(1)], ['Shipping Country', 'Shipping Zip', 'Payment Terms Name']);
    expect(unknown).toMatchObject({
      value: {
        shippingAddress: null,
        redacted: ['products', 'purchasingEntity', 'shippingAddress', 'zip', 'paymentTerms'],
      },
    });
  });

  test('is found under the headers of Shopify’s documentation as well', async () => {
    const text = ordersExport([exportRow(1, { 'Cancelled at': '2026-11-17 08:00:00 +0100' })])
      .replace('Cancelled at', 'Canceled at')
      .replace('Lineitem sku', 'Lineitem SKU');
    const [reading] = await readText(text);
    expect(reading).toMatchObject({
      value: { cancelledAt: Date.UTC(2026, 10, 17, 7), lineItems: [{ sku: 'C-1' }] },
    });
  });
});

describe('a row that does not parse', () => {
  test.each([
    ['Id', 'abc', { code: 'not_an_id', value: 'abc' }],
    ['Id', '', { code: 'missing' }],
    ['Created at', '16/11/2026', { code: 'not_a_time', value: '16/11/2026' }],
    ['Total', '84,50', { code: 'not_an_amount', value: '84,50' }],
    ['Currency', 'euro', { code: 'not_a_currency', value: 'euro' }],
    ['Lineitem quantity', 'two', { code: 'not_a_number', value: 'two' }],
    ['Lineitem requires shipping', 'perhaps', { code: 'not_yes_or_no', value: 'perhaps' }],
  ])('is named with its column: %s = “%s”', async (field, cell, problem) => {
    const readings = await read([exportRow(1), exportRow(2, { [field]: cell }), exportRow(3)]);
    expect(namesOf(readings)).toEqual(['#1001', '#1003']);
    expect(rejectionsOf(readings)).toEqual([{ row: 3, field, problem }]);
  });

  test('leaves its whole order out, and no other', async () => {
    const readings = await read([
      exportRow(1),
      itemRow(1, { 'Lineitem quantity': '' }),
      itemRow(1),
      exportRow(2),
      itemRow(2),
    ]);
    expect(namesOf(readings)).toEqual(['#1002']);
    expect(rejectionsOf(readings)).toEqual([
      { row: 3, field: 'Lineitem quantity', problem: { code: 'missing' } },
    ]);
  });

  test('with a misplaced quotation mark leaves its order out, first row or a later one, and no other', async () => {
    const lines = ordersExport([exportRow(1), exportRow(2), itemRow(2), itemRow(3), exportRow(4)]).split(
      '\n',
    );
    const spoilt = lines.map((line, at) => (at === 3 ? line.replace('Glass', '"Gl"ass') : line)).join('\n');
    const readings = await readText(spoilt);
    expect(namesOf(readings)).toEqual(['#1001', '#1004']);
    expect(rejectionsOf(readings)).toEqual([
      { row: 4, field: '', problem: { code: 'stray_quote' } },
      expect.objectContaining({ row: 5 }),
    ]);
  });
});

test('orders of one name in two stores’ exports are told apart by their id', async () => {
  expect(namesOf(await read([exportRow(1), exportRow(1, { Id: '7' })]))).toEqual(['#1001', '#1001']);
});

test('a file without a needed column is refused by the column’s name', async () => {
  await expect(read([exportRow(1)], ['Id', 'Total'])).rejects.toThrow(/no column “Id”, “Total”/);
});
