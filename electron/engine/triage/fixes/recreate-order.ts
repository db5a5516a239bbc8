import { legacyId } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { draft, excluded, planned, type FixDefinition } from './definition.ts';
import { DEFAULT_SHIPPING_TITLE } from './shipping-title.ts';

/**
 * Creates the order anew and dismisses the old one once that is done (seed, “No shippable product”: « recréez la commande
 * avec une "vraie" méthode de livraison … elles seront automatiquement traitées »): no reprocess follows. A cancellation
 * cannot be reversed, so for a cancelled order it is the only way back.
 */
export const recreateOrder: FixDefinition<'recreate_order'> = {
  for: ['order_cancelled', 'no_shippable_product'],
  plan:
    ({ planId }) =>
    ({ order }) => {
      const refusal = copyRefusal(order);
      if (refusal !== null) return excluded(refusal);
      const create = draft({
        op: 'order_create',
        order: order.gid,
        sourceIdentifier: `${planId}-${legacyId(order.gid)}`,
        shippingTitle: order.shippingLine?.title ?? DEFAULT_SHIPPING_TITLE,
      });
      const dismissal = draft({ op: 'order_dismiss', order: order.gid, reason: 'Recreated as a new order' }, [
        create,
      ]);
      return planned([create, dismissal]);
    },
};

/** Why a copy would lack something that the order has, or could not be shipped. */
function copyRefusal(order: Order): string | null {
  const hidden = order.redacted.filter((part) => part !== 'paymentTerms' && part !== 'purchasingEntity');
  if (hidden.length > 0) {
    return `Shopify hides part of it from this app (${hidden.join(', ')}), and a copy would lack that: recreate it in Shopify.`;
  }
  if (order.shippingAddress === null) {
    return 'It has no shipping address to send a new order to: give it one with the fix edit_address first.';
  }
  return null;
}
