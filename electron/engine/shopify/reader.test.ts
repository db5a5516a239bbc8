import { describe, expect, it } from 'vitest';
import { gid } from '../../../shared/domain/ids.ts';
import { rawLines, rawOrder, rawProduct, rawVariants } from './test-support/raw-order.ts';
import { denied, scriptedStore } from './test-support/scripted-store.ts';

const range = { from: null, to: Date.UTC(2026, 9, 2), createdSince: 0, after: null };
const page = (nodes: readonly unknown[], next: string | null = null) => ({
  orders: { nodes, pageInfo: { hasNextPage: next !== null, endCursor: next } },
});
const order = (number: number) => gid('Order', `gid://shopify/Order/${number}`);
const product = (number: number) => gid('Product', `gid://shopify/Product/${number}`);

describe('a page of orders', () => {
  it('comes as domain orders: minor units, UTC milliseconds, ids of variant and product', async () => {
    const { reader } = scriptedStore({ OrdersPage: () => page([rawOrder(1001)], 'c1') });
    const { orders, next } = await reader.ordersPage(range);
    expect(next).not.toBeNull();
    expect(orders).toMatchObject([
      {
        gid: 'gid://shopify/Order/1001',
        updatedAt: Date.UTC(2026, 9, 1, 8),
        total: { amountMinor: 8450, currency: 'EUR' },
        buyer: 'b2c',
        shippingAddress: { zip: '75002', countryCode: 'FR' },
        lineItems: [{ gid: 'gid://shopify/LineItem/1', variant: 'gid://shopify/ProductVariant/1' }],
        tagEvents: null,
        redacted: [],
      },
    ]);
  });

  it('keeps an order that does not fit aside, with the field and nothing of its value', async () => {
    const { reader } = scriptedStore({
      OrdersPage: () =>
        page([rawOrder(1), rawOrder(2, { createdAt: 'yesterday' }), rawOrder(3, { id: 'order-3' })]),
    });
    const { orders, unread } = await reader.ordersPage(range);
    expect(orders.map(({ name }) => name)).toEqual(['#1']);
    expect(unread).toEqual([
      {
        gid: 'gid://shopify/Order/2',
        trouble: expect.objectContaining({ code: 'order_misfit', field: 'createdAt' }),
      },
      { gid: null, trouble: expect.objectContaining({ code: 'order_misfit', field: 'id' }) },
    ]);
    expect(JSON.stringify(unread)).not.toContain('yesterday');
  });

  it('keeps an order aside whose further lines do not fit', async () => {
    const { reader } = scriptedStore({
      OrdersPage: () => page([rawOrder(1, { lineItems: rawLines([1], 'l1') }), rawOrder(2)]),
      OrderLines: () => ({ order: { lineItems: { nodes: [{ id: 7 }], pageInfo: {} } } }),
    });
    const { orders, unread } = await reader.ordersPage(range);
    expect(orders.map(({ name }) => name)).toEqual(['#2']);
    expect(unread).toMatchObject([{ gid: 'gid://shopify/Order/1' }]);
  });

  it('goes on from its cursor until the last page, and counts the points it took', async () => {
    const { reader, asked } = scriptedStore({
      OrdersPage: ({ after }) => page([], after === 'c1' ? null : 'c1'),
    });
    const first = await reader.ordersPage(range);
    const second = await reader.ordersPage({ ...range, after: first.next });
    expect(second.next).toBeNull();
    expect(second.cost).toBe(42);
    expect(asked.at(-1)?.variables).toMatchObject({
      after: 'c1',
      query: expect.stringContaining('updated_at:<='),
    });
  });

  it('has all lines of an order that has more than a page holds', async () => {
    const { reader } = scriptedStore({
      OrdersPage: () => page([rawOrder(1, { lineItems: rawLines([1, 2, 3, 4, 5], 'l5') })]),
      OrderLines: ({ after }) => ({
        order: { lineItems: after === 'l5' ? rawLines([6, 7], 'l7') : rawLines([8]) },
      }),
    });
    const { orders } = await reader.ordersPage(range);
    expect(orders[0]?.lineItems.map(({ title }) => title)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Item ${number}`),
    );
  });

  it('has all fulfilments of an order that has more than a page holds', async () => {
    const fulfillments = [1, 2, 3, 4].map((number) => ({
      id: `gid://shopify/Fulfillment/${number}`,
      status: 'SUCCESS',
      createdAt: '2026-10-01T00:00:00Z',
      service: { serviceName: 'Manual' },
      location: null,
    }));
    const { reader } = scriptedStore({
      OrdersPage: () => page([rawOrder(1, { fulfillments: fulfillments.slice(0, 3) })]),
      OrderFulfillments: () => ({ order: { fulfillments } }),
    });
    const { orders } = await reader.ordersPage(range);
    expect(orders[0]?.fulfillments).toHaveLength(4);
    expect(orders[0]?.fulfillments[0]).toMatchObject({ service: 'Manual', location: null });
  });

  it('knows a company as B2B, payment terms with their schedules, and no unknown status', async () => {
    const { reader } = scriptedStore({
      OrdersPage: () =>
        page([
          rawOrder(1, {
            purchasingEntity: { kind: 'PurchasingCompany' },
            displayFinancialStatus: 'SOMETHING_NEW',
            paymentTerms: {
              paymentTermsName: 'Net 30',
              overdue: true,
              paymentSchedules: {
                nodes: [
                  { id: 'gid://shopify/PaymentSchedule/9', dueAt: '2026-11-01T00:00:00Z', completedAt: null },
                ],
              },
            },
          }),
        ]),
    });
    const { orders } = await reader.ordersPage(range);
    expect(orders[0]).toMatchObject({
      buyer: 'b2b',
      financialStatus: null,
      paymentTerms: {
        name: 'Net 30',
        overdue: true,
        schedules: [{ gid: 'gid://shopify/PaymentSchedule/9' }],
      },
    });
  });

  it('is asked for again in a smaller size when it costs too much', async () => {
    const sizes: unknown[] = [];
    const { reader } = scriptedStore({
      OrdersPage: ({ first }) => {
        sizes.push(first);
        return first > 3
          ? { errors: [{ message: 'Query cost is 1200', extensions: { code: 'MAX_COST_EXCEEDED' } }] }
          : page([]);
      },
    });
    await reader.ordersPage(range);
    expect(sizes).toEqual([10, 5, 2]);
  });

  it('grows with what the last page taught about its cost', async () => {
    const sizes: unknown[] = [];
    const { reader } = scriptedStore({
      OrdersPage: ({ first }) => {
        sizes.push(first);
        return page([]);
      },
    });
    await reader.ordersPage(range);
    await reader.ordersPage(range);
    expect(sizes).toEqual([10, 50]);
  });

  it('that does not fit its type is refused whole, naming the field and what to do', async () => {
    const { reader } = scriptedStore({
      OrdersPage: () => ({ orders: { nodes: [rawOrder(1)], pageInfo: { hasNextPage: 'soon' } } }),
    });
    await expect(reader.ordersPage(range)).rejects.toMatchObject({
      code: 'bad_answer',
      message: expect.stringMatching(
        /orders\.pageInfo\.hasNextPage.*; try again later, and check the store’s domain/,
      ),
    });
  });
});

