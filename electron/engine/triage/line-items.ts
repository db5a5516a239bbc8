import type { Product, Variant } from '../../../shared/domain/catalog.ts';
import { IGNORE_TAG } from '../../../shared/domain/error-type.ts';
import { legacyId } from '../../../shared/domain/ids.ts';
import { hasTag, openItems, titleOf, type LineItem, type Order } from '../../../shared/domain/order.ts';
import type { TriageContext } from './context.ts';

/** An open, fulfillable line item with what has become of its variant and product; undefined: gone, or a custom item. */
export interface ItemView {
  readonly item: LineItem;
  readonly variant: Variant | undefined;
  readonly product: Product | undefined;
}

/**
 * The line items that somebody could ship: still part of the order, and not a tip. Shopify counts refunded units as
 * non-fulfillable too (`LineItem.nonFulfillableQuantity`), so the comparison is with the quantity ordered, not with
 * what is left of it.
 */
export function fulfillableItems(order: Order, ctx: TriageContext): readonly ItemView[] {
  return openItems(order)
    .filter((item) => item.nonFulfillableQuantity < item.quantity)
    .map((item) => {
      const variant = item.variant === null ? undefined : ctx.variant(item.variant);
      return { item, variant, product: variant && ctx.product(variant.product) };
    });
}

/** Whether rules on products can be judged at all: not without the scope read_products. */
export function productsKnown(order: Order, ctx: TriageContext): boolean {
  return ctx.productsReadable && !order.redacted.includes('products');
}

/** Nothing is left of the product or the variant, or there never was one (a custom item): Shopify does not say which. */
export function isGone(view: ItemView): boolean {
  return !view.variant || !view.product;
}

/** Why an item does not count as shippable; an empty list: it counts. */
export type Fault = 'not_physical' | 'ignored_product' | 'stale_order';

/**
 * What keeps an item from being shippable (domain.md, no_shippable_product; seed, “No shippable product”: « ne sont
 * (ou n'étaient) pas enregistrés en tant que produits physiques et/ou […] taggués avec bigblue-ignore »). Of an item
 * that is gone only the order's own snapshot is known: the rest is not held against it.
 */
export function shippingFaults({ item, variant, product }: ItemView, order: Order): readonly Fault[] {
  const faults: Fault[] = [];
  if (variant && !variant.requiresShipping) faults.push('not_physical');
  if (product && hasTag(product.tags, IGNORE_TAG)) faults.push('ignored_product');
  if (isStale({ item }, order)) faults.push('stale_order');
  return faults;
}

/** By the order's own snapshot nothing of it was to be shipped. */
export function isStale({ item }: Pick<ItemView, 'item'>, order: Order): boolean {
  return !item.requiresShipping && order.shippingLine === null;
}

/** How evidence names a line item. */
export function itemEvidence({ item, variant }: ItemView) {
  return {
    lineItem: item.gid as string,
    title: titleOf(item),
    sku: item.sku,
    variant: item.variant as string | null,
    product: (variant?.product ?? item.product) as string | null,
  };
}

/**
 * The items that the platform names by number, variant ids first, then product ids (domain.md, Where sync state comes
 * from), then those of the line items themselves: a custom item has no other (seed, “Product not found”: « un produit
 * personnalisé avec un ID temporaire »). Together with those that are `found` anyway, in the order's order. Numbers that
 * no item has are left over.
 */
export function shownItems(
  views: readonly ItemView[],
  found: (view: ItemView) => boolean,
  ids: readonly string[],
): { shown: readonly ItemView[]; leftOver: readonly string[] } {
  const byVariant = (id: string) =>
    views.filter(({ item }) => item.variant !== null && legacyId(item.variant) === id);
  const byProduct = (id: string) =>
    views.filter(({ item }) => item.product !== null && legacyId(item.product) === id);
  const byLineItem = (id: string) => views.filter(({ item }) => legacyId(item.gid) === id);
  const hits = ids.map((id) => ({
    id,
    views: [byVariant, byProduct, byLineItem].map((by) => by(id)).find((found) => found.length > 0) ?? [],
  }));
  const named = new Set(hits.flatMap((hit) => hit.views));
  return {
    shown: views.filter((view) => named.has(view) || found(view)),
    leftOver: hits.filter((hit) => hit.views.length === 0).map((hit) => hit.id),
  };
}

/** Evidence for a number of the platform's that no line item of the order has. */
export function strangerEvidence(id: string) {
  return { lineItem: '', title: `Product ${id}`, sku: null, variant: null, product: null };
}
