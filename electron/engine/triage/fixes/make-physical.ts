import { gid } from '../../../../shared/domain/ids.ts';
import { evidenceOf, excluded, planned, type FixDefinition } from './definition.ts';
import { productSteps, type ProductWrite } from './product-steps.ts';

/**
 * Makes variants physical products, pushes the products, then reprocesses (seed, “No shippable product”:
 * « assurez-vous que la case Il s'agit d'un produit physique est cochée »).
 */
export const makePhysical: FixDefinition<'make_physical'> = {
  for: ['no_shippable_product'],
  plan:
    ({ store }) =>
    (it) => {
      const items = evidenceOf(it, 'no_shippable_product')?.items ?? [];
      const virtual = items.filter(({ why }) => why === 'not_physical');
      if (virtual.length === 0) {
        return excluded({ code: 'nothing_unphysical' });
      }
      const variants = new Map(
        virtual.flatMap(({ variant }) => {
          const known = variant === null ? undefined : store.ctx.variant(gid('ProductVariant', variant));
          return known === undefined || known.requiresShipping ? [] : [[known.gid, known] as const];
        }),
      );
      if (variants.size === 0) return excluded({ code: 'variants_unknown' });
      const writes = [...variants.values()].map((variant): ProductWrite => ({
        product: variant.product,
        op: {
          op: 'variant_requires_shipping_set',
          variant: variant.gid,
          inventoryItem: variant.inventoryItem,
          set: true,
          base: variant.requiresShipping,
        },
      }));
      return planned(productSteps(it.order, store.ctx, writes));
    },
};
