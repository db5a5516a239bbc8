import type { Output } from '../../../shared/contract/methods.ts';
import type { Product, Variant } from '../../../shared/domain/catalog.ts';
import type { ReadableDb } from '../db/access.ts';
import { stored } from '../db/cache/json.ts';
import type { StoreNo } from '../db/cache/store-numbers.ts';
import type { Store } from '../stores/store.ts';
import { createStoreContext } from '../sync/store-context.ts';
import { suggestLinks } from '../triage/links.ts';

/** The variants that a store's orders have, with their links and, where there is no active one, what could be linked. */
export function linkRows(db: ReadableDb, store: Store, no: StoreNo): Output<'links.list'> {
  const ctx = createStoreContext(db, store, no);
  const rows = db
    .prepare<[number], { variant: string; product: string | null }>(
      `SELECT v.body AS variant, p.body AS product FROM variants v
       LEFT JOIN products p ON p.store = v.store AND p.product = v.product
       WHERE v.store = ? ORDER BY v.product, v.variant`,
    )
    .all(no);
  return rows.map(({ variant: body, product }) => {
    const variant = stored<Variant>(body);
    const link = ctx.link(variant);
    const title = product === null ? '' : stored<Product>(product).title;
    return {
      variant: variant.gid,
      sku: variant.sku,
      title:
        title === '' || variant.title === 'Default Title'
          ? title || variant.title
          : `${title} / ${variant.title}`,
      product: link?.product ?? null,
      active: link?.active ?? false,
      suggestions: link?.active ? [] : [...suggestLinks(variant, ctx.fulfilmentProducts)],
    };
  });
}
