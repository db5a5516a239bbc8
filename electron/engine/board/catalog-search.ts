import type { FulfilmentProduct, Product, Variant } from '../../../shared/domain/catalog.ts';
import { stored } from '../db/cache/json.ts';
import type { StoreNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';

const words = (query: string): readonly string[] => query.toLowerCase().split(/\s+/).filter(Boolean);
/** Catalogues hold thousands of entries, not millions: every word anywhere in the text, read off the rows. */
const matching = (text: string, wanted: readonly string[]): boolean =>
  wanted.every((word) => text.includes(word));

/** Fulfilment products of a store whose id, name, SKU or barcode hold every word of `query`, by name. */
export function searchFulfilmentProducts(
  db: ReadableDb,
  no: StoreNo,
  query: string,
  limit: number,
): FulfilmentProduct[] {
  const wanted = words(query);
  const found: FulfilmentProduct[] = [];
  for (const body of db
    .prepare<[number], string>('SELECT body FROM fulfilment_products WHERE store = ?')
    .pluck()
    .all(no)) {
    const product = stored<FulfilmentProduct>(body);
    const text = [product.id, product.name, product.sku ?? '', product.barcode ?? '']
      .join('\n')
      .toLowerCase();
    if (matching(text, wanted)) found.push(product);
  }
  return found.toSorted((a, b) => a.name.localeCompare(b.name)).slice(0, limit);
}

export interface FoundVariant {
  readonly id: string;
  readonly product: string;
  readonly title: string;
  readonly sku: string | null;
}

/** Variants of a store whose product, title or SKU hold every word of `query`, by product and title. */
export function searchVariants(db: ReadableDb, no: StoreNo, query: string, limit: number): FoundVariant[] {
  const wanted = words(query);
  const rows = db
    .prepare<[number], { variant: string; product: string | null }>(
      `SELECT v.body AS variant, p.body AS product FROM variants v
       LEFT JOIN products p ON p.store = v.store AND p.product = v.product WHERE v.store = ?`,
    )
    .all(no);
  const found: FoundVariant[] = [];
  for (const row of rows) {
    const variant = stored<Variant>(row.variant);
    const product = row.product === null ? null : stored<Product>(row.product);
    if (!product) continue;
    const text = [product.title, variant.title, variant.sku ?? ''].join('\n').toLowerCase();
    if (matching(text, wanted))
      found.push({ id: variant.gid, product: product.title, title: variant.title, sku: variant.sku });
  }
  return found
    .toSorted((a, b) => a.product.localeCompare(b.product) || a.title.localeCompare(b.title))
    .slice(0, limit);
}
