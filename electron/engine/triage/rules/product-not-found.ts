import type { Evidence } from '../../../../shared/domain/diagnosis.ts';
import { allNeeded } from '../cause.ts';
import {
  fulfillableItems,
  isGone,
  itemEvidence,
  shownItems,
  productsKnown,
  strangerEvidence,
  type ItemView,
} from '../line-items.ts';
import type { Rule } from '../rule.ts';

type Item = Evidence<'product_not_found'>['items'][number];

/** SKU, else title: what orders of the same vanished product have in common. */
const nameOf = (item: Item) => (item.sku ? `sku:${item.sku}` : `title:${item.title}`);

/**
 * Seed, “Product not found”: « Il s'agit soit d'un produit Shopify qui a été supprimé, soit d'un produit personnalisé
 * avec un ID temporaire ». Nothing in the API tells the two apart. Off without read_products.
 */
export const productNotFound: Rule<'product_not_found'> = {
  find: (order, ctx) => {
    if (!productsKnown(order, ctx)) return null;
    const gone = fulfillableItems(order, ctx).filter(isGone);
    return gone.length > 0 ? { items: gone.map(itemEvidence) } : null;
  },
  told: (order, ctx, ids) => {
    const found = (view: ItemView) => productsKnown(order, ctx) && isGone(view);
    const { shown, leftOver } = shownItems(fulfillableItems(order, ctx), found, ids);
    return { items: [...shown.map(itemEvidence), ...leftOver.map(strangerEvidence)] };
  },
  causes: ({ items }) =>
    allNeeded(
      items.map((item) => ({
        key: `product_not_found:${nameOf(item)}`,
        subject: { kind: 'lost_product', title: item.title, sku: item.sku },
        entity: null,
        fix: 'remove_item',
      })),
    ),
};
