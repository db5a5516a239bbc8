import type { Evidence } from '../../../../shared/domain/diagnosis.ts';
import { IGNORE_TAG } from '../../../../shared/domain/error-type.ts';
import { sameTag, spellingsOf, type Order } from '../../../../shared/domain/order.ts';
import type { Rule } from '../rule.ts';

function evidence(order: Order, tag: string): Evidence<'ignored_by_tag'> {
  const last = (order.tagEvents ?? [])
    .filter((event) => sameTag(event.tag, tag))
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
  return { tag, taggedBy: last?.by ?? null, taggedByKind: last?.byKind ?? null, taggedAt: last?.at ?? null };
}

/**
 * Seed, “Order has tag bigblue-ignore”: « La commande Shopify est étiquetée avec bigblue-ignore », and « vérifier
 * pourquoi votre commande était tagguée »: the root cause is the app or the staff member that put the tag on.
 */
export const ignoredByTag: Rule<'ignored_by_tag'> = {
  find: (order) => {
    const [tag] = spellingsOf(order.tags, IGNORE_TAG);
    return tag === undefined ? null : evidence(order, tag);
  },
  told: (order) => evidence(order, IGNORE_TAG),
  causes: ({ taggedBy, taggedByKind }) => [
    {
      key:
        taggedBy === null
          ? 'ignored_by_tag:unknown'
          : `ignored_by_tag:${taggedByKind ?? 'unknown'}:${taggedBy}`,
      subject: { kind: 'tagger', by: taggedBy, byKind: taggedByKind },
      entity: null,
      fix: 'remove_ignore_tag',
      alone: true,
    },
  ],
};
