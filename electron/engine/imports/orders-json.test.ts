import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOrdersJson } from './orders-json.ts';
import { allOf, arriving, inPieces, someCuts } from './test-support/in-pieces.ts';

/** As `GET orders.json` and the topic orders/create have it, less what this app does not read. */
const payload = (n: number, over: object = {}) => ({
  id: 5_000_000_000 + n,
  admin_graphql_api_id: `gid://shopify/Order/${5_000_000_000 + n}`,
  name: `#${1000 + n}`,
  created_at: '2026-11-16T08:00:00+01:00',
  updated_at: '2026-11-16T09:00:00+01:00',
  cancelled_at: null,
  cancel_reason: null,
  test: false,
  source_name: 'web',
  tags: 'vip, bigblue-ignore',
  financial_status: 'paid',
  fulfillment_status: null,
  total_price: '84.50',
  current_total_price: '80.00',
  currency: 'EUR',
  email: 'aoife@example.com',
  phone: null,
  payment_gateway_names: ['shopify_payments'],
  company: null,
  payment_terms: null,
  note: 'braces } ] and "quotes" {[',
  shipping_address: {
    first_name: 'Aoife',
    last_name: 'Byrne',
    company: null,
    address1: '12 Rue des Martyrs',
    address2: null,
    city: 'Paris',
    province_code: null,
    zip: '75009',
    country_code: 'FR',
    phone: null,
  },
  shipping_lines: [{ title: 'Colissimo', code: 'standard' }],
  line_items: [
    {
      id: 9,
      title: 'Carafe',
      variant_title: 'Smoke',
      sku: 'C-1',
      quantity: 2,
      current_quantity: 1,
      requires_shipping: true,
      variant_id: 11,
      product_id: null,
    },
  ],
  fulfillments: [],
  ...over,
});

const read = (...pieces: string[]) => allOf(readOrdersJson(arriving(pieces)));
const outline = (readings: Awaited<ReturnType<typeof read>>): string[] =>
  readings.map((reading) =>
    reading.kind === 'accepted'
      ? reading.value.name
      : reading.rejections.map(({ row, field, problem }) => `${row} ${field} ${problem.code}`).join(),
  );

test('an order is read as REST and webhooks write it', async () => {
  const [reading] = await read(JSON.stringify(payload(1)));
  expect(reading).toMatchObject({
    kind: 'accepted',
    value: {
      gid: 'gid://shopify/Order/5000000001',
      name: '#1001',
      updatedAt: Date.UTC(2026, 10, 16, 8),
      financialStatus: 'PAID',
      fulfillmentStatus: 'UNFULFILLED',
      tags: ['vip', 'bigblue-ignore'],
      total: { amountMinor: 8000, currency: 'EUR' },
      shippingAddress: { zip: '75009', countryCode: 'FR' },
      lineItems: [
        { variant: 'gid://shopify/ProductVariant/11', product: null, quantity: 2, currentQuantity: 1 },
      ],
      redacted: ['products'],
    },
  });
});

test('what a payload leaves out is unknown, not missing', async () => {
  const { shipping_address: _address, email: _email, ...rest } = payload(1);
  const [reading] = await read(JSON.stringify(rest));
  expect(reading).toMatchObject({ value: { redacted: ['products', 'shippingAddress', 'email'] } });
});

describe('orders come as they are exported', () => {
  const orders = [payload(1), payload(2), payload(3)];
  const names = ['#1001', '#1002', '#1003'];
  const layouts: Record<string, string> = {
    'an array': JSON.stringify(orders, null, 2),
    'an answer of the REST API': JSON.stringify({ orders }),
    'an answer with blanks': `\n ${JSON.stringify({ orders }, null, 2)}\n`,
    'JSON lines': orders.map((order) => `${JSON.stringify(order)}\r\n`).join(''),
    'one after the other': orders.map((order) => JSON.stringify(order, null, 2)).join('\n'),
    'envelopes in lines': orders.map((order) => JSON.stringify({ order })).join('\n'),
  };

  test.each(Object.entries(layouts))('%s, cut anywhere', async (_layout, text) => {
    await fc.assert(
      fc.asyncProperty(someCuts, async (cuts) => {
        expect(outline(await read(...inPieces(text, cuts)))).toEqual(names);
      }),
    );
  });

  test('an empty list has none', async () => {
    expect(await read('[]')).toEqual([]);
    expect(await read('{"orders": []}')).toEqual([]);
    expect(await read('')).toEqual([]);
  });
});

describe('an order that does not parse', () => {
  test.each([
    ['name', payload(2, { name: undefined }), '2 name missing'],
    [
      'line_items.0.quantity',
      payload(2, { line_items: [{ ...payload(2).line_items[0], quantity: 'x' }] }),
      '2 line_items.0.quantity not_as_documented',
    ],
    ['created_at', payload(2, { created_at: 'yesterday' }), '2 created_at not_as_documented'],
    [
      'total_price',
      payload(2, { current_total_price: null, total_price: 'free' }),
      '2 total_price not_an_amount',
    ],
  ])('is named with the path of its field: %s', async (_field, wrong, told) => {
    expect(outline(await read(JSON.stringify([payload(1), wrong, payload(3)])))).toEqual([
      '#1001',
      told,
      '#1003',
    ]);
  });

  test('because its line is cut off costs no other line', async () => {
    const lines = [payload(1), payload(2), payload(3)].map((order) => JSON.stringify(order));
    for (const length of [1, 40, 200, 500]) {
      const cut = [lines[0], lines[1]?.slice(0, length), lines[2]].join('\n');
      expect(outline(await read(cut))).toEqual(['#1001', '2  not_json', '#1003']);
    }
    expect(outline(await read('[1, {"id": }]'))).toEqual(['1  not_as_documented', '2  not_json']);
  });
});
