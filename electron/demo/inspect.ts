import type { Merchant } from './merchant.ts';
import type { ErrorType, OrderPlanEntry } from './merchants/order-plan.ts';
import type { PlatformSettings } from './platform/judge.ts';
import type { PlatformOrder } from './platform/platform.ts';
import type { FulfilmentProduct, Product, Variant } from './shop/catalogue.ts';
import type { Order } from './shop/order.ts';
import { fulfillmentStatusOf, type FulfillmentDisplay } from './shop/order-facts.ts';
import type { MutationRecord } from './shop/shop.ts';
import { requireOrder } from './somebody-else.ts';

type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** An order as it truly is, beside what it was seeded to be and what the platform thinks of it. */
export interface InspectedOrder {
  readonly order: DeepReadonly<Order>;
  readonly fulfillmentStatus: FulfillmentDisplay;
  readonly platform: PlatformOrder;
  /** Null for orders created since the start. */
  readonly seededAs: OrderPlanEntry | null;
}

/** Read-only view of a store's true state. */
export interface Inspection {
  /** All orders, oldest first; built one by one, so a large store is not held in memory. */
  orders(): Generator<InspectedOrder>;
  /** By name, number or gid. */
  order(reference: string): InspectedOrder;
  /** Orders seeded with this deciding error. */
  withError(error: ErrorType): InspectedOrder[];
  readonly products: readonly DeepReadonly<Product>[];
  readonly variants: readonly DeepReadonly<Variant>[];
  readonly fulfilmentProducts: readonly DeepReadonly<FulfilmentProduct>[];
  readonly platformSettings: DeepReadonly<PlatformSettings>;
  /** Every mutation executed over the API, in order, with its effect. */
  readonly mutations: readonly MutationRecord[];
}

/** Looks into a merchant. */
export function inspectMerchant(merchant: Merchant): Inspection {
  const { shop, plan, platform } = merchant;
  const at = (index: number): InspectedOrder => {
    platform.settle();
    const order = shop.orders.peek(index);
    if (order === null) throw new Error(`There is no order at position ${index}.`);
    return {
      order,
      fulfillmentStatus: fulfillmentStatusOf(order),
      platform: platform.stateOf(index),
      seededAs: index < plan.count ? plan.entryOf(index) : null,
    };
  };
  function* orders(): Generator<InspectedOrder> {
    for (let index = 0; index < shop.orders.size; index++) yield at(index);
  }
  return {
    orders,
    order: (reference) => at(requireOrder(shop, reference)),
    withError: (error) => {
      const found: InspectedOrder[] = [];
      for (let index = 0; index < plan.count; index++)
        if (plan.entryOf(index).errors[0] === error) found.push(at(index));
      return found;
    },
    products: [...shop.catalogue.products.values()],
    variants: [...shop.catalogue.variants.values()],
    fulfilmentProducts: shop.goods.fulfilment,
    platformSettings: platform.settings,
    mutations: shop.log,
  };
}
