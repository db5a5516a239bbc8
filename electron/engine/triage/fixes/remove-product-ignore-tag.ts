import { IGNORE_TAG } from '../../../../shared/domain/error-type.ts';
import { gid } from '../../../../shared/domain/ids.ts';
import { spellingsOf } from '../../../../shared/domain/order.ts';
import { evidenceOf, excluded, planned, type FixDefinition } from './definition.ts';
import { productSteps, type ProductWrite } from './product-steps.ts';

/**
 * Takes `bigblue-ignore` off the products of orders with nothing to ship, pushes the products, then reprocesses (seed,
 * “No shippable product”: « s'assurer qu'il n'y a pas d'étiquette bigblue-ignore »).
 */
export const removeProductIgnoreTag: FixDefinition<'remove_product_ignore_tag'> = {
  for: ['no_shippable_product'],
  plan:
    ({ store }) =>
    (it) => {
      const items = evidenceOf(it, 'no_shippable_product')?.items ?? [];
      const products = new Set(
        items.flatMap(({ product }) => (product === null ? [] : [gid('Product', product)])),
      );
      const writes = [...products].flatMap((product): ProductWrite[] => {
        const tags = spellingsOf(store.ctx.product(product)?.tags ?? [], IGNORE_TAG);
        return tags.length === 0 ? [] : [{ product, op: { op: 'product_tags_remove', product, tags } }];
      });
      return writes.length === 0
        ? excluded({ code: 'no_tagged_product' })
        : planned(productSteps(it.order, store.ctx, writes));
    },
};
