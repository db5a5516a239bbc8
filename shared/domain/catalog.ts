import type { Gid } from './ids.ts';

export interface Variant {
  readonly gid: Gid<'ProductVariant'>;
  readonly product: Gid<'Product'>;
  readonly title: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly inventoryItem: Gid<'InventoryItem'>;
  /** The “this is a physical product” box, now. */
  readonly requiresShipping: boolean;
  /** What the link metafield says; null: none. Only meaningful where the store's link route is `metafield`. */
  readonly linkMetafield: LinkMetafield | null;
}

export interface LinkMetafield {
  readonly product: string;
  readonly active: boolean;
  /** Shopify's `compareDigest`: a write that carries it fails when somebody else wrote in between. */
  readonly digest: string;
}

export interface Product {
  readonly gid: Gid<'Product'>;
  readonly title: string;
  readonly tags: readonly string[];
}

/** A product or bundle of the fulfilment platform, e.g. id `DIGG-000123-0001`. */
export interface FulfilmentProduct {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly bundle: boolean;
}

/** Variant -> fulfilment product, active or not. */
export interface ProductLink {
  readonly product: string;
  readonly active: boolean;
}

/** Where a product link lives in Shopify when a store's link route is `metafield`: JSON `{"product":"…","active":true}`. */
export const LINK_METAFIELD = { namespace: 'fulfilment', key: 'product_link', type: 'json' } as const;
