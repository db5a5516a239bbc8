import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { FulfilmentProduct, ProductLink, Variant } from '../../../shared/domain/catalog.ts';
import type { LinkSuggestion } from '../../../shared/domain/diagnosis.ts';
import type { LinkRoute } from '../../../shared/domain/store.ts';
import type { FulfilmentProducts } from './fulfilment-products.ts';
import type { ListedLinks } from './listed-links.ts';

/**
 * Whether `route` lets us see which variants are linked. The SKU route needs the platform's product list, and the import
 * file leaves no trace that can be read back: it takes a link list that an agent imported.
 */
export function hasLinkSource(
  route: LinkRoute | null,
  fulfilmentProductsKnown: boolean,
  linkListKnown: boolean,
): boolean {
  switch (route) {
    case 'metafield':
      return true;
    case 'sku':
      return fulfilmentProductsKnown;
    case 'file':
      return linkListKnown;
    case null:
      return false;
    default:
      return assertNever(route);
  }
}

/**
 * The product link of `variant` as the store's link route has it: the link metafield, the platform's own auto-link (same
 * SKU, else same barcode; SKU prevails), or the imported list. null: not linked.
 */
export function linkOf(
  variant: Variant,
  route: LinkRoute | null,
  {
    fulfilmentProducts,
    listedLinks,
  }: { readonly fulfilmentProducts: FulfilmentProducts; readonly listedLinks: ListedLinks | null },
): ProductLink | null {
  switch (route) {
    case 'metafield': {
      const link = variant.linkMetafield;
      return link && link.product !== '' ? { product: link.product, active: link.active } : null;
    }
    case 'sku': {
      const [match] = autoLinkMatches(variant, fulfilmentProducts);
      return match ? { product: match.product.id, active: true } : null;
    }
    case 'file':
      return listedLinks?.({ variant: variant.gid, sku: variant.sku }) ?? null;
    case null:
      return null;
    default:
      return assertNever(route);
  }
}

/** Fulfilment products for an unlinked variant, best first: same SKU, then same barcode; each product once. */
export function suggestLinks(variant: Variant, products: FulfilmentProducts): readonly LinkSuggestion[] {
  return autoLinkMatches(variant, products).map(({ product, by }) => ({
    product: product.id,
    name: product.name,
    by,
  }));
}

interface AutoLinkMatch {
  readonly product: FulfilmentProduct;
  readonly by: LinkSuggestion['by'];
}

function autoLinkMatches(variant: Variant, products: FulfilmentProducts): readonly AutoLinkMatch[] {
  const bySku = variant.sku?.trim() ? products.bySku(variant.sku.trim()) : [];
  const byBarcode = variant.barcode?.trim() ? products.byBarcode(variant.barcode.trim()) : [];
  const taken = new Set(bySku.map((p) => p.id));
  return [
    ...bySku.map((product) => ({ product, by: 'sku' as const })),
    ...byBarcode.filter((p) => !taken.has(p.id)).map((product) => ({ product, by: 'barcode' as const })),
  ];
}
