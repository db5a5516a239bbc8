import type { StoreId } from '../../../../shared/domain/ids.ts';
import type { WritableDb } from '../access.ts';
import { transaction } from '../transaction.ts';
import { pruneLongWords } from './long-words.ts';
import { findStoreNo } from './store-numbers.ts';

/** Tables with a `store` column, children before parents. */
const BY_STORE = [
  'order_variants',
  'order_products',
  'tag_events',
  'unread_orders',
  'bulk_loads',
  'bulk_lines',
  'bulk_seen',
  'orders',
  'products',
  'variants',
  'fulfilment_products',
  'platform_orders',
  'platform_stock',
  'imports',
  'imported_errors',
  'imported_links',
  'order_counts',
  'stuck_history',
  'agreement_counts',
  'cause_counts',
  'sync_state',
] as const;

/** Drops everything that was read of a store. */
export function forgetStore(db: WritableDb, id: StoreId): void {
  transaction(db, () => {
    const no = findStoreNo(db, id);
    if (no === null) return;
    db.prepare<[number]>(
      'DELETE FROM order_causes WHERE order_id IN (SELECT id FROM orders WHERE store = ?)',
    ).run(no);
    db.prepare<[number]>(
      'DELETE FROM order_words WHERE rowid IN (SELECT place FROM orders WHERE store = ?)',
    ).run(no);
    for (const table of BY_STORE) db.prepare<[number]>(`DELETE FROM ${table} WHERE store = ?`).run(no);
    db.prepare('DELETE FROM causes WHERE id NOT IN (SELECT cause FROM order_causes)').run();
    db.prepare<[number]>('DELETE FROM stores WHERE no = ?').run(no);
  });
  pruneLongWords(db);
}
