import { clause } from '../../../../shared/domain/sentence.ts';
import { failed } from '../../../../shared/failed.ts';
import type { AdminClient } from '../client.ts';
import type { RawBulkOperation } from '../decode/bulk.ts';
import { BULK_CANCEL, BULK_PRODUCTS, BULK_RUN, BULK_STATE, bulkOrdersQuery } from '../documents/bulk.ts';
import type { DocumentParts } from '../documents/parts.ts';
import type { BulkOperation, BulkReader } from '../store-api.ts';
import { bulkOrders } from './bulk-orders.ts';
import { bulkProducts } from './bulk-products.ts';

/** Bulk operations of one store. `parts`: what of an order may be asked for, found by a probe. */
export function createBulkReader(
  client: AdminClient,
  parts: (signal?: AbortSignal) => Promise<DocumentParts>,
): BulkReader {
  return {
    orders: async (signal) => bulkOrders(await parts(signal)),
    products: async () => bulkProducts,
    composition: async (signal) => [...(await parts(signal))].toSorted().join(' '),

    async start(kind, createdSince, signal) {
      const query = kind === 'orders' ? bulkOrdersQuery(await parts(signal), createdSince) : BULK_PRODUCTS;
      const { data } = await client.request(BULK_RUN, { query: query.text }, { signal });
      if (data.bulkOperation) return { kind: 'started', operation: toOperation(data.bulkOperation) };
      const [error] = data.userErrors;
      return { kind: 'refused', reason: clause(error?.message ?? 'it gave no reason') };
    },

    async state(id, signal) {
      const { data } = await client.request(BULK_STATE, { id }, { signal });
      return data && toOperation(data);
    },

    async cancel(id, signal) {
      await client.request(BULK_CANCEL, { id }, { signal });
    },

    async open(url, from, signal) {
      const response = await client.download(
        url,
        // Bytes are counted in what arrives, so nothing may be packed on its way.
        { 'Accept-Encoding': 'identity', ...(from > 0 ? { Range: `bytes=${from}-` } : {}) },
        signal,
      );
      const { status, body } = response;
      if (status !== 200 && status !== 206) await body?.cancel();
      if (status === 416) return { kind: 'past_end' };
      if (status === 403 || status === 404 || status === 410) return { kind: 'expired' };
      if ((status !== 200 && status !== 206) || !body)
        throw failed(
          status >= 500 || status === 429 ? 'offline' : 'bad_answer',
          { code: 'unexpected_answer', trouble: { code: 'status', host: client.domain, status } },
          { retryable: true },
        );
      return { kind: 'open', from: status === 206 ? from : 0, chunks: body };
    },
  };
}

function toOperation(raw: RawBulkOperation): BulkOperation {
  const url = raw.url ?? raw.partialDataUrl;
  return {
    id: raw.id,
    status: statusOf(raw),
    createdAt: raw.createdAt,
    objects: raw.objectCount,
    roots: raw.rootObjectCount,
    file:
      url === null
        ? null
        : { url, isPartial: raw.url === null, bytes: raw.url === null ? null : raw.fileSize },
  };
}

/** A status of a later API version is one that has not ended: whoever waits for it gives up after a while. */
function statusOf({ status, errorCode }: RawBulkOperation): BulkOperation['status'] {
  switch (status) {
    case 'COMPLETED':
      return 'completed';
    case 'FAILED':
      return errorCode === 'ACCESS_DENIED' ? 'denied' : 'failed';
    case 'CANCELED':
      return 'canceled';
    case 'EXPIRED':
      return 'expired';
    default:
      return 'running';
  }
}
