import type { Exclusion } from '../../../../shared/domain/exclusion.ts';
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
      const dismissal = draft({ op: 'order_dismiss', order: order.gid, reason: null, recreated: true }, [
        create,
      ]);
      return planned([create, dismissal]);
    },
};

/** Why a copy would lack something that the order has, or could not be shipped. */
function copyRefusal(order: Order): Exclusion | null {
  const hidden = order.redacted.filter((part) => part !== 'paymentTerms' && part !== 'purchasingEntity');
  if (hidden.length > 0) {
    return { code: 'copy_incomplete', parts: hidden };
  }
  if (order.shippingAddress === null) {
    return { code: 'copy_without_address' };
  }
  return null;
}
