import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { Evidence } from '../../../../shared/domain/diagnosis.ts';
import { IGNORE_TAG } from '../../../../shared/domain/error-type.ts';
import { hasTag, type Order } from '../../../../shared/domain/order.ts';
import type { Cause } from '../cause.ts';
import type { TriageContext } from '../context.ts';
import { fulfillableItems, isStale, itemEvidence, productsKnown, shippingFaults } from '../line-items.ts';
import type { Rule } from '../rule.ts';

type Item = Evidence<'no_shippable_product'>['items'][number];

function evidence(order: Order, ctx: TriageContext): Evidence<'no_shippable_product'> {
  return {
    items: fulfillableItems(order, ctx).map((view) => ({
      ...itemEvidence(view),
      requiredShippingAtOrder: view.item.requiresShipping,
      requiresShippingNow: view.variant?.requiresShipping ?? null,
      productTags: [...(view.product?.tags ?? [])],
      // The fault to mend first; one that shows none was stale when the platform looked.
      why: shippingFaults(view, order)[0] ?? 'stale_order',
    })),
    shippingMethod: order.shippingLine?.title ?? null,
    addressMissing: order.shippingAddress === null && !order.redacted.includes('shippingAddress'),
  };
}

function causeOf(item: Item): Omit<Cause, 'alone'> {
  const { title, sku, why } = item;
  const subject = { kind: 'unshippable_item', title, sku, why } as const;
  switch (why) {
    case 'not_physical':
      return {
        key: `no_shippable_product:not_physical:${item.variant ?? item.title}`,
        subject,
        entity: item.variant,
        fix: 'make_physical',
      };
    case 'ignored_product':
      return {
        key: `no_shippable_product:ignored_product:${item.product ?? item.title}`,
        subject,
        entity: item.product,
        fix: 'remove_product_ignore_tag',
      };
    case 'stale_order':
      return {
        key: `no_shippable_product:stale_order:${item.variant ?? item.title}`,
        subject,
        entity: item.variant,
        fix: 'add_shipping_line',
      };
    default:
      return assertNever(why);
  }
}

/** Whether the item's first fault is its only one, so that mending it makes the item, and with it the order, count. */
function hasOneFault(item: Item, shippingMethod: string | null): boolean {
  const faults = [
    item.requiresShippingNow === false,
    hasTag(item.productTags, IGNORE_TAG),
    !item.requiredShippingAtOrder && shippingMethod === null,
  ];
  return faults.filter(Boolean).length <= 1;
}

/**
 * Seed, “No shippable product”: « Les articles de la commande Shopify ne sont (ou n'étaient) pas enregistrés en tant
 * que produits physiques et/ou les articles […] sont taggués avec bigblue-ignore ». One item that counts is enough
 * for an order to be shippable, so each cause that leaves an item without a fault clears the diagnosis by itself.
 */
export const noShippableProduct: Rule<'no_shippable_product'> = {
  find: (order, ctx) => {
    const items = fulfillableItems(order, ctx);
    // Where products are withheld, what the order itself recorded of its items can still rule all of them out.
    const isKnown = productsKnown(order, ctx);
    const countsAny = items.some((view) =>
      isKnown ? shippingFaults(view, order).length === 0 : !isStale(view, order),
    );
    return countsAny || (!isKnown && items.length === 0) ? null : evidence(order, ctx);
  },
  told: (order, ctx) => evidence(order, ctx),
  causes: ({ items, shippingMethod }) => {
    const byKey = new Map<string, Cause>();
    for (const item of items) {
      const cause = causeOf(item);
      const alone = hasOneFault(item, shippingMethod) || byKey.get(cause.key)?.alone === true;
      byKey.set(cause.key, { ...cause, alone });
    }
    return [...byKey.values()];
  },
};
