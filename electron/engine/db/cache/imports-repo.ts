import type { ProductLink } from '../../../../shared/domain/catalog.ts';
import { legacyId } from '../../../../shared/domain/ids.ts';
import type { ImportKind } from '../../../../shared/domain/import.ts';
import type { Millis } from '../../../../shared/domain/order.ts';
import type { ListedLink } from '../../imports/links-csv.ts';
import type { ListedOrderError } from '../../imports/platform-errors.ts';
import type { ListedLinks } from '../../triage/listed-links.ts';
import type { ReadableDb, WritableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';

/** When a file of this kind was last imported for a store; null: never. */
export function importedAt(db: ReadableDb, store: StoreNo, kind: ImportKind): Millis | null {
  return (
    db
      .prepare<[number, string], number>('SELECT at FROM imports WHERE store = ? AND kind = ?')
      .pluck()
      .get(store, kind) ?? null
  );
}

export function noteImport(db: WritableDb, store: StoreNo, kind: ImportKind, at: Millis): void {
  db.prepare<[number, string, number]>(
    'INSERT OR REPLACE INTO imports (store, kind, at) VALUES (?, ?, ?)',
  ).run(store, kind, at);
}

/**
 * Replaces the platform's list of errors. Names are given without `#`; of an order listed twice the last line counts.
 * @returns the names and numbers that were in the list before or are now
 */
export function replaceImportedErrors(
  db: WritableDb,
  store: StoreNo,
  errors: readonly ListedOrderError[],
): ReadonlySet<string> {
  const touched = new Set(
    db
      .prepare<[number], string>('SELECT external_id FROM imported_errors WHERE store = ?')
      .pluck()
      .all(store),
  );
  db.prepare<[number]>('DELETE FROM imported_errors WHERE store = ?').run(store);
  const put = db.prepare<[number, string, string | null, string | null]>(
    'INSERT OR REPLACE INTO imported_errors (store, external_id, status, message) VALUES (?, ?, ?, ?)',
  );
  for (const { order, status, message } of errors) {
    put.run(store, order, status, message);
    touched.add(order);
  }
  return touched;
}

/** Replaces the link list of a store; of a variant or SKU listed twice the last line counts. */
export function replaceImportedLinks(db: WritableDb, store: StoreNo, links: readonly ListedLink[]): void {
  db.prepare<[number]>('DELETE FROM imported_links WHERE store = ?').run(store);
  const put = db.prepare<[number, number, string, string, number]>(
    'INSERT OR REPLACE INTO imported_links (store, variant, sku, product, active) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { variant, sku, product, active } of links)
    put.run(
      store,
      variant === null ? 0 : Number(legacyId(variant)),
      // A variant is told apart by its id; its SKU beside it is there for people.
      variant === null ? (sku ?? '') : '',
      product,
      active ? 1 : 0,
    );
}

/** The store's link list; null: none was imported. */
export function createListedLinks(db: ReadableDb, store: StoreNo): ListedLinks | null {
  if (importedAt(db, store, 'links-csv') === null) return null;
  const find = db.prepare<[number, number, string], { product: string; active: 0 | 1 }>(
    'SELECT product, active FROM imported_links WHERE store = ? AND variant = ? AND sku = ?',
  );
  return ({ variant, sku }): ProductLink | null => {
    const found =
      (variant === null ? undefined : find.get(store, Number(legacyId(variant)), '')) ??
      (sku?.trim() ? find.get(store, 0, sku.trim()) : undefined);
    return found ? { product: found.product, active: found.active === 1 } : null;
  };
}
