import type { RawBulkOperation } from '../decode/bulk.ts';
import type { BulkOperation } from '../store-api.ts';

/** A bulk operation as the API shows it, in our words. */
export function toOperation(raw: RawBulkOperation): BulkOperation {
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
