import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { json, plain, type HttpAnswer } from '../http-exchange.ts';
import type { Merchant } from '../merchant.ts';
import { importLinks, orderListCsv } from '../platform/order-list.ts';

const SERVICE = 'bigblue.storeapi.v1.PublicAPI/';

/** The Store API, and what a person would do in the platform's back office: copy the order list, import links. */
export function answerPlatform(
  merchant: Merchant,
  request: IncomingMessage,
  path: string,
  body: Buffer,
): Promise<HttpAnswer> {
  return Promise.resolve(answer(merchant, request, path, body));
}

function answer(merchant: Merchant, request: IncomingMessage, path: string, body: Buffer): HttpAnswer {
  if (path === 'shop-integrations/orders.csv' && request.method === 'GET') {
    merchant.platform.settle();
    return {
      status: 200,
      headers: { 'content-type': 'text/csv; charset=utf-8' },
      body: Readable.from(orderListCsv(merchant.shop, merchant.platform)),
    };
  }
  if (path === 'shop-integrations/links.csv' && request.method === 'POST')
    return json(200, { imported: importLinks(body.toString('utf8'), merchant.platform) });
  if (!path.startsWith(SERVICE) || request.method !== 'POST') return plain(404, 'Not Found');
  const input = parse(body);
  if (input === undefined) return json(400, { code: 'malformed', msg: 'The body is not JSON' });
  const {
    status,
    body: reply,
    retryAfterSeconds,
  } = merchant.storeApi.call(path.slice(SERVICE.length), request.headers.authorization, input);
  return json(
    status,
    reply,
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  );
}

function parse(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
