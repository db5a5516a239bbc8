import { openItems, type Order } from '../../../../shared/domain/order.ts';
import { customerName } from './customer-name.ts';

/** Columns by which a missing postal code is looked for among other orders. null: not enough is known. */
export interface ZipKeys {
  /** The customer, in the same town. */
  readonly customer: string | null;
  /** The same name at the same street and town, where no e-mail says who it is. */
  readonly person: string | null;
  readonly city: string | null;
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
    customer: email ? `${email}|${place}` : null,
    person: name && street ? `${name}|${street}|${place}` : null,
    city: place,
    zip,
  };
}

/** The words by which an order is found: number, customer, e-mail, city, SKUs and tags. */
export function searchWords(order: Order): string {
  const texts = [
    order.name.replace(/^#/, ''),
    customerName(order),
    order.email,
    order.shippingAddress?.city,
    ...openItems(order).map((item) => item.sku),
    ...order.tags,
  ].filter((text): text is string => !!text);
  return [...new Set(texts.flatMap((text) => text.split(/\s+/)).flatMap(tails))].join(' ');
}

/** A compound word and what begins inside it: `chloe@example.org`, `example.org`, `org`. Search looks for beginnings. */
function tails(word: string): readonly string[] {
  return [...word.matchAll(/[^@.\-_+:]+/g)].map((part) => word.slice(part.index));
}

function plain(text: string | null): string {
  const bare = (text ?? '').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return bare.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
