import type { Trouble } from '../../../shared/domain/trouble.ts';
import type { FulfilmentProduct, Product, Variant } from '../../../shared/domain/catalog.ts';
import type { Gid } from '../../../shared/domain/ids.ts';
import type { Millis, Order, OrderPart } from '../../../shared/domain/order.ts';
import type { BulkForm } from './bulk/bulk-form.ts';
import type { WholeProduct } from './bulk/bulk-products.ts';

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
  /** Points that the store lets the app spend; null: nothing was read yet. */
  budget(): { readonly available: number; readonly restoreRate: number } | null;
  readonly bulk: BulkReader;
  /** Who put tags on an order, from its events; null where the app may not see events. */
  tagEvents(gid: Gid<'Order'>, signal?: AbortSignal): Promise<{ events: Order['tagEvents']; cost: number }>;
}

export type BulkKind = 'orders' | 'products';

/** A bulk operation as Shopify says it is. */
export interface BulkOperation {
  readonly id: string;
  /**
   * running: it has not ended · completed · failed: broken off, `file` may hold what there was · denied: it asked for a
   * field that the token may not see · canceled: by whoever · expired: its result is gone
   */
  readonly status: 'running' | 'completed' | 'failed' | 'denied' | 'canceled' | 'expired';
  /** By the store's clock, UTC ms. What it writes is at least as new. */
  readonly createdAt: Millis;
  /** Objects written so far, and those of them that are orders or products. */
  readonly objects: number;
  readonly roots: number;
  /** Where its lines are, once it has ended; null: it wrote none. */
  readonly file: { readonly url: string; readonly isPartial: boolean; readonly bytes: number | null } | null;
}

/** What a bulk operation wrote, from a byte on. */
export type BulkFile =
  | {
      readonly kind: 'open';
      /** The byte that `chunks` begin at: the one asked for, or 0 where the server has no ranges. */
      readonly from: number;
      readonly chunks: AsyncIterable<Uint8Array>;
    }
  | { readonly kind: 'past_end' }
  /** The address no longer leads to it. */
  | { readonly kind: 'expired' };

/** Reading one store through bulk operations. Throws as `StoreReader` does. */
export interface BulkReader {
  readonly orders: (signal?: AbortSignal) => Promise<BulkForm<unknown, unknown, Order>>;
  readonly products: (signal?: AbortSignal) => Promise<BulkForm<unknown, unknown, WholeProduct>>;
  /** What queries ask for now, as text to compare: lines of a query that asked for something else do not fit. */
  composition(signal?: AbortSignal): Promise<string>;
  /** @param createdSince orders created before are left out, UTC ms */
  start(
    kind: BulkKind,
    createdSince: Millis,
    signal?: AbortSignal,
  ): Promise<
    | { readonly kind: 'started'; readonly operation: BulkOperation }
    /** `reason`: a clause in Shopify's words. */
    | { readonly kind: 'refused'; readonly reason: string }
  >;
  /** null: Shopify no longer knows it. */
  state(id: string, signal?: AbortSignal): Promise<BulkOperation | null>;
  cancel(id: string, signal?: AbortSignal): Promise<void>;
  /** What reading `chunks` throws is for `networkFailure`. */
  open(url: string, from: number, signal?: AbortSignal): Promise<BulkFile>;
}

/** What the fulfilment platform knows of one order. */
export interface PlatformOrder {
  readonly id: string;
  /** The Shopify order number or name: `5123`, `#1001` or `1001`. */
  readonly externalId: string;
  readonly status: string;
  readonly message: string | null;
}

/** How many of a product of the fulfilment platform are left for orders that it has not taken in yet. */
export interface ProductStock {
  readonly product: string;
  readonly available: number;
}

/** Reading the fulfilment platform. Throws as `StoreReader` does. */
export interface PlatformReader {
  orders(signal?: AbortSignal): Promise<readonly PlatformOrder[]>;
  products(signal?: AbortSignal): Promise<readonly FulfilmentProduct[]>;
  /** null: it does not tell. Products that are not in it are unknown, not out of stock. */
  stock(signal?: AbortSignal): Promise<readonly ProductStock[] | null>;
}
