import { REPROCESS_TAG } from '../../../../shared/domain/error-type.ts';
import type { Gid } from '../../../../shared/domain/ids.ts';
import { spellingsOf, type Order } from '../../../../shared/domain/order.ts';
import type { WriteOp } from '../../../../shared/domain/write.ts';
import type { TriageContext } from '../context.ts';
import { draft, type Draft } from './definition.ts';

/**
 * Makes the platform examine an order again, once all of `after` is done (seed, “Retraitez en masse plusieurs
 * commandes affectées”: tag it `bigblue-reprocess`). The tag is an event: one that is still there comes off first.
 */
export function reprocessSteps(order: Order, after: readonly Draft[] = []): Draft[] {
  const stale = spellingsOf(order.tags, REPROCESS_TAG);
  const add: WriteOp = { op: 'order_tags_add', order: order.gid, tags: [REPROCESS_TAG] };
  if (stale.length === 0) return [draft(add, after)];
  const removal = draft({ op: 'order_tags_remove', order: order.gid, tags: stale }, after);
  return [removal, draft(add, [...after, removal])];
}

/**
 * Pushes a changed product to the platform, once all of `after` is done (seed, “No shippable product”: « ajouter
 * l'étiquette bigblue-reprocess pour pousser les mises à jour des produits Shopify vers Bigblue »).
 */
export function pushSteps(product: Gid<'Product'>, ctx: TriageContext, after: readonly Draft[]): Draft[] {
  const stale = spellingsOf(ctx.product(product)?.tags ?? [], REPROCESS_TAG);
  const add: WriteOp = { op: 'product_tags_add', product, tags: [REPROCESS_TAG] };
  if (stale.length === 0) return [draft(add, after)];
  const removal = draft({ op: 'product_tags_remove', product, tags: stale }, after);
  return [removal, draft(add, [...after, removal])];
}
