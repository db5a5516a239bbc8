import type { ZipSuggestion } from '../../../../shared/domain/diagnosis.ts';
import { legacyId } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { ReadableDb } from '../access.ts';
import { zipKeys } from './order-search-keys.ts';
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
  type Bind = [store: number, key: string, except: number];
  const latest = (column: 'customer_key' | 'person_key') =>
    db.prepare<Bind, Found>(
      `SELECT zip, name FROM orders WHERE store = ? AND ${column} = ? AND zip IS NOT NULL AND legacy_id <> ?
       ORDER BY created_at DESC LIMIT 1`,
    );
  const byCustomer = latest('customer_key');
  const byPerson = latest('person_key');
  const byCity = db.prepare<Bind, Found>(
    `SELECT zip, min(name) AS name FROM orders WHERE store = ? AND city_key = ? AND zip IS NOT NULL AND legacy_id <> ?
     GROUP BY zip LIMIT 2`,
  );
  return (order) => {
    const keys = zipKeys(order);
    const self = Number(legacyId(order.gid));
    const own =
      (keys.customer === null ? undefined : byCustomer.get(store, keys.customer, self)) ??
      (keys.person === null ? undefined : byPerson.get(store, keys.person, self));
    if (own) return { zip: own.zip, from: 'earlier_order', order: own.name };
    const [only, another] = keys.city === null ? [] : byCity.all(store, keys.city, self);
    return only && !another ? { zip: only.zip, from: 'same_city', order: only.name } : null;
  };
}
