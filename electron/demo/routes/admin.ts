import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { answer, type ApiRequest } from '../admin-api/execute.ts';
import { json, type HttpAnswer } from '../http-exchange.ts';
import { adminSchema, type Merchant } from '../merchant.ts';

/** The one API version the demo speaks. */
const GRAPHQL_PATH = 'admin/api/2026-10/graphql.json';

const requestBody = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** Reads the body of a GraphQL request; null when it is none. */
export function parseAdmin(body: Buffer): ApiRequest | null {
  try {
    const parsed = requestBody.parse(JSON.parse(body.toString('utf8')));
    return {
      query: parsed.query,
      variables: parsed.variables ?? {},
      operationName: parsed.operationName ?? null,
    };
  } catch {
    return null;
  }
}

/** Why a request gets no further: wrong path or version, wrong method, wrong or revoked token. Null when it may pass. */
export function adminRequest(
  merchant: Merchant,
  request: IncomingMessage,
  path: string,
  graphql: ApiRequest | null,
): HttpAnswer | null {
  if (path !== GRAPHQL_PATH) return json(404, { errors: 'Not Found' });
  if (request.method !== 'POST') return json(405, { errors: 'Method Not Allowed' });
  if (!merchant.access.valid || request.headers['x-shopify-access-token'] !== merchant.access.token)
    return json(401, {
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
  return graphql === null ? json(400, { errors: { query: 'Required parameter missing or invalid' } }) : null;
}

/** Executes a request that passed. */
export async function answerAdmin(merchant: Merchant, graphql: ApiRequest): Promise<HttpAnswer> {
  merchant.platform.settle();
  return json(200, await answer(adminSchema(), graphql, merchant.apiContext(), merchant.throttle), {
    'x-shopify-api-version': '2026-10',
  });
}
