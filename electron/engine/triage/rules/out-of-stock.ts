import { fulfillableItems, itemEvidence } from '../line-items.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { TriageContext } from '../context.ts';
import type { Rule } from '../rule.ts';

/**
 * *Added* (Bigblue Store API: order status BACKORDER): the platform has the order and not the goods. Only the platform
 * knows, so the rule itself finds nothing. Root cause: the variant, where the order has one alone that could be short.
 */
export const outOfStock: Rule<'out_of_stock'> = {
  find: () => null,
  told: (order, ctx) => ({ items: openGoods(order, ctx) }),
  causes: ({ items }) => {
    const [only, ...more] = items;
    if (only === undefined || more.length > 0) return [];
    return [
      {
        key: `out_of_stock:${only.variant ?? `${only.title}|${only.sku ?? ''}`}`,
        subject: { kind: 'short_item', title: only.title, sku: only.sku },
        entity: only.variant,
        fix: 'snooze',
        alone: true,
      },
    ];
  },
};

function openGoods(order: Order, ctx: TriageContext) {
  return fulfillableItems(order, ctx).map(itemEvidence);
}
