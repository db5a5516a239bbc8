import { afterEach, describe, expect, it } from 'vitest';
import { protectedFields } from './admin-api/access.ts';
import { startDemo, type Demo, type DemoOptions } from './start-demo.ts';
import { clientOf, type DemoClient } from './test-support/demo-client.ts';

describe('who may ask, and how much', () => {
  let demo: Demo | null = null;
  const start = async (options: DemoOptions = {}): Promise<DemoClient> => {
    demo = await startDemo({ orders: 80, stores: 1, ...options });
    return clientOf(demo);
  };
  afterEach(() => demo?.close());

  it('a wrong token is refused in Shopify’s words', async () => {
    const client = await start();
    const response = await client.post('{ shop { name } }', {}, { 'x-shopify-access-token': 'wrong' });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
  });

  it('a revoked token is refused until it is restored', async () => {
    const client = await start();
    demo?.act.revokeToken(client.store.domain);
    expect((await client.post('{ shop { name } }')).status).toBe(401);
    demo?.act.restoreToken(client.store.domain);
    expect((await client.post('{ shop { name } }')).status).toBe(200);
  });

  it('another API version and an unknown store are not found', async () => {
    const client = await start();
    const { endpoint, token } = client.store;
    const ask = (url: string) =>
      fetch(url, {
        method: 'POST',
        headers: { 'x-shopify-access-token': token },
        body: '{"query":"{shop{name}}"}',
      });
    expect((await ask(`${endpoint}/admin/api/2025-01/graphql.json`)).status).toBe(404);
    expect((await ask(`${endpoint}-other/admin/api/2026-10/graphql.json`)).status).toBe(404);
  });

  it('prices a query by objects and connections and charges what it really cost', async () => {
    const client = await start();
    const { extensions } = await client.ask(
      '{ orders(first: 10, query: "name:AN-1010") { nodes { id name shippingLine { title } lineItems(first: 10) { nodes { id } } } } }',
    );
    // 2 + 10 x (order 1 + shipping line 1 + connection 2 + 10 x 1)
    expect(extensions?.cost.requestedQueryCost).toBe(142);
    expect(extensions?.cost.actualQueryCost).toBeLessThan(20);
    expect(extensions?.cost.throttleStatus).toMatchObject({ maximumAvailable: 20_000, restoreRate: 1_000 });
  });

  it('a fragment on an interface costs the dearest of its types', async () => {
    const client = await start();
    const { extensions } = await client.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Order { id } ... on Product { variants(first: 5) { nodes { id } } } } }',
      { ids: ['gid://shopify/Order/1', 'gid://shopify/Order/2'] },
    );
    // 2 ids x (1 + 2 + 5)
    expect(extensions?.cost.requestedQueryCost).toBe(16);
  });

  it('a query over 1,000 points is refused whatever is left', async () => {
    const client = await start();
    const answer = await client.ask(
      '{ orders(first: 100) { nodes { lineItems(first: 10) { nodes { id } } } } }',
    );
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'MAX_COST_EXCEEDED',
      cost: 1_302,
      maxCost: 1_000,
    });
  });

  it('an empty bucket throttles until time has refilled it', async () => {
    const client = await start({ throttle: { bucket: 100, restorePerSecond: 1 } });
    const query = '{ orders(first: 20) { nodes { id shippingLine { title } } } }';
    let answer = await client.ask(query);
    for (let turns = 0; turns < 5 && answer.errors === undefined; turns++) answer = await client.ask(query);
    expect(answer.errors).toMatchObject([{ message: 'Throttled', extensions: { code: 'THROTTLED' } }]);
    expect(answer.extensions?.cost).toMatchObject({ requestedQueryCost: 42, actualQueryCost: null });
    demo?.act.moveTime(100_000);
    expect((await client.ask(query)).errors).toBeUndefined();
  });

  it('a withheld scope denies its fields and says what is missing', async () => {
    const client = await start({
      access: { 'atelier-nord': { withheldScopes: ['read_payment_terms', 'write_orders'] } },
    });
    const scopes = await client.ask('{ currentAppInstallation { accessScopes { handle } } }');
    expect(JSON.stringify(scopes.data)).not.toContain('read_payment_terms');
    const read = await client.ask('{ orders(first: 1) { nodes { id paymentTerms { id } } } }');
    expect(read.errors?.[0]).toMatchObject({
      path: ['orders', 'nodes', 0, 'paymentTerms'],
      extensions: { code: 'ACCESS_DENIED', requiredAccess: '`read_payment_terms` access scope.' },
    });
    const write = await client.ask(
      'mutation { tagsAdd(id: "gid://shopify/Order/5800000000000", tags: ["x"]) { userErrors { message } } }',
    );
    expect(write.errors?.[0]?.extensions?.code).toBe('ACCESS_DENIED');
  });

  it('without read_all_orders the last sixty days are all there is', async () => {
    const client = await start({ access: { 'atelier-nord': { withheldScopes: ['read_all_orders'] } } });
    const { data } = await client.ask('{ ordersCount { count precision } }');
    const old = demo?.seededCounts().total.outOfScope.old ?? 0;
    expect(old).toBeGreaterThan(0);
    expect(data).toEqual({ ordersCount: { count: 80 - old, precision: 'EXACT' } });
  });

  it('protected data that is not approved comes as null with an error', async () => {
    const client = await start({ access: { 'atelier-nord': { redacted: protectedFields } } });
    const answer = await client.ask(
      '{ orders(first: 1, query: "name:AN-1020") { nodes { email shippingAddress { zip countryCodeV2 } } } }',
    );
    expect(answer.data).toMatchObject({
      orders: { nodes: [{ email: null, shippingAddress: { zip: null } }] },
    });
    expect(answer.errors?.map((error) => error.message)).toContainEqual(
      expect.stringContaining('not approved to use the zip field'),
    );
  });

  it('a page has at most 250 objects, and needs a size', async () => {
    const client = await start();
    expect((await client.ask('{ orders(first: 251) { nodes { id } } }')).errors).toHaveLength(1);
    expect((await client.ask('{ orders { nodes { id } } }')).errors?.[0]?.message).toBe(
      'you must provide one of first or last',
    );
    const ids = Array.from({ length: 251 }, () => 'gid://shopify/Order/1');
    expect(
      (await client.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).errors,
    ).toHaveLength(1);
  });

  it('a document that does not fit the schema is refused by name', async () => {
    const client = await start();
    const answer = await client.ask('{ orders(first: 1) { nodes { bogus } } }');
    expect(answer.errors?.[0]?.message).toContain('bogus');
  });
});
