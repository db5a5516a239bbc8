import type { FulfilmentProduct, Product, Variant } from '../../shared/domain/catalog.ts';
import { gid, type Gid } from '../../shared/domain/ids.ts';

/** Products 0 to 154 of each store, two variants each, by what is the matter with them. */
export const PRODUCTS = {
  sound: { from: 0, count: 130 },
  unlinked: { from: 130, count: 10 },
  digital: { from: 140, count: 10 },
  /** Named by line items only: the store no longer has them. */
  gone: { from: 150, count: 5 },
} as const;
export const VARIANTS_PER_PRODUCT = 2;

const KINDS = ['Merino sweater', 'Linen shirt', 'Canvas tote', 'Stoneware bowl', 'Desk lamp', 'Wool throw'];
const COLOURS = ['forest green', 'off-white', 'midnight blue', 'terracotta', 'charcoal'];
const SIZES = ['Small', 'Large'];

export const productGid = (store: number, product: number): Gid<'Product'> =>
  gid('Product', `gid://shopify/Product/${8_000_000_000_000 + store * 1000 + product}`);

export const variantGid = (store: number, product: number, variant: number): Gid<'ProductVariant'> =>
  gid(
    'ProductVariant',
    `gid://shopify/ProductVariant/${44_000_000_000_000 + (store * 1000 + product) * 10 + variant}`,
  );

export const titleOf = (product: number): string =>
  `${KINDS[product % KINDS.length] ?? ''}, ${COLOURS[product % COLOURS.length] ?? ''}, no. ${product}`;
export const optionOf = (variant: number): string => SIZES[variant % SIZES.length] ?? '';
export const skuOf = (product: number, variant: number): string =>
  `BN-${String(product).padStart(4, '0')}-${variant}`;

export interface SyntheticCatalog {
  readonly products: readonly Product[];
  readonly variants: readonly Variant[];
  readonly fulfilmentProducts: readonly FulfilmentProduct[];
  /** Every product that a line item may name, also those that are gone. */
  readonly asked: readonly Gid<'Product'>[];
}

/** What store `store` sells, and what the platform has of it. */
export function syntheticCatalog(store: number): SyntheticCatalog {
  const numbers = (part: { from: number; count: number }): readonly number[] =>
    Array.from({ length: part.count }, (_, at) => part.from + at);
  const there = [...numbers(PRODUCTS.sound), ...numbers(PRODUCTS.unlinked), ...numbers(PRODUCTS.digital)];
  return {
    products: there.map((product) => ({
      gid: productGid(store, product),
      title: titleOf(product),
      tags: ['autumn', `shelf-${product % 12}`],
    })),
    variants: there.flatMap((product) =>
      Array.from({ length: VARIANTS_PER_PRODUCT }, (_, variant) => aVariant(store, product, variant)),
    ),
    fulfilmentProducts: there.map((product) => ({
      id: `BNCH-${String(product).padStart(6, '0')}`,
      name: titleOf(product),
      sku: skuOf(product, 0),
      barcode: null,
      bundle: false,
    })),
    asked: [...there, ...numbers(PRODUCTS.gone)].map((product) => productGid(store, product)),
  };
}

function aVariant(store: number, product: number, variant: number): Variant {
  const isIn = ({ from, count }: { from: number; count: number }): boolean =>
    product >= from && product < from + count;
  return {
    gid: variantGid(store, product, variant),
    product: productGid(store, product),
    title: optionOf(variant),
    sku: skuOf(product, variant),
    barcode: null,
    inventoryItem: gid(
      'InventoryItem',
      `gid://shopify/InventoryItem/${46_000_000_000_000 + product * 10 + variant}`,
    ),
    requiresShipping: !isIn(PRODUCTS.digital),
    linkMetafield: isIn(PRODUCTS.unlinked)
      ? null
      : { product: `BNCH-${String(product).padStart(6, '0')}`, active: true, digest: `d${product}` },
  };
}
