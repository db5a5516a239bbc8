import type { Dice } from '../random.ts';
import type { Variant } from '../shop/catalogue.ts';
import type { OrderIds } from '../shop/ids.ts';
import type { LineItem, Order, OrderEvent } from '../shop/order.ts';
import type { SeedCatalogue } from './catalogue-seed.ts';
import type { OrderPlan, OrderPlanEntry } from './order-plan.ts';
import type { NamePool } from './people.ts';
import type { MerchantProfile } from './profiles.ts';

/** Everything the orders of one store are made from. */
export interface OrderSource {
  readonly profile: MerchantProfile;
  readonly seed: number;
  readonly now: number;
  readonly plan: OrderPlan;
  readonly ids: OrderIds;
  readonly goods: SeedCatalogue;
  readonly pools: ReadonlyMap<string, NamePool>;
}

/** An order in the making: the dice it is thrown with and what is fixed before the trouble is added. */
export interface OrderDraft {
  readonly order: Order;
  readonly dice: Dice;
  readonly source: OrderSource;
  readonly entry: OrderPlanEntry;
  addEvent(event: Omit<OrderEvent, 'id'>): void;
  addItem(item: Omit<LineItem, 'id'>): LineItem;
}

/** A line for `quantity` units of a variant as it is sold today. */
export function itemOf(variant: Variant, title: string, quantity: number): Omit<LineItem, 'id'> {
  return {
    title,
    variantTitle: variant.title === 'Default Title' ? null : variant.title,
    sku: variant.sku,
    vendor: null,
    quantity,
    currentQuantity: quantity,
    nonFulfillableQuantity: 0,
    fulfilledQuantity: 0,
    requiresShipping: variant.requiresShipping,
    isGiftCard: false,
    variantId: variant.id,
    productId: variant.productId,
    unitPrice: variant.price,
    attributes: [],
  };
}

/** The product's title of a variant. */
export function titleOf(catalogue: SeedCatalogue['catalogue'], variant: Variant): string {
  return catalogue.products.get(variant.productId)?.title ?? 'Unknown product';
}

/**
 * Where an order stands among the variants of its trouble, 0 to 1: spread evenly over the orders of its kind, so that
 * a store with few of them still has several variants.
 */
export function variantOf(entry: OrderPlanEntry): number {
  return (0.05 + entry.ordinal * 0.618_034) % 1;
}
