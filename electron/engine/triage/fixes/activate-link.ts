import type { FixDefinition } from './definition.ts';
import { planLinks } from './plan-links.ts';

/**
 * Activates links that exist but are not active, to the same product, then reprocesses (seed, “Product not linked”:
 * « ou bien il est lié mais non géré (i.e. le lien n'est pas actif) »).
 */
export const activateLink: FixDefinition<'activate_link'> = {
  for: ['product_not_linked'],
  plan: (scope) =>
    planLinks(scope, (item) =>
      item.link === 'inactive' && item.linkedTo !== null
        ? { product: item.linkedTo }
        : { refusal: { code: 'no_link_to_activate', item: item.title } },
    ),
};
