import type { ProductStock } from '../../shopify/store-api.ts';
import type { ReadableDb, WritableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';

/** How many of a platform's product are left; null: it does not say. */
export function createStockReads(db: ReadableDb, store: StoreNo): (product: string) => number | null {
  const find = db
    .prepare<[number, string], number>('SELECT available FROM platform_stock WHERE store = ? AND product = ?')
    .pluck();
  return (product) => find.get(store, product) ?? null;
}

/** Replaces what the platform has left. @returns whether anything is different now */
export function replacePlatformStock(
  db: WritableDb,
  store: StoreNo,
  stock: readonly ProductStock[],
): boolean {
  const gone = new Map(
    db
      .prepare<[number], ProductStock>('SELECT product, available FROM platform_stock WHERE store = ?')
      .all(store)
      .map(({ product, available }) => [product, available]),
  );
  const put = db.prepare<[number, string, number]>(
    'INSERT OR REPLACE INTO platform_stock (store, product, available) VALUES (?, ?, ?)',
  );
  const drop = db.prepare<[number, string]>('DELETE FROM platform_stock WHERE store = ? AND product = ?');
  let moved = false;
  for (const { product, available } of stock) {
    if (gone.get(product) !== available) {
      put.run(store, product, available);
      moved = true;
    }
    gone.delete(product);
  }
  for (const product of gone.keys()) {
    drop.run(store, product);
    moved = true;
  }
  return moved;
}