describe('what Shopify withholds', () => {
  it('is found by a probe, left out of later documents, and unknown on the orders', async () => {
    const { reader, asked } = scriptedStore({
      OrdersProbe: () =>
        denied(
          { orders: { nodes: [rawOrder(1)] } },
          ['orders', 'nodes', 0, 'shippingAddress', 'zip'],
          ['orders', 'nodes', 0, 'email'],
        ),
      OrdersPage: () => {
        const { email: _, ...rest } = rawOrder(1);
        return page([rest]);
      },
    });
    const { redacted } = await reader.probe();
    expect(redacted).toEqual(['zip', 'email']);
    const { orders } = await reader.ordersPage(range);
    expect(orders[0]).toMatchObject({ email: null, redacted: ['zip', 'email'] });
    expect(asked.at(-1)?.text).not.toMatch(/\bzip\b|\bemail\b/);
    expect(asked.at(-1)?.text).toMatch(/\bcity\b/);
  });

  it('is noticed when addresses come back blank without an error', async () => {
    const blank = { shippingAddress: { address1: null, city: null, zip: null } };
    const { reader } = scriptedStore({ OrdersProbe: () => ({ orders: { nodes: [blank, blank, blank] } }) });
    expect((await reader.probe()).redacted).toEqual(['shippingAddress', 'zip', 'name']);
  });

  it('is not assumed from a postal code that some addresses lack', async () => {
    const dublin = { shippingAddress: { address1: '1 Main Street', city: 'Dublin', zip: null } };
    const { reader } = scriptedStore({
      OrdersProbe: () => ({ orders: { nodes: [dublin, dublin, dublin] } }),
    });
    expect((await reader.probe()).redacted).toEqual([]);
  });

  it('is every order, and then says so', async () => {
    const { reader } = scriptedStore({ OrdersProbe: () => denied({ orders: null }, ['orders']) });
    await expect(reader.probe()).rejects.toMatchObject({ code: 'missing_scope' });
  });
});

