import { z } from 'zod';
import { afterEach, describe, expect, it } from 'vitest';
import { startDemo, type Demo, type DemoOptions } from './start-demo.ts';
import { clientOf, mutate, until, type DemoClient } from './test-support/demo-client.ts';

const operationShape = z.object({
  id: z.string(),
  status: z.string(),
  url: z.string().nullable(),
  partialDataUrl: z.string().nullable(),
  errorCode: z.string().nullable(),
  objectCount: z.string(),
  rootObjectCount: z.string(),
});
const OPERATION = 'id status url partialDataUrl errorCode objectCount rootObjectCount';
const ORDERS = `{ orders { edges { node { id name createdAt shippingAddress { zip } lineItems { edges { node { id title } } }
  fulfillments { id status } paymentTerms { paymentSchedules { edges { node { id } } } } } } } }`;

describe('bulk operations', () => {
  let demo: Demo | null = null;
  const start = async (options: DemoOptions = {}): Promise<DemoClient> => {
    demo = await startDemo({ orders: 120, stores: 1, bulkDelayMs: 5, ...options });
    return clientOf(demo);
  };
  afterEach(() => demo?.close());

  const run = async (client: DemoClient, query: string, groupObjects = false) => {
    const { payload, userErrors } = await mutate(
      client,
      'bulkOperationRunQuery',
      `bulkOperation { ${OPERATION} } userErrors { field message code }`,
      {
        query: { type: 'String!', value: query },
        groupObjects: { type: 'Boolean!', value: groupObjects },
      },
    );
    return {
      userErrors,
      id: z.object({ bulkOperation: operationShape }).safeParse(payload).data?.bulkOperation.id ?? '',
    };
  };
  const status = async (client: DemoClient, id: string) =>
    (
      await client.read(
        z.object({ bulkOperation: operationShape }),
        `{ bulkOperation(id: "${id}") { ${OPERATION} } }`,
      )
    ).bulkOperation;
  const finished = async (client: DemoClient, id: string) => {
    await until(async () => ['COMPLETED', 'FAILED', 'CANCELED'].includes((await status(client, id)).status));
    return status(client, id);
  };
  const lines = async (url: string | null) => {
    const text = await (await fetch(url ?? '')).text();
    return text
      .trimEnd()
      .split('\n')
      .map((line) =>
        z
          .looseObject({ id: z.string().optional(), __parentId: z.string().optional() })
          .parse(JSON.parse(line)),
      );
  };

  it('write every order and every child on a line of its own, mixed unless grouped', async () => {
    const client = await start();
    const { id } = await run(client, ORDERS);
    const operation = await finished(client, id);
    expect(operation).toMatchObject({ status: 'COMPLETED', rootObjectCount: '120', errorCode: null });
    const all = await lines(operation.url);
    expect(String(all.length)).toBe(operation.objectCount);
    const roots = all.filter((line) => line['__parentId'] === undefined);
    expect(roots).toHaveLength(120);
    const items = [...(demo?.inspect(client.store.domain).orders() ?? [])].reduce(
      (sum, each) => sum + each.order.items.length,
      0,
    );
    expect(all.filter((line) => line.id?.includes('/LineItem/'))).toHaveLength(items);
    const ids = new Set(roots.map((line) => line.id));
    expect(all.every((line) => line['__parentId'] === undefined || ids.has(line['__parentId']))).toBe(true);
    const orphanFirst = all.findIndex(
      (line) =>
        line['__parentId'] !== undefined &&
        !all.slice(0, all.indexOf(line)).some((each) => each.id === line['__parentId']),
    );
    expect(orphanFirst).toBeGreaterThanOrEqual(0);
    expect(roots[0]).toMatchObject({
      createdAt: expect.stringMatching(/Z$/),
      fulfillments: expect.any(Array),
    });
  });

  it('with groupObjects children follow their parent', async () => {
    const client = await start();
    const { id } = await run(client, ORDERS, true);
    let parent: string | undefined;
    const strays: unknown[] = [];
    for (const line of await lines((await finished(client, id)).url)) {
      if (line['__parentId'] === undefined) parent = line.id;
      else if (line['__parentId'] !== parent) strays.push(line);
    }
    expect(strays).toEqual([]);
  });

  it('one denied field fails the whole operation', async () => {
    const client = await start({ access: { 'atelier-nord': { withheldScopes: ['read_payment_terms'] } } });
    const { id } = await run(client, ORDERS);
    expect(await finished(client, id)).toMatchObject({
      status: 'FAILED',
      errorCode: 'ACCESS_DENIED',
      url: null,
    });
  });

  it.each([
    ['no connection', '{ shop { name } }'],
    ['a field that does not exist', '{ orders { edges { node { nope } } } }'],
    ['no nodes', '{ orders { pageInfo { hasNextPage } } }'],
  ])('are refused for %s', async (_, query) => {
    const client = await start();
    expect((await run(client, query)).userErrors).toMatchObject([{ field: ['query'], code: 'INVALID' }]);
  });

  it('run five at a time', async () => {
    const client = await start({ bulkDelayMs: 5_000 });
    for (let turns = 0; turns < 5; turns++) expect((await run(client, ORDERS)).userErrors).toEqual([]);
    expect((await run(client, ORDERS)).userErrors).toMatchObject([{ code: 'LIMIT_REACHED' }]);
    const list = await client.ask(
      '{ bulkOperations(first: 10, query: "status:created") { nodes { status } } }',
    );
    expect(JSON.stringify(list.data).match(/CREATED/g)).toHaveLength(5);
  });

  it('can be cancelled', async () => {
    const client = await start({ bulkDelayMs: 100 });
    const { id } = await run(client, ORDERS);
    const cancelled = await mutate(
      client,
      'bulkOperationCancel',
      'bulkOperation { status } userErrors { field message }',
      { id: { type: 'ID!', value: id } },
    );
    expect(cancelled.payload).toEqual({ bulkOperation: { status: 'CANCELING' } });
    expect((await finished(client, id)).status).toBe('CANCELED');
  });

  it('results stay for seven days', async () => {
    const client = await start();
    const { id } = await run(client, ORDERS);
    const { url } = await finished(client, id);
    demo?.act.moveTime(8 * 86_400_000);
    expect((await fetch(url ?? '')).status).toBe(403);
  });

  it('results can be read from a byte on', async () => {
    const client = await start();
    const { id } = await run(client, ORDERS);
    const { url } = await finished(client, id);
    const whole = Buffer.from(await (await fetch(url ?? '')).arrayBuffer());
    const rest = await fetch(url ?? '', { headers: { range: 'bytes=1000-' } });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([
      206,
      `bytes 1000-${whole.length - 1}/${whole.length}`,
    ]);
    expect(Buffer.from(await rest.arrayBuffer()).equals(whole.subarray(1000))).toBe(true);
    expect((await fetch(url ?? '', { headers: { range: `bytes=${whole.length}-` } })).status).toBe(416);
    demo?.setFaults({ rules: [{ match: { path: 'bulk' }, effect: { ranges: false } }] });
    expect((await fetch(url ?? '', { headers: { range: 'bytes=1000-' } })).status).toBe(200);
    demo?.setFaults({ rules: [{ match: { path: 'bulk' }, effect: { cutAfterBytes: 500 } }] });
    await expect((await fetch(url ?? '')).text()).rejects.toThrow('terminated');
  });

  it.each([
    ['FAILED', 'INTERNAL_SERVER_ERROR'],
    ['CANCELED', null],
    ['EXPIRED', null],
  ] as const)('end as %s on request, with what they have written by then', async (ends, errorCode) => {
    const client = await start();
    demo?.setFaults({
      rules: [{ match: { operation: 'bulkOperationRunQuery' }, effect: { bulk: { ends, afterRoots: 70 } } }],
    });
    const { id } = await run(client, ORDERS);
    await until(async () => (await status(client, id)).status === ends);
    const operation = await status(client, id);
    expect(operation).toMatchObject({ url: null, errorCode, rootObjectCount: '70' });
    expect(await lines(operation.partialDataUrl)).toHaveLength(Number(operation.objectCount));
  });

  it('put parents and children apart on request, and damage lines', async () => {
    const client = await start();
    demo?.setFaults({
      rules: [{ match: { operation: 'All' }, effect: { bulk: { lines: 'children_first', garbled: [2] } } }],
    });
    const { id } = await run(client, ORDERS.replace('{', 'query All {'));
    const text = await (await fetch((await finished(client, id)).url ?? '')).text();
    const roots = text
      .trimEnd()
      .split('\n')
      .map((line) => !line.includes('__parentId'));
    expect(roots.slice(-120)).toEqual(Array.from({ length: 120 }, () => true));
    expect(roots.filter(Boolean)).toHaveLength(121);
    expect(() => JSON.parse(text.split('\n')[2] ?? '')).toThrow('JSON');
  });

  it('a bulk mutation reads uploaded variables and answers line by line', async () => {
    const client = await start();
    const target = z.object({
      stagedTargets: z.array(
        z.object({ url: z.string(), parameters: z.array(z.object({ name: z.string(), value: z.string() })) }),
      ),
    });
    const { payload } = await mutate(
      client,
      'stagedUploadsCreate',
      'stagedTargets { url parameters { name value } } userErrors { field message }',
      {
        input: {
          type: '[StagedUploadInput!]!',
          value: [
            {
              resource: 'BULK_MUTATION_VARIABLES',
              filename: 'vars.jsonl',
              mimeType: 'text/jsonl',
              httpMethod: 'POST',
            },
          ],
        },
      },
    );
    const [{ url, parameters } = { url: '', parameters: [] }] = target.parse(payload).stagedTargets;
    const form = new FormData();
    for (const { name, value } of parameters) form.append(name, value);
    const order = demo?.inspect(client.store.domain).order('#AN-1060').order.id;
    const ids = [`gid://shopify/Order/${order}`, 'gid://shopify/Order/1'];
    form.append(
      'file',
      new Blob([ids.map((id) => JSON.stringify({ id, tags: ['in-bulk'] })).join('\n')]),
      'vars.jsonl',
    );
    expect((await fetch(url, { method: 'POST', body: form })).status).toBe(201);

    const started = await mutate(
      client,
      'bulkOperationRunMutation',
      `bulkOperation { ${OPERATION} } userErrors { field message code }`,
      {
        mutation: {
          type: 'String!',
          value:
            'mutation ($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { message } } }',
        },
        stagedUploadPath: { type: 'String!', value: parameters.find((each) => each.name === 'key')?.value },
      },
    );
    expect(started.userErrors).toEqual([]);
    const operation = z.object({ bulkOperation: operationShape }).parse(started.payload).bulkOperation;
    const results = await lines((await finished(client, operation.id)).url);
    expect(results).toEqual([
      { data: { tagsAdd: { userErrors: [] } }, __lineNumber: 0 },
      { data: { tagsAdd: { userErrors: [{ message: 'Order does not exist' }] } }, __lineNumber: 1 },
    ]);
    expect(demo?.inspect(client.store.domain).order('#AN-1060').order.tags).toContain('in-bulk');
  });

  it('a bulk mutation without its file is refused', async () => {
    const client = await start();
    const { userErrors } = await mutate(
      client,
      'bulkOperationRunMutation',
      'userErrors { field message code }',
      {
        mutation: {
          type: 'String!',
          value: 'mutation ($id: ID!) { tagsAdd(id: $id, tags: ["x"]) { userErrors { message } } }',
        },
        stagedUploadPath: { type: 'String!', value: 'tmp/nothing' },
      },
    );
    expect(userErrors).toMatchObject([{ code: 'NO_SUCH_FILE' }]);
  });
});
