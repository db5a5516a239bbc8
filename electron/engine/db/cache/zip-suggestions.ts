import type { ZipSuggestion } from '../../../../shared/domain/diagnosis.ts';
import { legacyId } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { ReadableDb } from '../access.ts';
import { zipKeys } from './zip-keys.ts';
import type { StoreNo } from './store-numbers.ts';

interface Found {
  readonly zip: string;
  readonly name: string;
}

/**
 * Where a missing postal code may come from: the latest order of the same customer to the same town, else the town's
 * own code where all orders to it agree. Reads by index, so that it costs the same at any number of orders.
 */
export function createZipSuggestions(db: ReadableDb, store: StoreNo): (order: Order) => ZipSuggestion | null {
  type Bind = [store: number, key: number, except: number];
  const latest = (column: 'customer_key' | 'person_key') =>
    db.prepare<Bind, Found>(
      `SELECT zip, name FROM orders WHERE store = ? AND ${column} = ? AND zip IS NOT NULL AND legacy_id <> ?
       ORDER BY created_at DESC LIMIT 1`,
    );
  const byCustomer = latest('customer_key');
  const byPerson = latest('person_key');
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
      (keys.person === null ? undefined : byPerson.get(store, keys.person, self));
    if (own) return { zip: own.zip, from: 'earlier_order', order: own.name };
    const only = keys.city === null ? undefined : first.get(store, keys.city, self);
    const agreed = only && keys.city !== null && last.get(store, keys.city, self)?.zip === only.zip;
    return only && agreed ? { zip: only.zip, from: 'same_city', order: only.name } : null;
  };
}
