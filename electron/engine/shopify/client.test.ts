import { describe, expect, it, onTestFinished } from 'vitest';
import type { Http } from '../ports.ts';
import { createAdminClient } from './client.ts';
import { TAGS_ADD } from './documents/mutations.ts';
import { SHOP_PROBE } from './documents/probe.ts';
import {
  cost,
  cut,
  json,
  type Reply,
  startAdminServer,
  throttled,
  truncated,
} from './test-support/admin-server.ts';
import { silentLogger, testClock } from './test-support/test-ports.ts';

const shop = {
  data: {
    shop: { name: 'Atelier Nord', myshopifyDomain: 'atelier-nord.myshopify.com', currencyCode: 'EUR' },
    currentAppInstallation: { accessScopes: [{ handle: 'read_orders' }] },
  },
  extensions: cost(2, 998),
};
const order = { id: 'gid://shopify/Order/1', tags: ['vip'] };

async function connect(...replies: readonly Reply[]) {
  const server = await startAdminServer(...replies);
  onTestFinished(server.close);
  const clock = testClock();
  const client = createAdminClient({
    domain: 'atelier-nord.myshopify.com',
    endpoint: server.endpoint,
    token: 'shpat_1',
    http: fetch,
    clock,
    logger: silentLogger,
    random: () => 0,
  });
  return { server, clock, client };
}

function clientWith(http: Http, timeoutMs = 1000) {
  return createAdminClient({
    domain: 'atelier-nord.myshopify.com',
    token: 'shpat_1',
    http,
    clock: testClock(),
    logger: silentLogger,
    random: () => 0,
    timeoutMs,
  });
}

describe('where a client sends requests', () => {
  it('is the store’s own address over https, with the token in its header', async () => {
    const urls: string[] = [];
    const client = clientWith((url) => {
      urls.push(url);
      return Promise.resolve(Response.json(shop));
    });
    await client.request(SHOP_PROBE, {});
    expect(urls).toEqual(['https://atelier-nord.myshopify.com/admin/api/2026-10/graphql.json']);
  });

  it('is a loopback endpoint where one is given', async () => {
    const { client, server } = await connect(json(shop));
    await client.request(SHOP_PROBE, {});
    expect(server.seen[0]?.url).toBe('/admin/api/2026-10/graphql.json');
    expect(server.seen[0]?.headers['x-shopify-access-token']).toBe('shpat_1');
  });

  it.each([
    ['http://shop.example.com', 'endpoint'],
    ['ftp://127.0.0.1', 'endpoint'],
    ['http://127.0.0.1.example.com', 'endpoint'],
    ['nonsense', 'endpoint'],
    ['https://user:secret@127.0.0.1', 'endpoint'],
  ])('is never %s', (endpoint, field) => {
    const make = () =>
      createAdminClient({
        domain: 'a.myshopify.com',
        endpoint,
        token: 't',
        http: fetch,
        clock: testClock(),
        logger: silentLogger,
      });
    expect(make).toThrow(
      expect.objectContaining({ code: 'bad_input', message: expect.stringContaining(field) }),
    );
  });

  it('never follows a redirect, which would carry the token elsewhere', async () => {
    const elsewhere = await startAdminServer(json(shop));
    onTestFinished(elsewhere.close);
    const { client } = await connect((_, response) => {
      response.writeHead(307, { Location: `${elsewhere.endpoint}/` }).end();
    });
    expect(await client.attempt(SHOP_PROBE, {})).toMatchObject({ kind: 'bad_answer', effect: 'none' });
    expect(elsewhere.seen).toEqual([]);
  });
});

