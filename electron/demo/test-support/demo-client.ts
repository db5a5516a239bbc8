import { z } from 'zod';
import type { Demo, DemoStore } from '../start-demo.ts';

const answerShape = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.looseObject({
        message: z.string(),
        extensions: z.looseObject({ code: z.string().optional() }).optional(),
      }),
    )
    .optional(),
  extensions: z
    .looseObject({
      cost: z.looseObject({
        requestedQueryCost: z.number(),
        actualQueryCost: z.number().nullish(),
        throttleStatus: z.object({
          maximumAvailable: z.number(),
          currentlyAvailable: z.number(),
          restoreRate: z.number(),
        }),
      }),
    })
    .optional(),
});
type GraphqlAnswer = z.infer<typeof answerShape>;

/** A client of one demo store, as any HTTP client would be. */
export interface DemoClient {
  readonly store: DemoStore;
  post(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<GraphqlAnswer>;
  /** The data of an answer without errors, read by a shape. */
  read<T>(shape: z.ZodType<T>, query: string, variables?: Readonly<Record<string, unknown>>): Promise<T>;
  platform(
    method: string,
    body?: unknown,
    key?: string,
  ): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }>;
}

/** The client of the store at a position, the first one unless said otherwise. */
export function clientOf(demo: Demo, at = 0): DemoClient {
  const store = demo.stores[at];
  if (store === undefined) throw new Error(`The demo has no store ${at}.`);
  const post: DemoClient['post'] = (query, variables = {}, headers = {}) =>
    fetch(`${store.endpoint}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-shopify-access-token': store.token, ...headers },
      body: JSON.stringify({ query, variables }),
    });
  const ask: DemoClient['ask'] = async (query, variables) =>
    answerShape.parse(await (await post(query, variables)).json());
  return {
    store,
    post,
    ask,
    read: async (shape, query, variables) => {
      const answer = await ask(query, variables);
      if (answer.errors !== undefined)
        throw new Error(answer.errors.map((error) => error.message).join('; '));
      return shape.parse(answer.data);
    },
    platform: async (method, body = {}, key = store.platformKey) => {
      const response = await fetch(`${store.platformEndpoint}/bigblue.storeapi.v1.PublicAPI/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return {
        status: response.status,
        headers: response.headers,
        body: z.record(z.string(), z.unknown()).parse(await response.json()),
      };
    },
  };
}

/** Runs a mutation that has one field and returns its payload's `userErrors` and the rest. */
export async function mutate(
  client: DemoClient,
  field: string,
  selection: string,
  variables: Readonly<Record<string, { readonly type: string; readonly value: unknown }>>,
): Promise<{
  payload: Record<string, unknown>;
  userErrors: readonly { field: string[] | null; message: string; code?: string | null }[];
}> {
  const names = Object.entries(variables);
  const query = `mutation (${names.map(([name, { type }]) => `$${name}: ${type}`).join(', ')}) {
    ${field}(${names.map(([name]) => `${name}: $${name}`).join(', ')}) { ${selection} }
  }`;
  const values = Object.fromEntries(names.map(([name, { value }]) => [name, value]));
  const data = await client.read(
    z.record(
      z.string(),
      z.looseObject({
        userErrors: z.array(
          z.object({
            field: z.array(z.string()).nullable(),
            message: z.string(),
            code: z.string().nullish(),
          }),
        ),
      }),
    ),
    query,
    values,
  );
  const payload = data[field];
  if (payload === undefined) throw new Error(`${field} gave no payload.`);
  const { userErrors, ...rest } = payload;
  return {
    payload: rest,
    userErrors: userErrors.map(({ code, ...error }) => (code === undefined ? error : { ...error, code })),
  };
}

/** Waits until a condition holds, looking every few milliseconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUp = performance.now() + 5_000;
  while (!(await holds())) {
    if (performance.now() > giveUp) throw new Error('What the test waited for did not happen.');
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
