import { gid, legacyId, storeId, type Gid, type StoreId } from '../../../../shared/domain/ids.ts';
import { type Trouble, troubleSchema } from '../../../../shared/domain/trouble.ts';
import { troubleInEnglish } from '../../../../shared/words/en-trouble.ts';
import type { ReadableDb, WritableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';

/** Orders of one store that it has and that could not be read. */
export interface UnreadCount {
  readonly orders: number;
  /** Of one of them: why, as an English clause that names the field, and as data. */
  readonly reason: string;
  readonly said: Trouble;
}

/** Remembers that an order could not be read, so that it is asked for by id at the next sync. */
export function noteUnreadOrder(db: WritableDb, store: StoreNo, order: Gid<'Order'>, trouble: Trouble): void {
  db.prepare<[number, number, string]>(
    'INSERT OR REPLACE INTO unread_orders (store, legacy_id, reason) VALUES (?, ?, ?)',
  ).run(store, Number(legacyId(order)), JSON.stringify(trouble));
}

/** Orders that were read after all, or that the store no longer has. */
export function forgetUnreadOrders(db: WritableDb, store: StoreNo, orders: Iterable<Gid<'Order'>>): void {
  const some = db.prepare<[number], 1>('SELECT 1 FROM unread_orders WHERE store = ? LIMIT 1').pluck();
  if (some.get(store) === undefined) return;
  const drop = db.prepare<[number, number]>('DELETE FROM unread_orders WHERE store = ? AND legacy_id = ?');
  for (const order of orders) drop.run(store, Number(legacyId(order)));
}

/** Orders to ask for by id. */
export function unreadOrders(db: ReadableDb, store: StoreNo): readonly Gid<'Order'>[] {
  return db
    .prepare<[number], string>(
      `SELECT 'gid://shopify/Order/' || legacy_id FROM unread_orders WHERE store = ? ORDER BY legacy_id`,
    )
    .pluck()
    .all(store)
    .map((text) => gid('Order', text));
}

/** How many orders of each store could not be read; stores without any are left out. */
export function unreadCounts(db: ReadableDb): ReadonlyMap<StoreId, UnreadCount> {
  const rows = db
    .prepare<[], { id: string; orders: number; reason: string }>(
      `SELECT s.id, count(*) AS orders, min(u.reason) AS reason
       FROM unread_orders u JOIN stores s ON s.no = u.store GROUP BY u.store`,
    )
    .all();
  return new Map(
    rows.map(({ id, orders, reason }) => {
      const said = decodeTrouble(reason);
      return [storeId(id), { orders, reason: troubleInEnglish(said), said }];
    }),
  );
}

/** Text that is none of this version's troubles is told as it is. */
function decodeTrouble(text: string): Trouble {
  try {
    return troubleSchema.parse(JSON.parse(text));
  } catch {
    return { code: 'verbatim', words: text };
  }
}
