interface AskedScope {
  readonly scope: string;
  /** What a store without it loses, in one sentence. */
  readonly costs: string;
}

/**
 * The access scopes that the app asks for (https://shopify.dev/docs/api/usage/access-scopes). Only `read_orders` is
 * indispensable; without another one the app works on and shows what is missing. A write scope includes reading.
 */
export const ASKED_SCOPES: readonly AskedScope[] = [
  { scope: 'read_orders', costs: 'Without it no order can be read and the store cannot be connected.' },
  {
    scope: 'write_orders',
    costs:
      'Orders can be diagnosed but not fixed: no tags, reprocess, addresses, payments, invoices or recreated orders.',
  },
  { scope: 'read_all_orders', costs: 'Orders older than 60 days stay invisible.' },
  {
    scope: 'read_products',
    costs: '“Product not linked”, “Product not found” and “No shippable product” are not diagnosed.',
  },
  { scope: 'write_products', costs: 'Product links, SKUs and product tags cannot be changed.' },
  {
    scope: 'read_inventory',
    costs:
      'Whether a variant requires shipping is unknown, so “Product not linked”, “Product not found” and “No shippable product” are not diagnosed.',
  },
  { scope: 'write_inventory', costs: 'Variants cannot be made physical.' },
  {
    scope: 'read_locations',
    costs: 'Evidence of a fulfilled order names the fulfilment service only, not the location.',
  },
  {
    scope: 'read_payment_terms',
    costs:
      'Payment terms are unknown, so orders with pending payment are not diagnosed where the store syncs terms.',
  },
  { scope: 'write_payment_terms', costs: 'Payment reminders cannot be sent for orders with payment terms.' },
  {
    scope: 'write_order_edits',
    costs: 'Items cannot be removed or replaced and shipping lines cannot be added.',
  },
  {
    scope: 'write_merchant_managed_fulfillment_orders',
    costs: 'Fulfilments made at the merchant’s own locations cannot be cancelled.',
  },
  {
    scope: 'write_third_party_fulfillment_orders',
    costs: 'Fulfilments made by fulfilment services cannot be cancelled.',
  },
];

/** Whether `granted` allows `scope`; a write scope grants reading too. */
export function grants(granted: readonly string[], scope: string): boolean {
  return granted.includes(scope) || granted.includes(scope.replace(/^read_/, 'write_'));
}

/** The scopes asked for that a token lacks, each with what that costs. */
export function missingScopes(granted: readonly string[]): readonly AskedScope[] {
  return ASKED_SCOPES.filter(({ scope }) => !grants(granted, scope));
}
