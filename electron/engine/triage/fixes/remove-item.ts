import { excluded, planned, type FixDefinition } from './definition.ts';
import { itemsLeft, lostItems, NO_LOST_ITEM, removalOf } from './lost-items.ts';
import { editRefusal, orderEditSteps } from './order-edit-steps.ts';

/**
 * Removes the items whose product no longer exists, then reprocesses (seed, “Product not found”: « vous pouvez soit
 * supprimer, soit remplacer l'article »). An order is never emptied: with nothing left to ship it could not sync.
 */
export const removeItem: FixDefinition<'remove_item'> = {
  for: ['product_not_found'],
  plan:
    ({ store }) =>
    (it) => {
      const lost = lostItems(it);
      if (lost.length === 0) return excluded(NO_LOST_ITEM);
      const refusal = editRefusal(it.order);
      if (refusal !== null) return excluded(refusal);
      if (itemsLeft(it.order, store.ctx, lost).length === 0) {
        return excluded({ code: 'nothing_else_left' });
      }
      const titles = lost.map(({ title }) => title).join(', ');
      return planned(
        orderEditSteps(it.order, lost.map(removalOf), `Removed what can no longer be found: ${titles}`),
      );
    },
};
