import { z } from 'zod';
import type { FulfilmentProduct } from '../../../shared/domain/catalog.ts';
import type { PlatformOrder, ProductStock } from '../shopify/store-api.ts';

/*
 * Bigblue's Store API as far as this app reads it. What was not seen in documentation is decoded leniently: external
 * ids as text or number, SKU and bundle components optional, an absent page token as the end.
 */
const blank = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null);
const id = z.union([z.string().min(1), z.int().transform(String)]);
const nextPageToken = blank;

const platformOrder = z
  .object({
    id,
    external_id: id.nullish(),
    status: z.object({ code: z.string(), message: blank }).nullish(),
  })
  .transform((order): PlatformOrder => ({
    id: order.id,
    externalId: order.external_id ?? '',
    status: order.status?.code ?? '',
    message: order.status?.message ?? null,
  }));

export const listOrdersAnswer = z
  .object({ orders: z.array(platformOrder).nullish(), next_page_token: nextPageToken })
  .transform((page) => ({ items: page.orders ?? [], next: page.next_page_token }));

const fulfilmentProduct = z
  .object({
    id,
    name: blank,
    sku: blank,
    barcode: blank,
    components: z.array(z.unknown()).nullish(),
  })
  .transform((product): FulfilmentProduct => ({
    id: product.id,
    name: product.name ?? product.id,
    sku: product.sku,
    barcode: product.barcode,
    bundle: (product.components?.length ?? 0) > 0,
  }));

export const listProductsAnswer = z
  .object({ products: z.array(fulfilmentProduct).nullish(), next_page_token: nextPageToken })
  .transform((page) => ({ items: page.products ?? [], next: page.next_page_token }));

const inventory = z.object({
  product: id,
  available: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^-?\d+$/)
        .transform(Number),
    ])
    .nullish(),
});

/** A product whose number is not told is left out: unknown. */
export const listInventoriesAnswer = z
  .object({ inventories: z.array(inventory).nullish(), next_page_token: nextPageToken })
  .transform((page) => ({
    items: (page.inventories ?? []).flatMap(({ product, available }): ProductStock[] =>
      available === null || available === undefined ? [] : [{ product, available }],
    ),
    next: page.next_page_token,
  }));

/** Every refusal has this shape, e.g. `{"code":"unauthenticated","msg":"Invalid API key"}`. */
export const refusal = z.object({ code: z.string(), msg: z.string() });
