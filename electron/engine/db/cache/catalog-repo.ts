import type { Product, Variant } from '../../../../shared/domain/catalog.ts';
import { legacyId, type Gid } from '../../../../shared/domain/ids.ts';
import type { Millis } from '../../../../shared/domain/order.ts';
import type { ReadableDb, WritableDb } from '../access.ts';
import { stored } from './json.ts';
import type { StoreNo } from './store-numbers.ts';

/** Products and variants of a store by gid; undefined: the store does not have it. */
export interface CatalogReads {
  variant(gid: Gid<'ProductVariant'>): Variant | undefined;
  product(gid: Gid<'Product'>): Product | undefined;
}

export function createCatalogReads(db: ReadableDb, store: StoreNo): CatalogReads {
  const variant = db
    .prepare<[number, number], string>('SELECT body FROM variants WHERE store = ? AND variant = ?')
    .pluck();
  const product = db
    .prepare<[number, number], string | null>('SELECT body FROM products WHERE store = ? AND product = ?')
    .pluck();
  return {
    variant: (gid) => {
      const body = variant.get(store, Number(legacyId(gid)));
      return body === undefined ? undefined : stored<Variant>(body);
    },
    product: (gid) => {
      const body = product.get(store, Number(legacyId(gid)));
      return body == null ? undefined : stored<Product>(body);
    },
  };
}

/** Of `gids`, those whose products were never asked for. */
export function unknownProducts(
  db: ReadableDb,
  store: StoreNo,
  gids: Iterable<Gid<'Product'>>,
): readonly Gid<'Product'>[] {
  const known = db
    .prepare<[number, number], 1>('SELECT 1 FROM products WHERE store = ? AND product = ?')
    .pluck();
  return [...new Set(gids)].filter((gid) => known.get(store, Number(legacyId(gid))) === undefined);
}

/** Of `gids`, those whose products are kept here. */
export function keptProducts(
  db: ReadableDb,
  store: StoreNo,
  gids: Iterable<Gid<'Product'>>,
): ReadonlySet<Gid<'Product'>> {
  const known = db
    .prepare<[number, number], 1>('SELECT 1 FROM products WHERE store = ? AND product = ?')
    .pluck();
  return new Set([...gids].filter((gid) => known.get(store, Number(legacyId(gid))) !== undefined));
}

/** Products that unsettled orders have and that were never asked for: the token could not see products then. */
export function missingProducts(db: ReadableDb, store: StoreNo): readonly Gid<'Product'>[] {
  return db
    .prepare<{ store: StoreNo }, Gid<'Product'>>(
      // From each product straight to the next, past all the orders that have it.
      `WITH RECURSIVE had (product) AS (
         SELECT min(product) FROM order_products WHERE store = @store
         UNION ALL
         SELECT (SELECT min(x.product) FROM order_products x WHERE x.store = @store AND x.product > had.product)
         FROM had WHERE had.product IS NOT NULL)
       SELECT 'gid://shopify/Product/' || had.product FROM had
       WHERE had.product IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM products p WHERE p.store = @store AND p.product = had.product)`,
    )
    .pluck()
    .all({ store });
}

/** Products that unsettled orders have and that were last read before `before`, longest ago first. */
export function staleProducts(db: ReadableDb, store: StoreNo, before: Millis): readonly Gid<'Product'>[] {
  return db
    .prepare<[number, number], Gid<'Product'>>(
      `SELECT 'gid://shopify/Product/' || p.product FROM products p
       WHERE p.store = ? AND p.read_at < ? AND EXISTS (
         SELECT 1 FROM order_products x WHERE x.store = p.store AND x.product = p.product)
       ORDER BY p.read_at, p.product`,
    )
    .pluck()
    .all(store, before);
}

/** What was read of some products: all that were asked for, and what of them is there. */
export interface CatalogAnswer {
  readonly asked: Iterable<Gid<'Product'>>;
  readonly products: readonly Product[];
  readonly variants: readonly Variant[];
  /** When the read began, UTC ms. */
  readonly readAt: Millis;
}

/**
 * Keeps an answer: what it does not hold of what was asked for is gone from the store.
 * @returns gids of the products and variants that are different now
 */
export function saveCatalog(db: WritableDb, store: StoreNo, answer: CatalogAnswer): ReadonlySet<string> {
  const changed = new Set<string>();
  const productBody = db
    .prepare<[number, number], string | null>('SELECT body FROM products WHERE store = ? AND product = ?')
    .pluck();
  const putProduct = db.prepare<[number, number, number, string | null]>(
    'INSERT OR REPLACE INTO products (store, product, read_at, body) VALUES (?, ?, ?, ?)',
  );
  const variantsOf = db.prepare<[number, number], { variant: number; body: string }>(
    'SELECT variant, body FROM variants WHERE store = ? AND product = ?',
  );
  const putVariant = db.prepare<[number, number, number, string]>(
    'INSERT OR REPLACE INTO variants (store, variant, product, body) VALUES (?, ?, ?, ?)',
  );
  const dropVariant = db.prepare<[number, number]>('DELETE FROM variants WHERE store = ? AND variant = ?');

  const products = new Map(answer.products.map((product) => [product.gid, product]));
  const variants = Map.groupBy(answer.variants, (variant) => variant.product);
  for (const gid of new Set([...answer.asked, ...products.keys()])) {
    const number = Number(legacyId(gid));
    const product = products.get(gid);
    const body = product ? JSON.stringify(product) : null;
    if (productBody.get(store, number) !== body) changed.add(gid);
    putProduct.run(store, number, answer.readAt, body);

    const before = new Map(variantsOf.all(store, number).map((row) => [row.variant, row.body]));
    for (const variant of variants.get(gid) ?? []) {
      const variantNumber = Number(legacyId(variant.gid));
      const variantBody = JSON.stringify(variant);
      if (before.get(variantNumber) !== variantBody) {
        putVariant.run(store, variantNumber, number, variantBody);
        changed.add(variant.gid);
      }
      before.delete(variantNumber);
    }
    for (const gone of before.keys()) {
      dropVariant.run(store, gone);
      changed.add(`gid://shopify/ProductVariant/${gone}`);
    }
  }
  return changed;
}
