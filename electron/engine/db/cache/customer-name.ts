import type { Address } from '../../../../shared/domain/order.ts';

/** Who the order is for, as its address says: first and last name, else the company; null where neither is known. */
export function customerName(order: {
  readonly shippingAddress: Pick<Address, 'firstName' | 'lastName' | 'company'> | null;
}): string | null {
  const address = order.shippingAddress;
  const name = [address?.firstName, address?.lastName].filter(Boolean).join(' ').trim();
  return name || address?.company || null;
}
