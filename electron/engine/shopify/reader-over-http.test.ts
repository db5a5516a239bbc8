import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { gid } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { type Demo, type DemoOptions, type DemoStore, startDemo } from '../../demo/start-demo.ts';
import { createBigblueReader } from '../platform/bigblue.ts';
import type { Clock } from '../ports.ts';
import { createAdminClient } from './client.ts';
import { createStoreReader } from './reader.ts';
import type { OrdersRange, StoreReader } from './store-api.ts';
import { silentLogger } from './test-support/test-ports.ts';

/*
 * The store reader and the platform reader against the demo merchants: an implementation of its own, whose schema is
 * proved to be part of Shopify's.
 */
const clock: Clock = {
  now: () => Date.now(),
  sleep: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, Math.min(ms, 50));
    }),
};

function readerOf({
  domain,
  endpoint,
  token,
}: Pick<DemoStore, 'domain' | 'endpoint' | 'token'>): StoreReader {
  const client = createAdminClient({ domain, endpoint, token, http: fetch, clock, logger: silentLogger });
  return createStoreReader(client, { clock, logger: silentLogger });
}

async function start(options: DemoOptions): Promise<{ demo: Demo; store: DemoStore; reader: StoreReader }> {
  const demo = await startDemo({ stores: 1, orders: 120, ...options });
  const [store] = demo.stores;
  if (!store) throw new Error('The demo has no store.');
  return { demo, store, reader: readerOf(store) };
}

const orderGid = (number: number) => gid('Order', `gid://shopify/Order/${number}`);
const everything = (): Omit<OrdersRange, 'after'> => ({
  from: null,
  to: Date.now() + 60_000,
  createdSince: 0,
});

async function allOrders(reader: StoreReader, range: Omit<OrdersRange, 'after'>) {
  const orders: Order[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<StoreReader['ordersPage']>> = await reader.ordersPage({ ...range, after });
    orders.push(...page.orders);
    after = page.next;
  } while (after !== null);
  return orders;
}

