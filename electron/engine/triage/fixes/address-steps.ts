import type { Exclusion } from '../../../../shared/domain/exclusion.ts';
import { ADDRESS_FIELDS, type Order } from '../../../../shared/domain/order.ts';
import type { AddressPatch } from '../../../../shared/domain/write.ts';
import { draft, type Draft } from './definition.ts';
import { reprocessSteps } from './reprocess-steps.ts';

/**
 * Why nobody may write `set` into the order's address: a part that Shopify withholds would be lost, because the rest of
 * the address travels with every change (domain.md, Reading the Admin API: never written back). null: it may be written.
 */
export function addressRefusal(order: Order, set: AddressPatch): Exclusion | null {
  if (order.redacted.includes('shippingAddress')) {
    return { code: 'address_hidden', part: 'shippingAddress' };
  }
  if (order.redacted.includes('zip') && set.zip === undefined) {
    return { code: 'address_hidden', part: 'zip' };
  }
  if (order.redacted.includes('phone') && set.phone === undefined) {
    return { code: 'address_hidden', part: 'phone' };
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
