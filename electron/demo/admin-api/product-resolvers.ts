import { createHash } from 'node:crypto';
import { toGid } from '../gid.ts';
import type { Metafield, Product, Variant } from '../shop/catalogue.ts';
import { connectionOf, type PageArgs } from './connection.ts';
import { asNode, type Field, type TypeResolvers } from './context.ts';
import { decimalOf } from './money.ts';

/** An inventory item is the same thing as its variant, seen from the warehouse. */
export interface InventoryItemSource {
  readonly variant: Variant;
}

const inventoryItems = new WeakMap<Variant, InventoryItemSource>();

/** The inventory item of a variant. */
export function inventoryItemOf(variant: Variant): InventoryItemSource {
  const known = inventoryItems.get(variant);
  if (known !== undefined) return known;
  const item = asNode('InventoryItem', { variant });
  inventoryItems.set(variant, item);
  return item;
}

/** What `compareDigest` has to match for a guarded write. */
export function digestOf(metafield: Metafield): string {
  return createHash('sha256').update(metafield.value).digest('hex');
}

/** The metafield of a variant by its key; apps that give no namespace mean their own. */
export function metafieldOf(
  variant: Variant,
  namespace: string | null | undefined,
  key: string,
): Metafield | null {
  const found = variant.metafields.find(
    (each) => each.key === key && each.namespace === (namespace ?? 'app'),
  );
  return found === undefined ? null : asNode('Metafield', found);
}

const product: Readonly<Record<string, Field<Product>>> = {
  id: (each) => toGid('Product', each.id),
  legacyResourceId: (each) => String(each.id),
  productType: () => '',
  onlineStoreUrl: (each, _, { shop }) => `https://${shop.profile.slug}.myshopify.com/products/${each.handle}`,
  metafield: () => null,
  variantsCount: (each) => ({ count: each.variantIds.length, precision: 'EXACT' }),
};

const variants: Field<Product, PageArgs> = (each, args, context) =>
  connectionOf(
    each.variantIds.flatMap((id) => {
      const variant = context.shop.catalogue.variants.get(id);
      return variant === undefined ? [] : [asNode('ProductVariant', variant)];
    }),
    args,
    context,
  );

const variant: Readonly<Record<string, Field<Variant>>> = {
  id: (each) => toGid('ProductVariant', each.id),
  legacyResourceId: (each) => String(each.id),
  displayName: (each, _, { shop }) =>
    `${shop.catalogue.products.get(each.productId)?.title ?? ''} - ${each.title}`,
  price: (each, _, { shop }) => decimalOf(each.price, shop.profile),
  inventoryItem: (each) => inventoryItemOf(each),
  product: (each, _, { shop }) => shop.catalogue.products.get(each.productId),
};

const metafield: Field<Variant, { namespace?: string | null; key: string }> = (each, { namespace, key }) =>
  metafieldOf(each, namespace, key);

const inventoryItem: Readonly<Record<string, Field<InventoryItemSource>>> = {
  id: ({ variant }) => toGid('InventoryItem', variant.inventoryItemId),
  legacyResourceId: ({ variant }) => String(variant.inventoryItemId),
  sku: ({ variant }) => variant.sku,
  requiresShipping: ({ variant }) => variant.requiresShipping,
  tracked: ({ variant }) => variant.tracked,
  createdAt: ({ variant }) => variant.createdAt,
  updatedAt: ({ variant }) => variant.updatedAt,
};

const metafieldFields: Readonly<Record<string, Field<Metafield>>> = {
  id: (each) => toGid('Metafield', each.id),
  legacyResourceId: (each) => String(each.id),
  compareDigest: (each) => digestOf(each),
};

/** Resolvers of products, variants, inventory items and metafields. */
export const productResolvers: Readonly<Record<string, TypeResolvers>> = {
  Product: { ...product, variants },
  ProductVariant: { ...variant, metafield },
  InventoryItem: inventoryItem,
  Metafield: metafieldFields,
};
