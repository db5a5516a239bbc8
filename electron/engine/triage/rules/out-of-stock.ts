import type { Evidence } from '../../../../shared/domain/diagnosis.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { TriageContext } from '../context.ts';
import { fulfillableItems, itemEvidence, type ItemView } from '../line-items.ts';
import type { Rule } from '../rule.ts';

/**
 * *Added* (Bigblue Store API: order status BACKORDER, ListInventories): the platform has the order and not the goods.
 * Stock moves by the hour and keeps nobody from being taken in while something else does, so the rule itself finds
 * nothing: stock explains what the platform says, or what nothing else explains (`shortOf`). Root cause: the variant,
 * where it is the only one that is short, or could be.
 */
export const outOfStock: Rule<'out_of_stock'> = {
  find: () => null,
  told: (order, ctx) =>
    shortOf(order, ctx) ?? {
      items: fulfillableItems(order, ctx).map((view) => ({
        ...itemEvidence(view),
        stock: stockOf(view, order, ctx),
      })),
    },
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

/** The items of which the platform has fewer left than the order wants; null: none, as far as it says. */
export function shortOf(order: Order, ctx: TriageContext): Evidence<'out_of_stock'> | null {
  const items = fulfillableItems(order, ctx).flatMap((view) => {
    const stock = stockOf(view, order, ctx);
    return stock === null || stock.available >= stock.ordered ? [] : [{ ...itemEvidence(view), stock }];
  });
  return items.length === 0 ? null : { items };
}

/** Of an item's linked product: what is left, and what the whole order wants of it. */
function stockOf({ variant }: ItemView, order: Order, ctx: TriageContext) {
  const product = variant && linkedTo(variant, ctx);
  if (!product) return null;
  const available = ctx.stock(product);
  if (available === null) return null;
  const ordered = fulfillableItems(order, ctx)
    .filter((view) => view.variant && linkedTo(view.variant, ctx) === product)
    .reduce((sum, { item }) => sum + item.currentQuantity, 0);
  return { ordered, available };
}

function linkedTo(variant: NonNullable<ItemView['variant']>, ctx: TriageContext): string | null {
  const link = ctx.linkSource ? ctx.link(variant) : null;
  return link?.active === true ? link.product : null;
}
