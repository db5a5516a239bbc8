import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { operationNames, throttled, type ApiRequest } from './admin-api/execute.ts';
import type { Faults, FaultEffect } from './faults.ts';
import { json, plain, readBody, send, sendCut, sendTruncated, type HttpAnswer } from './http-exchange.ts';
import type { Merchant } from './merchant.ts';
import { adminRequest, answerAdmin, parseAdmin } from './routes/admin.ts';
import { bulkResult, storeUpload } from './routes/bulk-files.ts';
import { answerPlatform } from './routes/platform.ts';
import { editOrder, ordersNamedIn } from './somebody-else.ts';

/** A request after routing: whose it is, what it asks for, and how to answer it. */
interface Routed {
  readonly merchant: Merchant;
  readonly path: 'admin' | 'platform' | 'bulk';
  readonly operations: readonly string[];
  readonly graphql: ApiRequest | null;
  readonly text: string;
  answer(): Promise<HttpAnswer>;
}

/** Serves the merchants' Admin APIs and platforms on the loopback interface. */
export function createDemoServer(merchants: ReadonlyMap<string, Merchant>, faults: Faults): Server {
  const server = createServer((request, response) => {
    handle(merchants, faults, request, response).catch((error: unknown) => {
      // A bug of the demo must show in the test that met it, not as a hanging connection.
      if (!response.headersSent && !response.destroyed)
        void send(
          response,
          json(500, {
            errors: `The demo failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          }),
        );
      else response.destroy();
    });
  });
  server.keepAliveTimeout = 30_000;
  return server;
}

async function handle(
  merchants: ReadonlyMap<string, Merchant>,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const routed = route(merchants, request, body);
  if (routed === null) return send(response, plain(404, 'Not Found'));
  const { merchant, path, operations } = routed;
  const effects = faults.strike({ domain: merchant.domain, slug: merchant.profile.slug, path, operations });
  for (const effect of effects)
    if ('latencyMs' in effect) await sleep(effect.latencyMs, undefined, { ref: false });
  for (const effect of effects) {
    if ('revoke' in effect) merchant.access.valid = false;
    if ('bulk' in effect) merchant.bulk.arm(effect.bulk);
    if ('ranges' in effect) delete request.headers.range;
    if ('concurrentEdit' in effect)
      for (const order of ordersNamedIn(merchant.shop, routed.text))
        editOrder(merchant.shop, order, effect.concurrentEdit);
  }
  const refusal = refusalOf(effects, routed);
  if (refusal === 'cut') {
    request.socket.destroy();
    return;
  }
  const answer = refusal ?? (await routed.answer());
  if (effects.some((effect) => 'cut' in effect && effect.cut === 'after')) {
    request.socket.destroy();
    return;
  }
  for (const effect of effects)
    if ('cutAfterBytes' in effect) return sendCut(response, answer, effect.cutAfterBytes);
  await (effects.some((effect) => 'truncate' in effect) ? sendTruncated : send)(response, answer);
}

/** What a fault answers instead of the merchant, if it does. */
function refusalOf(effects: readonly FaultEffect[], routed: Routed): HttpAnswer | 'cut' | null {
  for (const effect of effects) {
    if ('cut' in effect && effect.cut === 'before') return 'cut';
    if ('status' in effect) {
      const retry = effect.retryAfter === undefined ? {} : { 'retry-after': String(effect.retryAfter) };
      if (effect.status === 429) return json(429, tooMany(routed.path), retry);
      return plain(effect.status, 'Service temporarily unavailable', retry);
    }
    if ('throttled' in effect) {
      if (routed.path === 'platform') return json(429, tooMany('platform'), { 'retry-after': '1' });
      return json(200, throttled(10, routed.merchant.throttle));
    }
  }
  return null;
}

function tooMany(path: Routed['path']): unknown {
  return path === 'platform'
    ? { code: 'resource_exhausted', msg: 'Too many requests' }
    : {
        errors:
          'Exceeded 40 calls per second for api client. Reduce request rates to resume uninterrupted service.',
      };
}

function route(
  merchants: ReadonlyMap<string, Merchant>,
  request: IncomingMessage,
  body: Buffer,
): Routed | null {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, area = '', slug = '', ...rest] = url.pathname.split('/');
  const merchant = merchants.get(slug);
  if (merchant === undefined) return null;
  const path = rest.join('/');
  if (area === 'platform')
    return {
      merchant,
      path: 'platform',
      operations: [rest.at(-1) ?? ''],
      graphql: null,
      text: body.toString('utf8'),
      answer: () => answerPlatform(merchant, request, path, body),
    };
  if (area !== 'shops') return null;
  if (rest[0] === 'bulk' || rest[0] === 'uploads')
    return {
      merchant,
      path: 'bulk',
      operations: [rest[0] === 'bulk' ? 'download' : 'upload'],
      graphql: null,
      text: '',
      answer: () =>
        Promise.resolve(
          rest[0] === 'bulk'
            ? bulkResult(merchant, request, rest[1] ?? '')
            : storeUpload(merchant, request, rest.slice(1).join('/'), body),
        ),
    };
  if (rest[0] !== 'admin') return null;
  const graphql = parseAdmin(body);
  return {
    merchant,
    path: 'admin',
    operations: graphql === null ? [] : operationNames(graphql),
    graphql,
    text: body.toString('utf8'),
    answer: async () =>
      adminRequest(merchant, request, path, graphql) ??
      (graphql === null ? json(400, { errors: 'Bad Request' }) : await answerAdmin(merchant, graphql)),
  };
}
