import { clause } from '../../../../shared/domain/sentence.ts';
import type { AdminClient } from '../client.ts';
import { BULK_CANCEL, BULK_PRODUCTS, BULK_RUN, BULK_STATE, bulkOrdersQuery } from '../documents/bulk.ts';
import type { DocumentParts } from '../documents/parts.ts';
import type { BulkReader } from '../store-api.ts';
import { bulkOrders } from './bulk-orders.ts';
import { bulkProducts } from './bulk-products.ts';
import { openResult } from './open-result.ts';
import { toOperation } from './to-operation.ts';

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

    open: (url, from, signal) => openResult(client, url, from, signal),
  };
}
