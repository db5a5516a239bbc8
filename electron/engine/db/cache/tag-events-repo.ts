import { legacyId, type Gid, type OrderId } from '../../../../shared/domain/ids.ts';
import type { Millis, TagEvent } from '../../../../shared/domain/order.ts';
import type { ReadableDb, WritableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';

export interface OrderToAsk {
  readonly id: OrderId;
  readonly gid: Gid<'Order'>;
  readonly updatedAt: Millis;
}

/** Stuck orders with an ignore tag whose events were not read since the order last changed. */
export function ordersWithoutTagEvents(db: ReadableDb, store: StoreNo): readonly OrderToAsk[] {
  return db
    .prepare<[number], OrderToAsk>(
      `SELECT o.id, 'gid://shopify/Order/' || o.legacy_id AS gid, o.updated_at AS updatedAt FROM orders o
       LEFT JOIN tag_events t ON t.store = o.store AND t.legacy_id = o.legacy_id
       WHERE o.store = ? AND o.state = 'stuck' AND (t.version IS NULL OR t.version <> o.updated_at)
         AND EXISTS (SELECT 1 FROM json_each(o.diagnoses) d WHERE d.value ->> 'type' = 'ignored_by_tag')
       ORDER BY o.created_at`,
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
}
