import type { ZipSuggestion } from '../../../../shared/domain/diagnosis.ts';
import { legacyId } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { ReadableDb } from '../access.ts';
import { personOf, zipKeys } from './zip-keys.ts';
import { type PackedOrder, unpackOrder } from './order-body.ts';
import { facets, wordsOf } from './order-words.ts';
import type { StoreNo } from './store-numbers.ts';

interface Found {
  readonly zip: string;
  readonly name: string;
}

/** Orders to people of the same name in the same town that are looked at for the same street. */
const NAMESAKES = 20;

/**
 * Where a missing postal code may come from: the latest order of the same customer to the same town, or to the same name
 * and street where no e-mail says who it is, else the town's own code where all orders to it agree. Reads by index, so
 * that it costs the same at any number of orders.
 */
export function createZipSuggestions(db: ReadableDb, store: StoreNo): (order: Order) => ZipSuggestion | null {
  type Bind = [store: number, key: number, except: number];
  const byCustomer = db.prepare<Bind, Found>(
    `SELECT zip, name FROM orders WHERE store = ? AND customer_key = ? AND zip IS NOT NULL AND legacy_id <> ?
     ORDER BY created_at DESC LIMIT 1`,
  );
  // By their words: this is asked for so rarely that an index of its own would cost every order more than it is worth.
  const namesakes = db.prepare<[match: string, except: number], PackedOrder>(
    `SELECT o.head, o.body FROM order_words w CROSS JOIN orders o ON o.place = w.rowid
       WHERE w.order_words MATCH ? AND o.zip IS NOT NULL AND o.legacy_id <> ?
       ORDER BY w.rowid DESC LIMIT ${NAMESAKES}`,
  );
  const byPerson = (order: Order, self: number): Found | undefined => {
    const person = personOf(order);
    const { firstName, lastName, city } = order.shippingAddress ?? {};
    const words = [firstName, lastName, city].flatMap((text) => wordsOf(text ?? ''));
    if (person === null) return undefined;
    const match = [facets.store(store), ...words].map((word) => `"${word}"`).join(' AND ');
    const same = namesakes
      .all(match, self)
      .map(unpackOrder)
      .find((other) => personOf(other) === person);
    const zip = same && zipKeys(same).zip;
    return same && zip ? { zip, name: same.name } : undefined;
  };
  // Whether all agree shows in the two ends of the index: a city may have more orders than could be gone through.
  const atEnd = (direction: 'ASC' | 'DESC') =>
    db.prepare<Bind, Found>(
      `SELECT zip, name FROM orders WHERE store = ? AND city_key = ? AND zip IS NOT NULL AND legacy_id <> ?
       ORDER BY zip ${direction} LIMIT 1`,
    );
  const [first, last] = [atEnd('ASC'), atEnd('DESC')];
  return (order) => {
    const keys = zipKeys(order);
    const self = Number(legacyId(order.gid));
    const own =
      (keys.customer === null ? undefined : byCustomer.get(store, keys.customer, self)) ??
      byPerson(order, self);
    if (own) return { zip: own.zip, from: 'earlier_order', order: own.name };
    const only = keys.city === null ? undefined : first.get(store, keys.city, self);
    const agreed = only && keys.city !== null && last.get(store, keys.city, self)?.zip === only.zip;
    return only && agreed ? { zip: only.zip, from: 'same_city', order: only.name } : null;
  };
}
