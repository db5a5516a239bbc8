import type { ProductLink } from '../../../../shared/domain/catalog.ts';
import type { Evidence } from '../../../../shared/domain/diagnosis.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { allNeeded } from '../cause.ts';
import type { TriageContext } from '../context.ts';
import {
  fulfillableItems,
  itemEvidence,
  shownItems,
  productsKnown,
  shippingFaults,
  strangerEvidence,
  type ItemView,
} from '../line-items.ts';
import { suggestLinks } from '../links.ts';
import type { Rule } from '../rule.ts';

type Item = Evidence<'product_not_linked'>['items'][number];

function evidence(view: ItemView, ctx: TriageContext): Item {
  const { variant } = view;
  const link = linkOf(view, ctx);
  return {
    ...itemEvidence(view),
    barcode: variant?.barcode ?? null,
    link: link && !link.active ? 'inactive' : 'missing',
    linkedTo: link?.product ?? null,
    suggestions: variant ? [...suggestLinks(variant, ctx.fulfilmentProducts)] : [],
  };
}

/** An imported link list also tells of items of which only the order is known, by their variant's id or SKU. */
function linkOf({ item, variant }: ItemView, ctx: TriageContext): ProductLink | null {
  return variant ? ctx.link(variant) : (ctx.listedLinks?.(item) ?? null);
}

/** Whether an item would ship but for its link; false where nobody can tell. */
function isUnlinked(view: ItemView, order: Order, ctx: TriageContext): boolean {
  if (!ctx.linkSource) return false;
  const { item, variant } = view;
  const isKnown = productsKnown(order, ctx)
    ? variant !== undefined
    : ctx.listedLinks !== null && item.requiresShipping && (item.variant !== null || item.sku !== null);
  return isKnown && shippingFaults(view, order).length === 0 && !linkOf(view, ctx)?.active;
}

/**
 * Seed, “Product not linked”: « L'un des articles de la commande Shopify n'est lié à aucun produit ou bundle Bigblue,
 * ou bien il est lié mais non géré (i.e. le lien n'est pas actif) ». Looks at the items that would ship; off where the
 * store's link route does not tell what is linked.
 */
export const productNotLinked: Rule<'product_not_linked'> = {
  find: (order, ctx) => {
    const unlinked = fulfillableItems(order, ctx).filter((view) => isUnlinked(view, order, ctx));
    return unlinked.length > 0 ? { items: unlinked.map((view) => evidence(view, ctx)) } : null;
  },
  told: (order, ctx, ids) => {
    const views = fulfillableItems(order, ctx);
    const { shown, leftOver } = shownItems(views, (view) => isUnlinked(view, order, ctx), ids);
    const strangers = leftOver.map((id): Item => ({
      ...strangerEvidence(id),
      barcode: null,
      link: 'missing',
      linkedTo: null,
      suggestions: [],
    }));
    return { items: [...shown.map((view) => evidence(view, ctx)), ...strangers] };
  },
  causes: ({ items }) =>
    allNeeded(
      items.map((item) => ({
        key: `product_not_linked:${item.variant ?? item.title}`,
        subject: { kind: 'unlinked_variant', title: item.title, sku: item.sku, link: item.link },
        entity: item.variant,
        fix: item.link === 'inactive' ? 'activate_link' : 'link_variant',
      })),
    ),
};
