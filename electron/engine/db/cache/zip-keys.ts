import type { Order } from '../../../../shared/domain/order.ts';
import { digestOf } from './digest.ts';
import { partsOf, wordsOf } from './order-words.ts';

/** Columns by which a missing postal code is looked for among other orders, as digests. null: not enough is known. */
export interface ZipKeys {
  /** The customer, in the same town. */
  readonly customer: number | null;
  readonly city: number | null;
  readonly zip: string | null;
}

export function zipKeys(order: Order): ZipKeys {
  const zip = order.shippingAddress?.zip?.trim() || null;
  const place = placeOf(order.shippingAddress);
  if (place === null) return { customer: null, city: null, zip };
  const email = order.email?.trim().toLowerCase();
  return { customer: email ? digestOf(`${email}|${place}`) : null, city: digestOf(place), zip };
}

/** The name, street and town that an order goes to, to compare; null where one of them is not known. */
export function personOf({ shippingAddress: address }: Pick<Order, 'shippingAddress'>): string | null {
  const place = placeOf(address);
  const name = plain(`${address?.firstName ?? ''} ${address?.lastName ?? ''}`);
  const street = plain(address?.address1 ?? null);
  return place !== null && name !== '' && street !== '' ? `${name}|${street}|${place}` : null;
}

function placeOf(address: Order['shippingAddress']): string | null {
  const city = plain(address?.city ?? null);
  return address?.countryCode && city !== '' ? `${address.countryCode}|${city}` : null;
}

function plain(text: string | null): string {
  return wordsOf(text ?? '')
    .flatMap(partsOf)
    .join(' ');
}
