import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { RESULT_LIFETIME_MS } from '../admin-api/bulk/bulk-resolvers.ts';
import { readMultipart } from '../admin-api/bulk/staged-uploads.ts';
import { plain, type HttpAnswer } from '../http-exchange.ts';
import type { Merchant } from '../merchant.ts';

/** The result of a bulk operation, from a byte on where one is asked for. Like a signed link it needs no token, and it ends after seven days. */
export function bulkResult(merchant: Merchant, request: IncomingMessage, name: string): HttpAnswer {
  const operation = merchant.bulk.find(Number(/^(\d+)\.jsonl$/.exec(name)?.[1]));
  if (request.method !== 'GET' || operation === null || operation.completedAt === null)
    return plain(404, 'No such object');
  if (merchant.shop.clock.wall() - operation.completedAt > RESULT_LIFETIME_MS)
    return plain(403, 'The link has expired');
  const { size } = statSync(operation.file);
  const headers = { 'content-type': 'application/jsonl', 'accept-ranges': 'bytes' };
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (start > 0 && start >= size) return plain(416, 'The range is behind the end');
  return {
    status: start === 0 ? 200 : 206,
    headers: {
      ...headers,
      'content-length': String(size - start),
      ...(start === 0 ? {} : { 'content-range': `bytes ${start}-${size - 1}/${size}` }),
    },
    body: createReadStream(operation.file, { start }),
  };
}

/** Takes in a staged upload: multipart POST with the `key` it was given, or PUT to the URL it was given. */
export function storeUpload(
  merchant: Merchant,
  request: IncomingMessage,
  rest: string,
  body: Buffer,
): HttpAnswer {
  if (request.method === 'PUT')
    return merchant.uploads.store(decodeURIComponent(rest), body)
      ? plain(200, '')
      : plain(403, 'No upload was reserved here');
  if (request.method !== 'POST') return plain(405, 'Method Not Allowed');
  const form = readMultipart(body, request.headers['content-type'] ?? '');
  const key = form?.fields.get('key');
  if (form?.file == null || key === undefined)
    return plain(400, 'The form needs a key and a file, the file last');
  if (!merchant.uploads.store(key, form.file)) return plain(403, 'No upload was reserved for this key');
  return {
    status: 201,
    headers: { 'content-type': 'application/xml' },
    body: `<PostResponse><Key>${key}</Key></PostResponse>`,
  };
}
