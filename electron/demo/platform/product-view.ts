import { z } from 'zod';
import type { ProductLink } from '../merchants/catalogue-seed.ts';
import type { Catalogue, Variant } from '../shop/catalogue.ts';
import type { Shop } from '../shop/shop.ts';
import type { ProductView } from './judge.ts';

/**
 * What the platform sees when it looks at an order.
 * @param catalogue its copy of the shop's products
 * @param table its own link table
 * @param live where metafields are read: the shop's now, or as they were seeded
 */
export function productView(
  shop: Shop,
  catalogue: Catalogue,
  table: ReadonlyMap<number, ProductLink>,
  live: Catalogue,
): ProductView {
  const { fulfilment } = shop.goods;
  const known = new Set(fulfilment.map((product) => product.id));
  const bySku = new Map(
    fulfilment.flatMap((product) => (product.sku === null ? [] : [[product.sku, product.id]])),
  );
  const byBarcode = new Map(
    fulfilment.flatMap((product) => (product.barcode === null ? [] : [[product.barcode, product.id]])),
  );
  const find = (variant: Variant): ProductLink | null => {
    switch (shop.profile.linkRoute) {
      case 'metafield':
        return linkIn(live.variants.get(variant.id));
      case 'file':
        return table.get(variant.id) ?? null;
      case 'sku': {
        // "Auto-link": the same SKU, else the same barcode; the SKU prevails.
        const product = bySku.get(variant.sku ?? '') ?? byBarcode.get(variant.barcode ?? '');
        return product === undefined ? null : { product, active: true };
      }
    }
  };
  return {
    catalogue,
    messageId: shop.profile.messageId,
    linkOf: (variant) => {
      const link = find(variant);
      return link !== null && known.has(link.product) ? link : null;
    },
  };
}

/** How a link is kept in a variant's metafield; a link that does not say so is not active. */
const linkValue = z.object({ product: z.string(), active: z.boolean().default(false) });

function linkIn(variant: Variant | undefined): ProductLink | null {
  const metafield = variant?.metafields.find(
    (each) => each.namespace === 'fulfilment' && each.key === 'product_link',
  );
  if (metafield === undefined) return null;
  try {
    return linkValue.parse(JSON.parse(metafield.value));
  } catch {
    return null;
  }
}

/** Takes a product over from the shop, or drops it when it is gone. */
export function renewProduct(mirror: Catalogue, shop: Catalogue, productId: number): void {
  for (const id of mirror.products.get(productId)?.variantIds ?? []) mirror.variants.delete(id);
  mirror.products.delete(productId);
  const product = shop.products.get(productId);
  if (product === undefined) return;
  mirror.products.set(productId, structuredClone(product));
  for (const id of product.variantIds) {
    const variant = shop.variants.get(id);
    if (variant !== undefined) mirror.variants.set(id, structuredClone(variant));
  }
}
