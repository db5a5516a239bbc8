import type { Trouble } from '../../../shared/domain/trouble.ts';
import type { FulfilmentProduct, Product, Variant } from '../../../shared/domain/catalog.ts';
import type { Gid } from '../../../shared/domain/ids.ts';
import type { Millis, Order, OrderPart } from '../../../shared/domain/order.ts';

/** What the API said about the shop and about what this token may see. */
export interface ShopProbe {
  readonly name: string;
  readonly domain: string;
  readonly currency: string;
  readonly scopes: readonly string[];
  readonly missingScopes: readonly { readonly scope: string; readonly costs: string }[];
  /** Parts of orders that the API withholds from this app. */
  readonly redacted: readonly OrderPart[];
}

/** An order that the store has and whose answer does not fit. */
export interface UnreadOrder {
  /** null: not even its id could be read. */
  readonly gid: Gid<'Order'> | null;
  /** Names the field. */
  readonly trouble: Trouble;
}

/** Orders that were read, and those that could not be and keep nothing from the others. */
export interface ReadOrders {
  readonly orders: readonly Order[];
  readonly unread: readonly UnreadOrder[];
}

/** One page of orders updated in a range, oldest update first. `cost`: API points it took. */
export interface OrdersPage extends ReadOrders {
  readonly next: string | null;
  readonly cost: number;
}

export interface OrdersRange {
  /** Inclusive lower bound on updatedAt, UTC ms; null: from the beginning. */
  readonly from: Millis | null;
  /** Inclusive frozen upper bound on updatedAt, UTC ms. */
  readonly to: Millis;
  /** Only orders created at or after this, UTC ms. */
  readonly createdSince: Millis;
  readonly after: string | null;
}

/**
 * Reading one store's Admin API. Every method throws `UnstuckError` with code `offline`, `unauthorized`,
 * `missing_scope` or `bad_answer`; throttling is waited out inside, within the signal.
 */
export interface StoreReader {
  probe(signal?: AbortSignal): Promise<ShopProbe>;
  ordersPage(range: OrdersRange, signal?: AbortSignal): Promise<OrdersPage>;
  /**
   * How many orders `ordersPage` gives from the start of the range to its end, as far as the search index knows; null:
   * Shopify does not say exactly.
   */
  ordersUpdatedCount(
    range: Omit<OrdersRange, 'after'>,
    signal?: AbortSignal,
  ): Promise<{ count: number | null; cost: number }>;
  /** How many orders were created in a time (UTC ms, whole seconds), as `ordersUpdatedCount`. */
  ordersCreatedCount(
    window: { readonly from: Millis; readonly before: Millis },
    signal?: AbortSignal,
  ): Promise<{ count: number | null; cost: number }>;
  /** Which they are, and when each last changed. */
  ordersCreated(
    window: { readonly from: Millis; readonly before: Millis },
    signal?: AbortSignal,
  ): Promise<{ stamps: readonly { gid: Gid<'Order'>; updatedAt: Millis }[]; cost: number }>;
  /** Orders read now, past the search index's delay; an order that is gone is left out. `cost` as in OrdersPage. */
  ordersByGid(gids: readonly Gid<'Order'>[], signal?: AbortSignal): Promise<ReadOrders & { cost: number }>;
  /** Products with all their variants; what is gone is left out (and so shows as deleted). */
  catalogByProduct(
    gids: readonly Gid<'Product'>[],
    signal?: AbortSignal,
  ): Promise<{ products: readonly Product[]; variants: readonly Variant[]; cost: number }>;
  /** Products updated in a range, with their variants, for changes that touch no order. */
  productsUpdated(
    range: { from: Millis; to: Millis; after: string | null },
    signal?: AbortSignal,
  ): Promise<{
    products: readonly Product[];
    variants: readonly Variant[];
    next: string | null;
    cost: number;
  }>;
  /** Who put tags on an order, from its events; null where the app may not see events. */
  tagEvents(gid: Gid<'Order'>, signal?: AbortSignal): Promise<{ events: Order['tagEvents']; cost: number }>;
}

/** What the fulfilment platform knows of one order. */
export interface PlatformOrder {
  readonly id: string;
  /** The Shopify order number or name: `5123`, `#1001` or `1001`. */
  readonly externalId: string;
  readonly status: string;
  readonly message: string | null;
}

/** Reading the fulfilment platform. Throws as `StoreReader` does. */
export interface PlatformReader {
  orders(signal?: AbortSignal): Promise<readonly PlatformOrder[]>;
  products(signal?: AbortSignal): Promise<readonly FulfilmentProduct[]>;
}