describe('one attempt', () => {
  it('yields the decoded answer with its cost and request id', async () => {
    const { client } = await connect(
      json({
        data: { tagsAdd: { node: { ...order, updatedAt: '2026-10-01T00:00:00Z' }, userErrors: [] } },
        extensions: cost(10, 990),
      }),
    );
    const outcome = await client.attempt(TAGS_ADD, { id: order.id, tags: ['vip'] });
    expect(outcome).toMatchObject({
      kind: 'answer',
      data: { node: { tags: ['vip'], updatedAt: Date.UTC(2026, 9, 1) }, userErrors: [] },
      requestId: 'req-1',
      cost: { requestedQueryCost: 10 },
    });
    expect(client.budget.bucket()).toMatchObject({ available: 990, maximum: 1000 });
  });

  it('says how long to wait when the bucket is short: the shortfall over the restore rate', async () => {
    const { client } = await connect(throttled(500, 400));
    expect(await client.attempt(SHOP_PROBE, {})).toEqual({ kind: 'throttled', waitMs: 2000 });
  });

  it('takes the seconds of Retry-After from a 429', async () => {
    const { client } = await connect(json({ errors: 'Exceeded' }, 429, { 'Retry-After': '2.0' }));
    expect(await client.attempt(SHOP_PROBE, {})).toEqual({ kind: 'throttled', waitMs: 2000 });
  });

  it('knows a refused token', async () => {
    const { client } = await connect(json({ errors: '[API] Invalid API key or access token' }, 401));
    expect(await client.attempt(SHOP_PROBE, {})).toMatchObject({ kind: 'unauthorized' });
  });

  it('proves that nothing was sent when the connection is refused', async () => {
    const { client, server } = await connect(json(shop));
    await server.close();
    expect(await client.attempt(SHOP_PROBE, {})).toMatchObject({ kind: 'not_sent' });
  });

  it.each([
    ['the connection is cut', cut],
    ['the answer is cut off', truncated],
    ['the server fails', json({ errors: 'Internal' }, 502)],
    [
      'the answer is not JSON',
      ((_, response) =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>')) satisfies Reply,
    ],
    [
      'Shopify reports an internal error',
      json({ errors: [{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }),
    ],
  ])('never claims to know the outcome when %s', async (_, reply) => {
    const { client, server } = await connect(reply);
    expect(await client.attempt(TAGS_ADD, { id: order.id, tags: ['vip'] })).toMatchObject({
      kind: 'unclear',
    });
    expect(server.seen).toHaveLength(1);
  });

  it('is unclear when no answer comes in time', async () => {
    const hanging: Http = (_, { signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    expect(await clientWith(hanging, 20).attempt(SHOP_PROBE, {})).toEqual({
      kind: 'unclear',
      trouble: {
        code: 'unreachable',
        host: 'atelier-nord.myshopify.com',
        how: 'no_answer',
        detail: null,
      },
    });
  });

  it('was not sent when it was cancelled before', async () => {
    const { client, server } = await connect(json(shop));
    expect(await client.attempt(SHOP_PROBE, {}, { signal: AbortSignal.abort() })).toMatchObject({
      kind: 'not_sent',
    });
    expect(server.seen).toEqual([]);
  });

  it('knows a denied mutation, with what it needs', async () => {
    const { client } = await connect(
      json({
        data: { tagsAdd: null },
        errors: [
          {
            message: 'Access denied for tagsAdd field.',
            path: ['tagsAdd'],
            extensions: { code: 'ACCESS_DENIED', requiredAccess: '`write_orders` access scope.' },
          },
        ],
      }),
    );
    expect(await client.attempt(TAGS_ADD, { id: order.id, tags: ['vip'] })).toMatchObject({
      kind: 'denied',
      requiredAccess: '`write_orders` access scope.',
    });
  });

  it('names the field that does not fit, not its value, and allows that the mutation took effect', async () => {
    const { client } = await connect(
      json({ data: { tagsAdd: { node: { tags: ['secret'], updatedAt: 'yesterday' }, userErrors: [] } } }),
    );
    const outcome = await client.attempt(TAGS_ADD, { id: order.id, tags: ['vip'] });
    expect(outcome).toMatchObject({ kind: 'bad_answer', effect: 'possible' });
    expect(JSON.stringify(outcome)).toContain('tagsAdd.node.updatedAt');
    expect(JSON.stringify(outcome)).not.toMatch(/secret|yesterday/);
  });

  it('had no effect when the document was refused as a whole', async () => {
    const { client } = await connect(json({ errors: [{ message: 'Field x does not exist' }] }));
    expect(await client.attempt(SHOP_PROBE, {})).toMatchObject({ kind: 'bad_answer', effect: 'none' });
  });
});

describe('a read', () => {
  it('waits out throttling and then answers', async () => {
    const { client, clock, server } = await connect(throttled(100, 50), throttled(100, 90), json(shop));
    const { data } = await client.request(SHOP_PROBE, {});
    expect(data.name).toBe('Atelier Nord');
    expect(server.seen).toHaveLength(3);
    expect(clock.slept).toEqual([1000, 200]);
  });

  it('gives up on a store that throttles without end, as something to retry', async () => {
    const { client } = await connect(throttled(100, 50));
    await expect(client.request(SHOP_PROBE, {})).rejects.toMatchObject({ code: 'offline', retryable: true });
  });

  it('tries again when an internal error left a hole in the answer', async () => {
    const hole = json({
      ...shop,
      errors: [{ message: 'Oops', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    const { client, server } = await connect(hole, json(shop));
    expect((await client.request(SHOP_PROBE, {})).data.name).toBe('Atelier Nord');
    expect(server.seen).toHaveLength(2);
  });

  it.each([
    ['text/html; charset=utf-8', /answered with a web page instead of JSON.*sign in from a browser/],
    ['text/plain', /answered with text\/plain instead of JSON/],
  ])('says what came where %s came instead of an answer', async (type, words) => {
    const { client } = await connect((_, response) =>
      response.writeHead(200, { 'Content-Type': type }).end('<html>'),
    );
    await expect(client.request(SHOP_PROBE, {})).rejects.toMatchObject({
      code: 'offline',
      retryable: true,
      message: expect.stringMatching(words),
    });
  });

  it('tries again when the outcome is unclear', async () => {
    const { client, clock } = await connect(cut, truncated, json(shop));
    expect((await client.request(SHOP_PROBE, {})).data.currency).toBe('EUR');
    expect(clock.slept).toEqual([250, 500]);
  });

  it.each([
    ['unauthorized', json({ errors: 'no' }, 401)],
    ['offline', cut],
    ['bad_answer', json({ data: { shop: {} } })],
    ['bad_answer', json({ errors: [] }, 404)],
    [
      'missing_scope',
      json({ data: null, errors: [{ message: 'Access denied', extensions: { code: 'ACCESS_DENIED' } }] }),
    ],
  ])('ends as %s in one sentence', async (code, reply) => {
    const { client } = await connect(reply);
    await expect(client.request(SHOP_PROBE, {})).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^[A-Z“][^\n]*[^.]\.$/u),
    });
  });

  it.each([
    json({ errors: [{ message: 'Oops', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }),
    json({ ...shop, errors: [{ message: 'Oops', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }),
    json({ errors: [{ message: 'Oops', extensions: { code: 'SHOP_INACTIVE' } }] }),
    json({ errors: [{ message: 'Oops' }] }),
  ])('names the store whose words it passes on', async (reply) => {
    const { client } = await connect(reply);
    await expect(client.request(SHOP_PROBE, {})).rejects.toMatchObject({
      message: expect.stringContaining('atelier-nord.myshopify.com reports: Oops'),
    });
  });

  it('stops when it is cancelled while waiting', async () => {
    const controller = new AbortController();
    const server = await startAdminServer(throttled(100, 0));
    onTestFinished(server.close);
    const client = createAdminClient({
      domain: 'a.myshopify.com',
      endpoint: server.endpoint,
      token: 't',
      http: fetch,
      clock: {
        now: () => 0,
        sleep: () => {
          controller.abort();
          return Promise.resolve();
        },
      },
      logger: silentLogger,
    });
    await expect(client.request(SHOP_PROBE, {}, { signal: controller.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('never shows the token in an error', async () => {
    const { client } = await connect(json({ errors: 'no' }, 401));
    await expect(client.request(SHOP_PROBE, {})).rejects.not.toThrow(/shpat/);
  });
});

describe('a store’s domain', () => {
  it.each([' https://Atelier-Nord.myshopify.com/admin ', 'atelier-nord.myshopify.com'])(
    'reads %s',
    (domain) => {
      const client = createAdminClient({
        domain,
        token: 't',
        http: fetch,
        clock: testClock(),
        logger: silentLogger,
      });
      expect(client.domain).toBe('atelier-nord.myshopify.com');
    },
  );

  it.each(['', 'localhost', 'a b.myshopify.com', '-x.com', 'shop'])('refuses “%s”', (domain) => {
    const make = () =>
      createAdminClient({ domain, token: 't', http: fetch, clock: testClock(), logger: silentLogger });
    expect(make).toThrow(expect.objectContaining({ code: 'bad_input', meta: { field: 'domain' } }));
  });
});
