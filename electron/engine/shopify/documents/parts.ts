import type { OrderPart } from '../../../../shared/domain/order.ts';
import { grants } from '../scopes.ts';

/**
 * Pieces of an order document that a store may withhold. One denied field fails a whole answer, so documents are
 * composed of what the granted scopes and the probe left (domain.md, Reading the Admin API).
 */
export const DOCUMENT_PARTS = [
  'shippingAddress',
  'zip',
  'addressName',
  'addressPhone',
  'email',
  'phone',
  'paymentTerms',
  'purchasingEntity',
  'products',
  'service',
  'location',
] as const;
export type DocumentPart = (typeof DOCUMENT_PARTS)[number];

export type DocumentParts = ReadonlySet<DocumentPart>;

export const ALL_PARTS: DocumentParts = new Set(DOCUMENT_PARTS);

const NEEDED_SCOPES: Partial<Record<DocumentPart, readonly string[]>> = {
  paymentTerms: ['read_payment_terms'],
  products: ['read_products', 'read_inventory'],
  location: ['read_locations'],
};

/** The parts that a token with these scopes may ask for at all. */
export function partsOfScopes(scopes: readonly string[]): DocumentParts {
  return new Set(
    DOCUMENT_PARTS.filter((part) => (NEEDED_SCOPES[part] ?? []).every((scope) => grants(scopes, scope))),
  );
}

/** The parts of domain orders that are unknown when a document is composed of `parts`. */
export function withheldParts(parts: DocumentParts): readonly OrderPart[] {
  const withheld: OrderPart[] = [];
  const address = parts.has('shippingAddress');
  if (!address) withheld.push('shippingAddress');
  if (!address || !parts.has('zip')) withheld.push('zip');
  if (!address || !parts.has('addressName')) withheld.push('name');
  if (!parts.has('email')) withheld.push('email');
  if (!parts.has('phone') || !parts.has('addressPhone')) withheld.push('phone');
  if (!parts.has('paymentTerms')) withheld.push('paymentTerms');
  if (!parts.has('purchasingEntity')) withheld.push('purchasingEntity');
  if (!parts.has('products')) withheld.push('products');
  return withheld;
}
