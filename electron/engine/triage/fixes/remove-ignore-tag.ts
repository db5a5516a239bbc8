import { IGNORE_TAG } from '../../../../shared/domain/error-type.ts';
import { spellingsOf } from '../../../../shared/domain/order.ts';
import { draft, excluded, planned, type FixDefinition } from './definition.ts';

/**
 * Takes the tag `bigblue-ignore` off orders (seed, “Order has tag bigblue-ignore”: « retirer le tag bigblue-ignore et
 * Bigblue retraitera automatiquement la commande »): no reprocess follows. tagsRemove takes the tag as it is spelled.
 */
export const removeIgnoreTag: FixDefinition<'remove_ignore_tag'> = {
  for: ['ignored_by_tag'],
  plan:
    () =>
    ({ order }) => {
      const tags = spellingsOf(order.tags, IGNORE_TAG);
      return tags.length === 0
        ? excluded({ code: 'no_ignore_tag' })
        : planned([draft({ op: 'order_tags_remove', order: order.gid, tags })]);
    },
};