describe('a store read over HTTP', () => {
  let demo: Demo;
  let store: DemoStore;
  let reader: StoreReader;
  beforeAll(async () => {
    ({ demo, store, reader } = await start({ indexLagMs: 60_000 }));
  });
  afterAll(() => demo.close());
  beforeEach(() => {
    demo.setFaults({ rules: [] });
    demo.act.restoreToken(store.domain);
  });

  it('says who it is and that nothing is missing', async () => {
    expect(await reader.probe()).toMatchObject({
      name: store.name,
      domain: store.domain,
      currency: store.currency,
      missingScopes: [],
      redacted: [],
    });
  });

  it('gives every order once, oldest update first, as it truly is', async () => {
    const truth = [...demo.inspect(store.domain).orders()].map(({ order }) => order);
    const orders = await allOrders(reader, everything());
    expect(new Set(orders.map(({ name }) => name))).toEqual(new Set(truth.map(({ name }) => name)));
    expect(orders).toHaveLength(truth.length);
    expect(orders.map(({ updatedAt }) => updatedAt)).toEqual(
      orders.map(({ updatedAt }) => updatedAt).toSorted((a, b) => a - b),
    );
    const byName = new Map(orders.map((order) => [order.name, order]));
    for (const expected of truth) {
      const read = byName.get(expected.name);
      expect(read?.lineItems.map(({ sku, currentQuantity }) => ({ sku, currentQuantity }))).toEqual(
        expected.items.map(({ sku, currentQuantity }) => ({ sku, currentQuantity })),
      );
      expect(read).toMatchObject({
        tags: expected.tags,
        financialStatus: expected.financialStatus,
        cancelledAt: expected.cancelledAt,
        buyer: expected.company ? 'b2b' : 'b2c',
      });
      expect(read?.shippingAddress?.zip ?? null).toBe(expected.shippingAddress?.zip ?? null);
      expect(read?.fulfillments).toHaveLength(expected.fulfillments.length);
    }
  });

  it('gives only what was updated in a range, its bounds included', async () => {
    const all = await allOrders(reader, everything());
    const [from, to] = [all[10]?.updatedAt, all[20]?.updatedAt];
    if (from === undefined || to === undefined) throw new Error('The demo has too few orders.');
    const some = await allOrders(reader, { from, to, createdSince: 0 });
    expect(some.map(({ name }) => name)).toEqual(
      all.filter(({ updatedAt }) => updatedAt >= from && updatedAt <= to).map(({ name }) => name),
    );
  });

  it('shows a change at once when an order is read by id, while the search index lags', async () => {
    const [first] = demo.inspect(store.domain).orders();
    if (!first) throw new Error('The demo has no order.');
    demo.act.tagOrder(store.domain, first.order.name, 'just-now');
    const { orders } = await reader.ordersByGid([orderGid(first.order.id)]);
    expect(orders[0]?.tags).toContain('just-now');
  });

  it('leaves out orders and products that do not exist', async () => {
    expect((await reader.ordersByGid([orderGid(1)])).orders).toEqual([]);
    const { products } = await reader.catalogByProduct([gid('Product', 'gid://shopify/Product/1')]);
    expect(products).toEqual([]);
  });

  it('gives products with all their variants', async () => {
    const { products, variants } = demo.inspect(store.domain);
    const read = await reader.catalogByProduct(
      products.map(({ id }) => gid('Product', `gid://shopify/Product/${id}`)),
    );
    expect(read.products).toHaveLength(products.length);
    expect(new Set(read.variants.map(({ sku }) => sku))).toEqual(new Set(variants.map(({ sku }) => sku)));
    expect(read.variants).toHaveLength(variants.length);
  });

  it('tells who put the ignoring tag on an order, or that nobody is known', async () => {
    const ignored = demo.inspect(store.domain).withError('ignored_by_tag');
    const counts = { known: 0, unknown: 0 };
    for (const { order } of ignored) {
      const { events } = await reader.tagEvents(orderGid(order.id));
      const told = order.events.find(({ message }) => message.includes('added the tag'));
      counts[told ? 'known' : 'unknown'] += 1;
      const by = told ? { by: told.message.split(' added ')[0], at: told.createdAt } : null;
      expect(events?.map(({ by, at }) => ({ by, at }))).toEqual(by ? [by] : []);
    }
    expect(counts.known).toBeGreaterThan(0);
  });

  it.each([
    ['cut connections', { cut: 'before' as const }],
    ['cut answers', { truncate: true as const }],
    ['server errors', { status: 503 }],
    ['throttling', { throttled: true as const }],
  ])('is read in spite of %s', async (_, effect) => {
    demo.setFaults({ rules: [{ match: { path: 'admin' }, times: 2, effect }] });
    const { orders } = await reader.ordersPage({ ...everything(), after: null });
    expect(orders.length).toBeGreaterThan(0);
  });

  it('refuses a revoked token in one sentence', async () => {
    demo.act.revokeToken(store.domain);
    await expect(reader.ordersPage({ ...everything(), after: null })).rejects.toMatchObject({
      code: 'unauthorized',
      message: expect.stringMatching(/^[A-Z][^\n]*\.$/),
    });
  });

  it('refuses a wrong token', async () => {
    await expect(readerOf({ ...store, token: 'shpat_wrong' }).probe()).rejects.toMatchObject({
      code: 'unauthorized',
    });
  });

  it('is found to be another address where there is no store', async () => {
    await expect(readerOf({ ...store, endpoint: `${demo.url}/shops/nobody` }).probe()).rejects.toMatchObject({
      code: 'bad_answer',
      message: expect.stringContaining('check the domain'),
    });
  });

  it('is offline when nothing listens there', async () => {
    const other = await start({ orders: 60 });
    await other.demo.close();
    await expect(other.reader.probe()).rejects.toMatchObject({ code: 'offline', retryable: true });
  });

  it('comes with the platform’s orders and products', async () => {
    const platform = createBigblueReader({
      endpoint: store.platformEndpoint,
      key: store.platformKey,
      http: fetch,
      clock,
    });
    const truth = demo.inspect(store.domain);
    const listed = await platform.orders();
    const known = [...truth.orders()].filter((order) => order.platform.code !== null);
    expect(new Set(listed.map(({ status }) => status))).toEqual(
      new Set(known.map((order) => order.platform.code)),
    );
    expect(listed).toHaveLength(known.length);
    for (const { message } of listed.filter(({ status }) => status === 'EXCEPTION'))
      expect(message).not.toBeNull();
    expect(await platform.products()).toHaveLength(truth.fulfilmentProducts.length);
    const wrong = createBigblueReader({ endpoint: store.platformEndpoint, key: 'wrong', http: fetch, clock });
    await expect(wrong.orders()).rejects.toMatchObject({ code: 'unauthorized' });
  });
});

describe('a store with little to spend', () => {
  it('is read whole, with pages that fit its bucket', async () => {
    const { demo, reader } = await start({ orders: 60, throttle: { bucket: 400, restorePerSecond: 4_000 } });
    onTestFinished(() => demo.close());
    expect(await allOrders(reader, everything())).toHaveLength(60);
  });
});

describe('a store that withholds', () => {
  it('scopes is read without them, and says what that costs', async () => {
    const { demo, reader } = await start({
      orders: 60,
      access: {
        'atelier-nord': {
          withheldScopes: [
            'read_payment_terms',
            'write_payment_terms',
            'read_locations',
            'read_inventory',
            'write_inventory',
            'read_customers',
          ],
        },
      },
    });
    onTestFinished(() => demo.close());
    const { missingScopes, redacted } = await reader.probe();
    expect(missingScopes.map(({ scope }) => scope)).toEqual([
      'read_inventory',
      'write_inventory',
      'read_locations',
      'read_payment_terms',
      'write_payment_terms',
    ]);
    expect(redacted).toEqual(['paymentTerms', 'purchasingEntity', 'products']);
    expect(await allOrders(reader, everything())).toHaveLength(60);
  });

  it('protected fields is read without them', async () => {
    const { demo, reader } = await start({
      orders: 60,
      access: {
        'atelier-nord': { redacted: ['MailingAddress.zip', 'Order.email', 'MailingAddress.firstName'] },
      },
    });
    onTestFinished(() => demo.close());
    expect((await reader.probe()).redacted).toEqual(['zip', 'name', 'email']);
    const orders = await allOrders(reader, everything());
    expect(orders.every(({ email, shippingAddress }) => email === null && !shippingAddress?.zip)).toBe(true);
    expect(orders.some(({ shippingAddress }) => shippingAddress?.city)).toBe(true);
  });
});
