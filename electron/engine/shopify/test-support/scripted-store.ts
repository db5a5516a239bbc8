import { z } from 'zod';
import { ASKED_SCOPES } from '../../../../shared/domain/scope.ts';
import { createAdminClient } from '../client.ts';
import { createStoreReader } from '../reader.ts';
import { silentLogger, testClock } from './test-ports.ts';
import { cost } from './admin-server.ts';
import { rawOrder } from './raw-order.ts';

/** What a scripted store answers to one operation: `data`, or `data` with errors. */
type Script = (variables: Variables, text: string) => unknown;

const requestBody = z.object({
  query: z.string(),
  variables: z.object({
    ids: z.array(z.string()).default([]),
    first: z.number().default(0),
    after: z.string().nullish(),
    query: z.string().default(''),
  }),
});
type Variables = z.output<typeof requestBody>['variables'];

const ALL_SCOPES = ASKED_SCOPES;

/** A reader over a store whose answers a test writes, operation by operation. Nothing goes over the network. */
export function scriptedStore(
  scripts: Record<string, Script>,
  { scopes = ALL_SCOPES }: { readonly scopes?: readonly string[] } = {},
) {
  const asked: { operation: string; variables: Variables; text: string }[] = [];
  const defaults: Record<string, Script> = {
    ShopProbe: () => ({
      shop: { name: 'Atelier Nord', myshopifyDomain: 'atelier-nord.myshopify.com', currencyCode: 'EUR' },
      currentAppInstallation: { accessScopes: scopes.map((handle) => ({ handle })) },
    }),
    OrdersProbe: () => ({ orders: { nodes: [rawOrder(1)] } }),
  };
  const clock = testClock();
  const client = createAdminClient({
    domain: 'atelier-nord.myshopify.com',
    token: 'shpat_1',
    clock,
    logger: silentLogger,
    random: () => 0,
    http: (_, { body }) => {
      const { query, variables } = requestBody.parse(JSON.parse(typeof body === 'string' ? body : ''));
      const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
      asked.push({ operation, variables, text: query });
      const answer = (scripts[operation] ?? defaults[operation])?.(variables, query);
      const whole =
        typeof answer === 'object' && answer !== null && 'errors' in answer ? answer : { data: answer };
      return Promise.resolve(Response.json({ extensions: cost(42, 900), ...whole }));
    },
  });
  return {
    asked,
    client,
    clock,
    reader: createStoreReader(client, { clock, logger: silentLogger, random: () => 0 }),
  };
}

/** A field that Shopify denies: null in the data, and an error whose path leads there. */
export function denied(data: unknown, ...paths: readonly (readonly (string | number)[])[]) {
  return {
    data,
    errors: paths.map((path) => ({
      message: `This app is not approved to use the ${String(path.at(-1))} field.`,
      path,
      extensions: { code: 'ACCESS_DENIED' },
    })),
  };
}
