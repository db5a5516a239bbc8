import type { LinkSuggestion } from '../../../../shared/domain/diagnosis.ts';
import { evidenceOf, excluded, type FixDefinition, type PlanOrder } from './definition.ts';
import { planLinks } from './plan-links.ts';

/**
 * Links variants to fulfilment products, then reprocesses (seed, “Product not linked”: « Liez le produit Shopify au
 * produit ou bundle Bigblue souhaité et activez le lien »). Without `product` each variant takes its own suggestion; with
 * it the scope must hold a single unlinked variant, or `variant` says which is meant.
 */
export const linkVariant: FixDefinition<'link_variant'> = {
  for: ['product_not_linked'],
  plan: (scope) => {
    const { product, variant } = scope.params;
    const unlinked = new Set(scope.everyOrder.flatMap(unlinkedVariants));
    if (product !== undefined && variant === undefined && unlinked.size > 1) {
      const several = excluded({ code: 'several_variants', variants: unlinked.size, product });
      return () => several;
    }
    return planLinks(scope, (item) => {
      if (variant !== undefined && item.variant !== variant) {
        return { refusal: { code: 'other_variant', item: item.title } };
      }
      if (product !== undefined) return { product };
      if (item.linkedTo !== null) {
        return item.link === 'inactive'
          ? { refusal: { code: 'link_inactive', item: item.title, product: item.linkedTo } }
          : { product: item.linkedTo };
      }
      const only = unambiguous(item.suggestions);
      return only !== null
        ? { product: only.product }
        : { refusal: { code: 'no_product_suggested', item: item.title } };
    });
  },
};

function unlinkedVariants(order: PlanOrder): string[] {
  const items = evidenceOf(order, 'product_not_linked')?.items ?? [];
  return items.flatMap(({ variant }) => (variant === null ? [] : [variant]));
}

/** Same SKU before same barcode, as the platform's auto-link has it; two candidates are none. */
function unambiguous(suggestions: readonly LinkSuggestion[]): LinkSuggestion | null {
  const bySku = suggestions.filter(({ by }) => by === 'sku');
  const [first, ...others] = bySku.length > 0 ? bySku : suggestions;
  return first !== undefined && others.length === 0 ? first : null;
}
