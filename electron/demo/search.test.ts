import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type Demo } from './start-demo.ts';
import { clientOf, type DemoClient } from './test-support/demo-client.ts';

const page = z.object({
  orders: z.object({
    nodes: z.array(z.object({ id: z.string(), name: z.string(), updatedAt: z.string() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});
const QUERY = `query ($first: Int!, $after: String, $query: String, $sortKey: OrderSortKeys, $reverse: Boolean) {
  orders(first: $first, after: $after, query: $query, sortKey: $sortKey, reverse: $reverse) {
    nodes { id name updatedAt } pageInfo { hasNextPage endCursor }
  }
}`;

describe('searching orders', () => {
  let demo: Demo;
  let client: DemoClient;
  beforeAll(async () => {
    demo = await startDemo({ orders: 230, stores: 1, indexLagMs: 60_000 });
    client = clientOf(demo);
  });
  afterAll(() => demo.close());

  const search = async (variables: Record<string, unknown>) =>
    (await client.read(page, QUERY, { first: 50, ...variables })).orders;
  const all = async (variables: Record<string, unknown>) => {
    const found: { name: string; updatedAt: string }[] = [];
    let after: string | null = null;
    for (;;) {
      const { nodes, pageInfo }: z.infer<typeof page>['orders'] = await search({ ...variables, after });
      found.push(...nodes);
      if (!pageInfo.hasNextPage) return found;
      after = pageInfo.endCursor;
    }
  };

  it.each([
    ['UPDATED_AT', false],
    ['UPDATED_AT', true],
    ['CREATED_AT', false],
    ['ID', true],
  ])('pages through every order once, sorted by %s (reverse: %s)', async (sortKey, reverse) => {
    const found = await all({ sortKey, reverse, first: 37 });
    expect(new Set(found.map((order) => order.name)).size).toBe(230);
    expect(found).toHaveLength(230);
    if (sortKey !== 'UPDATED_AT') return;
    const times = found.map((order) => order.updatedAt);
    expect(times).toEqual(reverse ? times.toSorted().toReversed() : times.toSorted());
  });

  it('bounds of updated_at are inclusive or not, as written', async () => {
    const sorted = await all({ sortKey: 'UPDATED_AT' });
    const at = sorted[100]?.updatedAt ?? '';
    const end = sorted[120]?.updatedAt ?? '';
    const names = (list: readonly { name: string }[]) => list.map((order) => order.name);
    expect(
      names(await all({ sortKey: 'UPDATED_AT', query: `updated_at:>='${at}' AND updated_at:<='${end}'` })),
    ).toEqual(names(sorted.slice(100, 121)));
    expect(
      names(await all({ sortKey: 'UPDATED_AT', query: `updated_at:>"${at}" updated_at:<'${end}'` })),
    ).toEqual(names(sorted.slice(101, 120)));
  });

  it('filters by id, name, tag and status; what it does not know it ignores with a warning', async () => {
    const cancelled = demo
      .inspect(client.store.domain)
      .withError('order_cancelled')
      .map((each) => each.order.name);
    expect((await all({ query: 'status:cancelled' })).map((order) => order.name)).toEqual(cancelled);
    expect(await all({ query: 'name:#AN-1042' })).toMatchObject([{ name: '#AN-1042' }]);
    expect(
      await all({ query: `id:${demo.inspect(client.store.domain).order('#AN-1042').order.id}` }),
    ).toMatchObject([{ name: '#AN-1042' }]);
    const tagged = await all({ query: 'tag:BIGBLUE-IGNORE' });
    expect(tagged.length).toBeGreaterThanOrEqual(3);
    expect(await all({ query: '-tag:bigblue-ignore' })).toHaveLength(230 - tagged.length);
    const answer = await client.ask(QUERY, { first: 5, query: 'colour:blue' });
    expect(answer.data).toMatchObject({ orders: { pageInfo: { hasNextPage: true } } });
    expect(JSON.stringify(answer.extensions)).toContain('colour');
  });

  it('an order read by id is current at once, the search index only after its lag', async () => {
    const before = (await all({ sortKey: 'UPDATED_AT' })).at(-1);
    demo.act.moveTime(5_000);
    demo.act.tagOrder(client.store.domain, '#AN-1030', 'fresh-tag');
    const id = demo.inspect(client.store.domain).order('#AN-1030').order.id;
    const read = await client.ask(`{ order(id: "gid://shopify/Order/${id}") { tags } }`);
    expect(JSON.stringify(read.data)).toContain('fresh-tag');
    expect(await all({ query: 'tag:fresh-tag' })).toEqual([]);
    expect((await all({ sortKey: 'UPDATED_AT' })).at(-1)?.name).toBe(before?.name);

    demo.act.moveTime(60_000);
    expect(await all({ query: 'tag:fresh-tag' })).toMatchObject([{ name: '#AN-1030' }]);
    const sorted = await all({ sortKey: 'UPDATED_AT' });
    expect(sorted.at(-1)?.name).toBe('#AN-1030');
    expect(sorted).toHaveLength(230);
  });

  it('a cursor the API did not write is refused', async () => {
    expect((await client.ask(QUERY, { first: 1, after: 'bm9wZQ==' })).errors).toHaveLength(1);
  });

  it('products are found by their update', async () => {
    const read = async (query: string) =>
      (
        await client.read(
          z.object({ products: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }),
          `query ($query: String!) { products(first: 50, query: $query, sortKey: UPDATED_AT) { nodes { id } } }`,
          { query },
        )
      ).products.nodes;
    expect(await read(`updated_at:>='${new Date().toISOString()}'`)).toEqual([]);
    const everything = await read("updated_at:>='2020-01-01T00:00:00Z'");
    expect(everything).toHaveLength(demo.inspect(client.store.domain).products.length);
  });
});

describe('a list of more than 25,000 objects', () => {
  it('ends with an error instead of a silent gap', async () => {
    const demo = await startDemo({ orders: 25_010, stores: 1 });
    const client = clientOf(demo);
    const cursor = Buffer.from(JSON.stringify({ last_value: 0, at: 24_999, n: 25_000 })).toString('base64');
    const beyond = await client.ask(QUERY, { first: 5, after: cursor, sortKey: 'ID' });
    expect(beyond.errors?.[0]?.message).toContain('25000');
    await demo.close();
  });
});
