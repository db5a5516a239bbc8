import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Http } from '../ports.ts';
import { createBigblueReader } from './bigblue.ts';

const KEY = 'key-1';
const request = z.object({ page_size: z.int(), page_token: z.string().optional() });
type Body = z.output<typeof request>;

/** A clock that a test owns: sleeping takes no time and is written down. */
function testClock() {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: (ms: number) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}

function platform(answer: (body: Body, url: string, call: number) => Response | Error) {
  const clock = testClock();
  const calls: { url: string; body: Body; authorization: string | null }[] = [];
  const http: Http = (url, { body, headers }) => {
    const parsed = request.parse(JSON.parse(typeof body === 'string' ? body : ''));
    calls.push({ url, body: parsed, authorization: new Headers(headers).get('Authorization') });
    const result = answer(parsed, url, calls.length);
    return result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
  };
  return {
    clock,
    calls,
    reader: createBigblueReader({ endpoint: 'https://api.bigblue.co', key: KEY, http, clock }),
  };
}

describe('the platform’s orders', () => {
  it('are read page by page until no token follows', async () => {
    const { reader, calls } = platform(({ page_token }) =>
      Response.json(
        page_token === 'p2'
          ? {
              orders: [
                {
                  id: 'b2',
                  external_id: '#1002',
                  status: { code: 'EXCEPTION', message: 'Product not found' },
                },
              ],
            }
          : {
              orders: [{ id: 'b1', external_id: '5123', status: { code: 'SHIPPED', message: '' } }],
              next_page_token: 'p2',
            },
      ),
    );
    expect(await reader.orders()).toEqual([
      { id: 'b1', externalId: '5123', status: 'SHIPPED', message: null },
      { id: 'b2', externalId: '#1002', status: 'EXCEPTION', message: 'Product not found' },
    ]);
    expect(calls).toMatchObject([
      {
        url: 'https://api.bigblue.co/bigblue.storeapi.v1.PublicAPI/ListOrders',
        body: { page_size: 100 },
        authorization: 'Bearer key-1',
      },
      { body: { page_size: 100, page_token: 'p2' } },
    ]);
  });

  it('may lack what was only assumed: a status, a message, an external id that is text', async () => {
    const { reader } = platform(() =>
      Response.json({ orders: [{ id: 'b1', external_id: 5123 }], next_page_token: '' }),
    );
    expect(await reader.orders()).toEqual([{ id: 'b1', externalId: '5123', status: '', message: null }]);
  });

  it('are none when the platform knows none', async () => {
    const { reader } = platform(() => Response.json({}));
    expect(await reader.orders()).toEqual([]);
  });
});

describe('the platform’s products', () => {
  it('are bundles when they have components, and may lack SKU and barcode', async () => {
    const { reader } = platform(() =>
      Response.json({
        products: [
          { id: 'DIGG-000001-0001', name: 'Soap', sku: 'SOAP', barcode: '' },
          { id: 'DIGG-000002-0001', name: null, components: [{ product: 'DIGG-000001-0001', quantity: 2 }] },
        ],
      }),
    );
    expect(await reader.products()).toEqual([
      { id: 'DIGG-000001-0001', name: 'Soap', sku: 'SOAP', barcode: null, bundle: false },
      { id: 'DIGG-000002-0001', name: 'DIGG-000002-0001', sku: null, barcode: null, bundle: true },
    ]);
  });
});

describe('the platform’s stock', () => {
  it('is what is available, over its warehouses and pages; a product without a number is unknown', async () => {
    const { reader } = platform((request) =>
      Response.json(
        request.page_token === undefined
          ? {
              inventories: [
                { product: 'DIGG-1', available: 2 },
                { product: 'DIGG-2', available: null },
              ],
              next_page_token: 'p2',
            }
          : { inventories: [{ product: 'DIGG-1', available: '3' }] },
      ),
    );
    expect(await reader.stock()).toEqual([{ product: 'DIGG-1', available: 5 }]);
  });

  it('is unknown where the platform refuses to tell it', async () => {
    const { reader } = platform(() =>
      Response.json({ code: 'bad_route', msg: 'No handler' }, { status: 404 }),
    );
    expect(await reader.stock()).toBeNull();
  });
});

describe('trouble with the platform', () => {
  it('a wrong key is not authorised, and the key is not shown', async () => {
    const { reader, calls } = platform(() =>
      Response.json({ code: 'unauthenticated', msg: 'Invalid API key' }, { status: 401 }),
    );
    await expect(reader.orders()).rejects.toMatchObject({
      code: 'unauthorized',
      message: expect.not.stringContaining(KEY),
    });
    expect(calls).toHaveLength(1);
  });

  it('a rate limit is waited out for as long as the platform says', async () => {
    const { reader, clock } = platform((_, __, call) =>
      call === 1
        ? Response.json(
            { code: 'resource_exhausted', msg: 'slow down' },
            { status: 429, headers: { 'Retry-After': '7' } },
          )
        : Response.json({ orders: [] }),
    );
    expect(await reader.orders()).toEqual([]);
    expect(clock.slept).toEqual([7000]);
  });

  it('a passing failure is retried; a lasting one is offline', async () => {
    const reset = Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }),
    });
    const passing = platform((_, __, call) => (call === 1 ? reset : Response.json({ orders: [] })));
    expect(await passing.reader.orders()).toEqual([]);
    const lasting = platform(() => Response.json({ code: 'internal', msg: 'x' }, { status: 503 }));
    await expect(lasting.reader.orders()).rejects.toMatchObject({ code: 'offline', retryable: true });
    expect(lasting.calls).toHaveLength(4);
  });

  it('an answer of another shape is one sentence that names the field', async () => {
    const { reader } = platform(() => Response.json({ orders: [{ external_id: '1' }] }));
    await expect(reader.orders()).rejects.toMatchObject({
      code: 'bad_answer',
      message: expect.stringContaining('orders.0.id'),
    });
  });

  it('pages that never end are noticed', async () => {
    const { reader, calls } = platform(() => Response.json({ orders: [], next_page_token: 'same' }));
    await expect(reader.orders()).rejects.toMatchObject({ code: 'bad_answer' });
    expect(calls).toHaveLength(2);
  });

  it('no more than 200 requests start in any minute', async () => {
    const started: number[] = [];
    const { reader, clock } = platform((_, __, call) => {
      started.push(clock.now());
      return Response.json({ orders: [], next_page_token: call < 450 ? `p${call}` : '' });
    });
    await reader.orders();
    for (const at of started)
      expect(started.filter((other) => other > at - 60_000 && other <= at).length).toBeLessThanOrEqual(200);
    expect(started).toHaveLength(450);
  });

  it.each([
    ['http://api.bigblue.co', KEY, 'platform-endpoint'],
    ['https://api.bigblue.co', ' ', 'platform-key'],
  ])('an unusable setting is refused by name (%s)', (endpoint, key, field) => {
    expect(() => createBigblueReader({ endpoint, key, http: fetch, clock: testClock() })).toThrow(
      expect.objectContaining({ code: 'bad_input', message: expect.stringContaining(field) }),
    );
  });
});
