import { z } from 'zod';
import type { LinkMetafield, Product, Variant } from '../../../../shared/domain/catalog.ts';
import type { Gid } from '../../../../shared/domain/ids.ts';
import { dateTime, gidOf, pageInfo } from './scalars.ts';

const text = z.string().nullable();

/** The link metafield as Shopify has it: its text and the digest that guards a write. */
export const rawLinkMetafield = z.object({ value: z.string(), compareDigest: z.string() });
export type RawLinkMetafield = z.output<typeof rawLinkMetafield>;

export const rawVariant = z.object({
  id: gidOf('ProductVariant'),
  title: z.string(),
  sku: text,
  barcode: text,
  inventoryItem: z.object({ id: gidOf('InventoryItem'), requiresShipping: z.boolean() }),
  metafield: rawLinkMetafield.nullable(),
});
const rawVariants = z.object({ nodes: z.array(rawVariant), pageInfo });
export type RawVariants = z.output<typeof rawVariants>;

export const rawProduct = z.object({
  id: gidOf('Product'),
  title: z.string(),
  tags: z.array(z.string()),
  updatedAt: dateTime,
  variants: rawVariants,
});
export type RawProduct = z.output<typeof rawProduct>;

const rawProductsPage = z.object({ nodes: z.array(rawProduct), pageInfo });
export type RawProductsPage = z.output<typeof rawProductsPage>;

export const productsByIdsAnswer = z
  .object({ nodes: z.array(rawProduct.nullable()) })
  .transform(({ nodes }) => nodes);
export const productsPageAnswer = z
  .object({ products: rawProductsPage })
  .transform(({ products }) => products);
export const productVariantsAnswer = z
  .object({ product: z.object({ variants: rawVariants }).nullable() })
  .transform(({ product }) => product?.variants ?? null);

const linkValue = z.object({ product: z.string().min(1), active: z.boolean() });

/**
 * The link that a metafield holds; null when its text is no link. A creation guarded by “no metafield yet” then
 * fails, so that what somebody else put there is never overwritten unseen.
 */
export function linkMetafield(raw: RawLinkMetafield | null): LinkMetafield | null {
  if (!raw) return null;
  const link = linkValue.safeParse(parseJson(raw.value));
  return link.success ? { ...link.data, digest: raw.compareDigest } : null;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

export function toProduct({ id, title, tags }: Omit<RawProduct, 'variants'>): Product {
  return { gid: id, title, tags };
}

export function toVariant(raw: RawVariants['nodes'][number], product: Gid<'Product'>): Variant {
  return {
    gid: raw.id,
    product,
    title: raw.title,
    sku: raw.sku,
    barcode: raw.barcode,
    inventoryItem: raw.inventoryItem.id,
    requiresShipping: raw.inventoryItem.requiresShipping,
    linkMetafield: linkMetafield(raw.metafield),
  };
}
