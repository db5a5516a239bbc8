import type { AskedScope } from '../domain/scope.ts';

/** What a store without an access scope loses, in one sentence each. */
export const SCOPE_COSTS_IN_ENGLISH: Readonly<Record<AskedScope, string>> = {
  read_orders: 'Without it no order can be read and the store cannot be connected.',
  write_orders:
    'Orders can be diagnosed but not fixed: no tags, reprocess, addresses, payments, invoices or recreated orders.',
  read_all_orders: 'Orders older than 60 days stay invisible.',
  read_products: '“Product not linked”, “Product not found” and “No shippable product” are not diagnosed.',
  write_products: 'Product links, SKUs and product tags cannot be changed.',
  read_inventory:
    'Whether a variant requires shipping is unknown, so “Product not linked”, “Product not found” and “No shippable product” are not diagnosed.',
  write_inventory: 'Variants cannot be made physical.',
  read_locations: 'Evidence of a fulfilled order names the fulfilment service only, not the location.',
  read_payment_terms:
    'Payment terms are unknown, so orders with pending payment are not diagnosed where the store syncs terms.',
  write_payment_terms: 'Payment reminders cannot be sent for orders with payment terms.',
  write_order_edits: 'Items cannot be removed or replaced and shipping lines cannot be added.',
  write_merchant_managed_fulfillment_orders:
    'Fulfilments made at the merchant’s own locations cannot be cancelled.',
  write_third_party_fulfillment_orders: 'Fulfilments made by fulfilment services cannot be cancelled.',
};
