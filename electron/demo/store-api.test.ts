import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorTypes } from './merchants/order-plan.ts';
import { startDemo, type Demo } from './start-demo.ts';
import { clientOf, type DemoClient } from './test-support/demo-client.ts';
import { wording } from './test-support/wording.ts';

const listed = z.object({
  orders: z.array(
    z.looseObject({
      id: z.string(),
      external_id: z.string(),
      total: z.string(),
      status: z.object({ code: z.string(), message: z.string() }),
      line_items: z.array(
        z.object({ product: z.string(), quantity: z.number(), unit_price: z.string(), unit_tax: z.string() }),
      ),
    }),
  ),
  next_page_token: z.string(),
});

describe('the platform’s Store API', () => {
  let demo: Demo;
  let client: DemoClient;
  let domain: string;
  beforeAll(async () => {
    demo = await startDemo({ orders: 900, stores: 3 });
    client = clientOf(demo);
    domain = client.store.domain;
  });
  afterAll(() => demo.close());

  const allListed = async (asked: DemoClient) => {
    const orders: z.infer<typeof listed>['orders'] = [];
    let token = '';
    do {
      const page = listed.parse(
        (await asked.platform('ListOrders', { page_size: 500, page_token: token })).body,
      );
      expect(page.orders.length).toBeLessThanOrEqual(100);
      orders.push(...page.orders);
      token = page.next_page_token;
    } while (token !== '');
    return orders;
  };
  it('lists what it took in with a status, and one refused order in eight as EXCEPTION with its message', async () => {
    const orders = await allListed(client);
    const counts = demo.seededCounts().stores[domain];
    const exceptions = orders.filter((order) => order.status.code === 'EXCEPTION');
    const waiting = orders.filter((order) => order.status.code === 'BACKORDER');
    expect(waiting.length).toBe(counts?.errors.out_of_stock);
    expect(orders.length - exceptions.length - waiting.length).toBe(counts?.synced);
    expect(exceptions.length).toBeGreaterThan(0);
    expect(exceptions.length).toBeLessThan((counts?.stuck ?? 0) / 3);
    for (const order of exceptions)
      expect(order.status.message).toBe(demo.inspect(domain).order(`#${order.id}`).platform.message);
    for (const order of orders) expect(order.total).toMatch(/^\d+\.\d{2}$/);
  });

  it('calls an order by its Shopify id in one store and by its name in the next', async () => {
    const [byId] = (await allListed(client)).filter((order) => order.status.code !== 'EXCEPTION');
    const [byName] = (await allListed(clientOf(demo, 1))).filter(
      (order) => order.status.code !== 'EXCEPTION',
    );
    expect(byId?.external_id).toMatch(/^58\d{11}$/);
    expect(byName?.external_id).toMatch(/^#HP-\d+$/);
    const one = await client.platform('GetOrder', { order_id: byId?.id });
    expect(one.body).toMatchObject({ order: { id: byId?.id } });
  });

  it('the order list for people has every message', async () => {
    const csv = await (await fetch(`${client.store.platformEndpoint}/shop-integrations/orders.csv`)).text();
    const rows = csv.trimEnd().split('\r\n');
    expect(rows[0]).toBe('order,shopify_id,state,message');
    const counts = demo.seededCounts().stores[domain];
    expect(rows.filter((row) => row.includes(',Reprocess,'))).toHaveLength(counts?.stuck ?? -1);
    for (const error of errorTypes)
      expect(rows.some((row) => wording[error].test(row.split(',')[3] ?? ''))).toBe(true);
  });

  it('refuses a wrong key', async () => {
    expect(await client.platform('ListOrders', {}, 'wrong')).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated', msg: 'Invalid API key' },
    });
  });

  it('lists products with SKU and barcode, and inventories, in pages', async () => {
    const first = await client.platform('ListProducts', { page_size: 10 });
    expect(first.body).toMatchObject({
      products: expect.arrayContaining([
        expect.objectContaining({
          id: 'DIGG-000001-0001',
          value: { amount: expect.any(String), currency: 'EUR' },
        }),
      ]),
    });
    const second = await client.platform('ListProducts', {
      page_size: 10,
      page_token: first.body['next_page_token'],
    });
    expect(JSON.stringify(second.body)).not.toContain('"id":"DIGG-000001-0001"');
    const stock = await client.platform('ListInventories', { product: 'DIGG-000001-0001' });
    expect(stock.body).toMatchObject({
      inventories: [{ product: 'DIGG-000001-0001', available: expect.any(Number) }],
    });
  });

  it('updates an address it has not shipped to yet, and no other', async () => {
    const orders = await allListed(client);
    const open = orders.find((order) => order.status.code === 'IN_PREPARATION');
    const gone = orders.find((order) => order.status.code === 'DELIVERED');
    const update = (id?: string) =>
      client.platform('UpdateOrder', { order: { id, shipping_address: { postal: '99999' } } });
    expect((await update(open?.id)).body).toMatchObject({
      order: { id: open?.id, shipping_address: { postal: '99999' } },
    });
    expect((await update(gone?.id)).status).toBe(400);
    expect(await update('AN-9')).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('takes 200 requests a minute', async () => {
    const patient = clientOf(demo, 2);
    let last = 200;
    for (let turns = 0; turns < 201; turns++)
      last = (await patient.platform('ListInventories', { page_size: 1 })).status;
    expect(last).toBe(429);
    demo.act.moveTime(61_000);
    expect((await patient.platform('ListInventories', { page_size: 1 })).status).toBe(200);
  });
});
