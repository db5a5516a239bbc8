import { GLOBALE_APPROVED_TAG } from '../../../../shared/domain/error-type.ts';
import { hasTag, type Order } from '../../../../shared/domain/order.ts';
import type { TriageContext } from '../context.ts';
import type { Rule } from '../rule.ts';

function evidence(order: Order, { settings }: TriageContext) {
  const prefix = settings.globaleTagPrefix.toLowerCase();
  return { tags: order.tags.filter((t) => t.toLowerCase().startsWith(prefix)), since: order.createdAt };
}

/**
 * Seed, “Waiting for global-e approval”: « La commande Shopify utilise la solution d'expédition DDP de Global-e et
 * attend l'approbation »; once approved it is « automatiquement tagguée avec Globale::Approved ». An order is
 * Global-e's when a tag starts with the store's marker. No root cause: each order is approved by itself.
 */
export const awaitingGlobalEApproval: Rule<'awaiting_global_e_approval'> = {
  find: (order, ctx) => {
    if (hasTag(order.tags, GLOBALE_APPROVED_TAG)) return null;
    const found = evidence(order, ctx);
    return found.tags.length > 0 ? found : null;
  },
  told: (order, ctx) => evidence(order, ctx),
  causes: () => [],
};
