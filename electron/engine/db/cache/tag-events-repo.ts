import { legacyId, type Gid, type OrderId } from '../../../../shared/domain/ids.ts';
import type { Millis, TagEvent } from '../../../../shared/domain/order.ts';
import type { ReadableDb, WritableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';

export interface OrderToAsk {
  readonly id: OrderId;
  readonly gid: Gid<'Order'>;
  readonly updatedAt: Millis;
}

/** Stuck orders with an ignore tag whose events were not read since the order last changed, oldest first. */
export function ordersWithoutTagEvents(db: ReadableDb, store: StoreNo): readonly OrderToAsk[] {
  return db
    .prepare<[number], OrderToAsk>(
      `SELECT id, 'gid://shopify/Order/' || legacy_id AS gid, updated_at AS updatedAt FROM orders
       WHERE store = ? AND events_due = 1 ORDER BY created_at`,
    )
    .all(store);
}

/** `version`: the order's updatedAt when they were asked for. */
export function saveTagEvents(
  db: WritableDb,
  store: StoreNo,
  order: Gid<'Order'>,
  version: Millis,
  events: readonly TagEvent[] | null,
): void {
  db.prepare<[number, number, number, string]>(
    'INSERT OR REPLACE INTO tag_events (store, legacy_id, version, body) VALUES (?, ?, ?, ?)',
  ).run(store, Number(legacyId(order)), version, JSON.stringify(events));
  db.prepare<[number, number, number]>(
    'UPDATE orders SET events_due = 0 WHERE store = ? AND legacy_id = ? AND updated_at = ?',
  ).run(store, Number(legacyId(order)), version);
}
