import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseFaultPlan, type FaultPlan } from './faults.ts';
import { startDemo, type Demo } from './start-demo.ts';
import { clientOf, type DemoClient } from './test-support/demo-client.ts';

describe('faults on request', () => {
  let demo: Demo;
  let client: DemoClient;
  beforeAll(async () => {
    demo = await startDemo({ orders: 160, stores: 2 });
    client = clientOf(demo);
  });
  afterEach(() => demo.setFaults({ rules: [] }));
  afterAll(() => demo.close());

  const order = () => demo.inspect(client.store.domain).order('#AN-1020').order;
  const tag = (name: string) =>
    client.post(
      `mutation { tagsAdd(id: "gid://shopify/Order/${order().id}", tags: ["${name}"]) { userErrors { message } } }`,
    );
  const fault = (effect: FaultPlan['rules'][number]['effect'], match?: FaultPlan['rules'][number]['match']) =>
    demo.setFaults({ rules: [{ times: 1, effect, ...(match === undefined ? {} : { match }) }] });

  it('429 with Retry-After, once', async () => {
    fault({ status: 429, retryAfter: 2 });
    const response = await client.post('{ shop { name } }');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2']);
    expect((await client.post('{ shop { name } }')).status).toBe(200);
  });

  it('5xx, before anything happens', async () => {
    fault({ status: 503 });
    expect((await tag('never')).status).toBe(503);
    expect(order().tags).not.toContain('never');
  });

  it('THROTTLED in the body of a 200', async () => {
    fault({ throttled: true });
    expect((await client.ask('{ shop { name } }')).errors?.[0]?.extensions?.code).toBe('THROTTLED');
  });

  it('a connection cut before the effect leaves no trace', async () => {
    fault({ cut: 'before' }, { operation: '^tagsAdd$' });
    await expect(tag('cut-before')).rejects.toThrow('fetch failed');
    expect(order().tags).not.toContain('cut-before');
  });

  it('a connection cut after the effect loses only the acknowledgement', async () => {
    fault({ cut: 'after' }, { operation: 'tagsAdd' });
    await expect(tag('cut-after')).rejects.toThrow('fetch failed');
    expect(order().tags).toContain('cut-after');
  });

  it('a truncated body is no JSON', async () => {
    fault({ truncate: true });
    const response = await client.post('{ shop { name } }');
    await expect(response.json()).rejects.toThrow('JSON');
  });

  it('a token revoked in the middle stays revoked', async () => {
    fault({ revoke: true });
    expect((await client.post('{ shop { name } }')).status).toBe(401);
    expect((await client.post('{ shop { name } }')).status).toBe(401);
    demo.act.restoreToken(client.store.domain);
  });

  it('somebody else edits the order just before the request is carried out', async () => {
    fault(
      { concurrentEdit: { shippingAddress: { city: 'Elsewhere' }, addTags: ['seen'] } },
      { operation: 'order' },
    );
    const answer = await client.ask(
      `{ order(id: "gid://shopify/Order/${order().id}") { tags shippingAddress { city } } }`,
    );
    expect(answer.data).toMatchObject({ order: { shippingAddress: { city: 'Elsewhere' } } });
    expect(order().events.at(-1)).toMatchObject({ author: 'Claire Dubois', byUser: true });
  });

  it('latency delays and changes nothing', async () => {
    fault({ latencyMs: 1 });
    expect((await client.ask('{ shop { name } }')).data).toEqual({ shop: { name: 'Atelier Nord' } });
  });

  it('strike only the store, operation and path they are meant for', async () => {
    demo.setFaults({
      rules: [
        {
          match: { store: client.store.domain, path: 'platform', operation: 'ListOrders' },
          effect: { status: 500 },
        },
      ],
    });
    expect((await client.platform('ListProducts')).status).toBe(200);
    expect((await clientOf(demo, 1).platform('ListOrders')).status).toBe(200);
    expect((await client.post('{ shop { name } }')).status).toBe(200);
    await expect(client.platform('ListOrders')).rejects.toThrow('JSON');
  });

  it('with a probability strike the same requests in every run', async () => {
    const statuses = async () => {
      demo.setFaults({ seed: 7, rules: [{ probability: 0.5, effect: { status: 500 } }] });
      const seen: number[] = [];
      for (let turns = 0; turns < 20; turns++) seen.push((await client.post('{ shop { name } }')).status);
      return seen;
    };
    const first = await statuses();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await statuses()).toEqual(first);
  });

  it.each([
    ['an unknown effect', [{ effect: { explode: true } }], 'rules.0.effect'],
    ['a status that is no fault', [{ effect: { status: 200 } }], 'rules.0.effect'],
    [
      'a broken pattern',
      { rules: [{ match: { operation: '(' }, effect: { cut: 'after' } }] },
      'rules.0.match.operation',
    ],
    [
      'a probability over one',
      { rules: [{ probability: 2, effect: { cut: 'after' } }] },
      'rules.0.probability',
    ],
  ])('a plan with %s is refused and says where', (_, plan, where) => {
    expect(() => parseFaultPlan(plan)).toThrow(where);
  });
});
