import { parseMoney } from '../../../../shared/domain/money.ts';
import { evidenceOf, excluded, planned, type FixDefinition } from './definition.ts';
import { editRefusal, orderEditSteps } from './order-edit-steps.ts';
import { DEFAULT_SHIPPING_TITLE } from './shipping-title.ts';

/**
 * Adds a shipping line to an order whose items were not physical when it was placed, then reprocesses (seed, “No
 * shippable product”: « il est probablement indiqué Expédition non requise. Mettez à jour ce champ (avec un appel API) »).
 * It costs 0 unless the agent says otherwise: a price reopens payment.
 */
export const addShippingLine: FixDefinition<'add_shipping_line'> = {
  for: ['no_shippable_product'],
  plan:
    ({ params }) =>
    (it) => {
      const { order } = it;
      const items = evidenceOf(it, 'no_shippable_product')?.items ?? [];
      if (!items.some(({ why }) => why === 'stale_order')) {
        return excluded({ code: 'shipping_method_is_fine' });
      }
      if (order.shippingLine !== null) {
        return excluded({ code: 'has_shipping_method', title: order.shippingLine.title });
      }
      const refusal = editRefusal(order);
      if (refusal !== null) return excluded(refusal);
      const title = params.title ?? DEFAULT_SHIPPING_TITLE;
      const price = parseMoney(params.price ?? '0', order.total.currency);
      return planned(
        orderEditSteps(
          order,
          [{ change: 'add_shipping_line', title, price }],
          `Added the shipping method ${title}`,
        ),
      );
    },
};