describe('missing scopes', () => {
  it('are shown with what they cost, and their fields are not asked for', async () => {
    const { reader, asked } = scriptedStore({ OrdersPage: () => page([]) }, { scopes: ['read_orders'] });
    const { missingScopes, redacted } = await reader.probe();
    expect(missingScopes.map(({ scope }) => scope)).toContain('read_products');
    expect(redacted).toEqual(['paymentTerms', 'products']);
    await reader.ordersPage(range);
    expect(asked.at(-1)?.text).not.toMatch(/paymentTerms|variant \{|location/);
  });

  it('keep the catalog unread where products or inventory are not granted', async () => {
    const { reader } = scriptedStore({}, { scopes: ['read_orders', 'read_products'] });
    expect(await reader.catalogByProduct([product(1)])).toEqual({ products: [], variants: [], cost: 0 });
  });

  it('end a connection without read_orders', async () => {
    const { reader } = scriptedStore({}, { scopes: ['read_products'] });
    await expect(reader.probe()).rejects.toMatchObject({
      code: 'missing_scope',
      message: expect.stringContaining('read_orders'),
    });
  });
});

describe('orders and products by id', () => {
  it('leave out what is gone and ask for each once', async () => {
    const { reader, asked } = scriptedStore({
      OrdersByIds: ({ ids }) => ({
        nodes: ids.map((id) => (id.endsWith('/2') ? null : rawOrder(Number(id.split('/').at(-1))))),
      }),
    });
    const { orders } = await reader.ordersByGid([order(1), order(2), order(3), order(1)]);
    expect(orders.map(({ name }) => name)).toEqual(['#1', '#3']);
    expect(asked.filter(({ operation }) => operation === 'OrdersByIds')).toHaveLength(1);
  });

  it('are read in portions until all are there', async () => {
    const { reader } = scriptedStore({
      OrdersByIds: ({ ids }) => ({
        nodes: ids.map((id) => rawOrder(Number(id.split('/').at(-1)))),
      }),
    });
    const numbers = Array.from({ length: 130 }, (_, index) => index + 1);
    const { orders } = await reader.ordersByGid(numbers.map(order));
    expect(orders.map(({ name }) => name)).toEqual(numbers.map((number) => `#${number}`));
  });

  it('bring all variants of a product', async () => {
    const { reader } = scriptedStore({
      ProductsByIds: () => ({ nodes: [rawProduct(1, [1, 2], 'v2'), null] }),
      ProductVariants: () => ({ product: { variants: rawVariants([3]) } }),
    });
    const { products, variants } = await reader.catalogByProduct([product(1), product(2)]);
    expect(products.map(({ title }) => title)).toEqual(['Product 1']);
    expect(variants).toMatchObject(
      [1, 2, 3].map((number) => ({ gid: `gid://shopify/ProductVariant/${number}`, product: product(1) })),
    );
  });
});

describe('an order’s tag events', () => {
  it('are read from its timeline', async () => {
    const { reader } = scriptedStore({
      OrderEvents: () => ({
        order: {
          events: {
            nodes: [
              {
                id: 'gid://shopify/BasicEvent/1',
                createdAt: '2026-10-01T00:00:00Z',
                action: 'tags_added',
                message: 'Fraud Filter added the tag bigblue-ignore to this order.',
                appTitle: 'Fraud Filter',
                attributeToApp: true,
                attributeToUser: false,
              },
            ],
          },
        },
      }),
    });
    const { events } = await reader.tagEvents(order(1));
    expect(events).toEqual([
      { tag: 'bigblue-ignore', at: Date.UTC(2026, 9, 1), by: 'Fraud Filter', byKind: 'app' },
    ]);
  });

  it('are unknown where the app may not see them', async () => {
    const { reader } = scriptedStore({ OrderEvents: () => denied({ order: null }, ['order', 'events']) });
    expect(await reader.tagEvents(order(1))).toEqual({ events: null, cost: 0 });
  });
});
