/**
 * The access scopes that the app asks for (https://shopify.dev/docs/api/usage/access-scopes). Only `read_orders` is
 * indispensable; without another one the app works on and shows what is missing. A write scope includes reading.
 */
export const ASKED_SCOPES = [
  'read_orders',
  'write_orders',
  'read_all_orders',
  'read_products',
  'write_products',
  'read_inventory',
  'write_inventory',
  'read_locations',
  'read_payment_terms',
  'write_payment_terms',
  'write_order_edits',
  'write_merchant_managed_fulfillment_orders',
  'write_third_party_fulfillment_orders',
] as const;
export type AskedScope = (typeof ASKED_SCOPES)[number];

export function isAskedScope(text: string): text is AskedScope {
  return ASKED_SCOPES.some((scope) => scope === text);
}
