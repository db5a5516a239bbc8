import type { OrderPart } from '../../../../shared/domain/order.ts';
import { type DocumentPart, type DocumentParts, partsOfScopes } from '../documents/parts.ts';

const PARTS_OF: Partial<Record<OrderPart, readonly DocumentPart[]>> = {
  shippingAddress: ['shippingAddress', 'zip', 'addressName', 'addressPhone'],
  zip: ['zip'],
  name: ['addressName'],
  email: ['email'],
  phone: ['phone', 'addressPhone'],
  paymentTerms: ['paymentTerms'],
  purchasingEntity: ['purchasingEntity'],
  products: ['products'],
};

/** What of a store's orders a write may read: what its scopes grant less what the last probe found withheld. */
export function writableParts(store: {
  readonly scopes: readonly string[];
  readonly redacted: readonly OrderPart[];
}): DocumentParts {
  const withheld = new Set(store.redacted.flatMap((part) => PARTS_OF[part] ?? []));
  return new Set([...partsOfScopes(store.scopes)].filter((part) => !withheld.has(part)));
}
