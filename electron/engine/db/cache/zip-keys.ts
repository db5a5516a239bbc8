import type { Order } from '../../../../shared/domain/order.ts';
import { digestOf } from './digest.ts';
import { partsOf, wordsOf } from './order-words.ts';

/** Columns by which a missing postal code is looked for among other orders, as digests. null: not enough is known. */
export interface ZipKeys {
  /** The customer, in the same town. */
  readonly customer: number | null;
  /** The same name at the same street and town, where no e-mail says who it is. */
  readonly person: number | null;
  readonly city: number | null;
  readonly zip: string | null;
}

export function zipKeys(order: Order): ZipKeys {
  const address = order.shippingAddress;
  const country = address?.countryCode ?? null;
  const city = plain(address?.city ?? null);
  const zip = address?.zip?.trim() || null;
  if (!address || !country || !city) return { customer: null, person: null, city: null, zip };
  const place = `${country}|${city}`;
  const email = order.email?.trim().toLowerCase();
  const name = plain(`${address.firstName ?? ''} ${address.lastName ?? ''}`);
  const street = plain(address.address1);
  return {
    customer: email ? digestOf(`${email}|${place}`) : null,
    person: name && street ? digestOf(`${name}|${street}|${place}`) : null,
    city: digestOf(place),
    zip,
  };
}

function plain(text: string | null): string {
  return wordsOf(text ?? '')
    .flatMap(partsOf)
    .join(' ');
}
