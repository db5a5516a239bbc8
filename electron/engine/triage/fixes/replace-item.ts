import { gid } from '../../../../shared/domain/ids.ts';
import { excluded, planned, type FixDefinition } from './definition.ts';
import { itemsLeft, lostItems, NO_LOST_ITEM, removalOf } from './lost-items.ts';
import { editRefusal, orderEditSteps } from './order-edit-steps.ts';

/**
 * Replaces the item whose product no longer exists by `variant`, in the same quantity, then reprocesses (seed, “Product
 * not found”: « soit supprimer, soit remplacer l'article »).
 */
export const replaceItem: FixDefinition<'replace_item'> = {
  for: ['product_not_found'],
  plan: ({ params, store }) => {
    const variant = gid('ProductVariant', params.variant);
    const known = store.ctx.variant(variant) !== undefined;
    return (it) => {
      const lost = lostItems(it);
      const [item, ...others] = lost;
      if (item === undefined) return excluded(NO_LOST_ITEM);
      const refusal = editRefusal(it.order);
      if (refusal !== null) return excluded(refusal);
      if (!known) return excluded({ code: 'foreign_variant', variant: params.variant });
      if (others.length > 0) {
        return excluded({ code: 'several_lost_items' });
      }
      if (itemsLeft(it.order, store.ctx, lost).some((kept) => kept.variant === variant)) {
        return excluded({ code: 'replacement_there' });
      }
      return planned(
        orderEditSteps(
          it.order,
          [removalOf(item), { change: 'add_variant', variant, quantity: item.currentQuantity }],
          `Replaced what can no longer be found: ${item.title}`,
        ),
      );
    };
  },
};
