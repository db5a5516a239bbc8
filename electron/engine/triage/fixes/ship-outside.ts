import { IGNORE_TAG } from '../../../../shared/domain/error-type.ts';
import { gid } from '../../../../shared/domain/ids.ts';
import { hasTag } from '../../../../shared/domain/order.ts';
import { evidenceOf, excluded, planned, type FixDefinition } from './definition.ts';
import { productSteps } from './product-steps.ts';

/**
 * Ships unlinked products outside the platform: tags them `bigblue-ignore`, pushes them, then reprocesses (seed,
 * “Product not linked”: « Si vous souhaitez que ce produit Shopify soit expédié en dehors de Bigblue, suivez ce guide »).
 * On an order's only shippable item it leaves no_shippable_product, as the plan's `remaining` says.
 */
export const shipOutside: FixDefinition<'ship_outside'> = {
  for: ['product_not_linked'],
  plan:
    ({ store }) =>
    (it) => {
      const items = evidenceOf(it, 'product_not_linked')?.items ?? [];
      const products = new Set(
        items.flatMap(({ product }) => (product === null ? [] : [gid('Product', product)])),
      );
      const open = [...products].filter(
        (product) => !hasTag(store.ctx.product(product)?.tags ?? [], IGNORE_TAG),
      );
      if (open.length === 0) {
        return excluded({ code: 'nothing_to_tag' });
      }
      return planned(
        productSteps(
          it.order,
          store.ctx,
          open.map((product) => ({ product, op: { op: 'product_tags_add', product, tags: [IGNORE_TAG] } })),
        ),
        items.some(({ product }) => product === null),
      );
    },
};
