import { ADDRESS_FIELDS, type Order } from '../../../../shared/domain/order.ts';
import type { AddressPatch } from '../../../../shared/domain/write.ts';
import { draft, type Draft } from './definition.ts';
import { reprocessSteps } from './reprocess-steps.ts';

/**
 * Why nobody may write `set` into the order's address: a part that Shopify withholds would be lost, because the rest of
 * the address travels with every change (domain.md, Reading the Admin API: never written back). null: it may be written.
 */
export function addressRefusal(order: Order, set: AddressPatch): string | null {
  if (order.redacted.includes('shippingAddress')) {
    return 'Shopify hides its shipping address from this app: grant access to protected customer data, or edit it in Shopify.';
  }
  if (order.redacted.includes('zip') && set.zip === undefined) {
    return 'Shopify hides its postal code from this app, and editing the address would lose it: edit it in Shopify.';
  }
  if (order.redacted.includes('phone') && set.phone === undefined) {
    return 'Shopify hides its phone number from this app, and editing the address would lose it: edit it in Shopify.';
  }
  return null;
}

/** Sets the fields of `set` that differ from what is there, then reprocesses; empty: nothing differs. */
export function addressSteps(order: Order, set: AddressPatch): Draft[] {
  const touched = ADDRESS_FIELDS.filter(
    (field) => set[field] !== undefined && set[field] !== (order.shippingAddress?.[field] ?? null),
  );
  if (touched.length === 0) return [];
  const write = draft({
    op: 'order_address_set',
    order: order.gid,
    set: Object.fromEntries(touched.map((field) => [field, set[field] ?? null])),
    base: Object.fromEntries(touched.map((field) => [field, order.shippingAddress?.[field] ?? null])),
  });
  return [write, ...reprocessSteps(order, [write])];
}
