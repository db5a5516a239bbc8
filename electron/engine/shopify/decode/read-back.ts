import { z } from 'zod';
import { rawPaymentTerms } from './order.ts';
import { rawLinkMetafield } from './product.ts';
import { dateTime, gidOf, money, pageInfo } from './scalars.ts';
import { shippingAddress } from './mutation.ts';

const text = z.string().nullable();

const version = { id: gidOf('Order'), updatedAt: dateTime };

export const orderTagsAnswer = z
  .object({ order: z.object({ ...version, tags: z.array(z.string()) }).nullable() })
  .transform((data) => data.order);
export type OrderTags = z.output<typeof orderTagsAnswer>;

export const orderStateAnswer = z
  .object({
    order: z
      .object({
        ...version,
        displayFinancialStatus: text,
        canMarkAsPaid: z.boolean(),
        merchantEditable: z.boolean(),
        merchantEditableErrors: z.array(z.string()),
      })
      .nullable(),
  })
  .transform((data) => data.order);
/** What state-guarded writes compare and prove: null when the order is gone. */
export type OrderState = z.output<typeof orderStateAnswer>;

export const orderFulfilledAnswer = z
  .object({
    order: z
      .object({
        ...version,
        displayFulfillmentStatus: z.string(),
        fulfillments: z.array(z.object({ id: gidOf('Fulfillment'), status: z.string() })),
      })
      .nullable(),
  })
  .transform((data) => data.order);
export type OrderFulfilled = z.output<typeof orderFulfilledAnswer>;

export const orderAddressAnswer = z
  .object({ order: z.object({ id: gidOf('Order'), updatedAt: dateTime, shippingAddress }).nullable() })
  .transform((data) => data.order);
export type OrderAddress = z.output<typeof orderAddressAnswer>;

export const orderContactAnswer = z
  .object({
    order: z.object({ id: gidOf('Order'), updatedAt: dateTime, email: text, phone: text }).nullable(),
  })
  .transform((data) => data.order);
export type OrderContact = z.output<typeof orderContactAnswer>;

export const orderPaymentTermsAnswer = z
  .object({ order: z.object({ id: gidOf('Order'), paymentTerms: rawPaymentTerms.nullable() }).nullable() })
  .transform((data) => data.order?.paymentTerms?.paymentSchedules.nodes ?? []);
export type OrderSchedules = z.output<typeof orderPaymentTermsAnswer>;

export const orderAgreementsAnswer = z
  .object({
    order: z
      .object({
        agreements: z.object({
          nodes: z.array(z.object({ id: z.string(), happenedAt: dateTime, reason: z.string() })),
        }),
      })
      .nullable(),
  })
  .transform((data) => data.order?.agreements.nodes ?? []);
/** `reason` is ORDER_EDIT for a committed order edit. */
export type OrderAgreements = z.output<typeof orderAgreementsAnswer>;

export const orderShippingLinesAnswer = z
  .object({
    order: z
      .object({ shippingLines: z.object({ nodes: z.array(z.object({ title: z.string() })) }) })
      .nullable(),
  })
  .transform((data) => data.order?.shippingLines.nodes.map(({ title }) => title) ?? []);
export type ShippingTitles = z.output<typeof orderShippingLinesAnswer>;

export const ordersBySourceAnswer = z
  .object({
    orders: z.object({
      nodes: z.array(
        z.object({ id: gidOf('Order'), name: z.string(), sourceIdentifier: text, createdAt: dateTime }),
      ),
    }),
  })
  .transform((data) => data.orders.nodes);
export type OrdersBySource = z.output<typeof ordersBySourceAnswer>;

export const variantStateAnswer = z
  .object({
    productVariant: z
      .object({
        id: gidOf('ProductVariant'),
        updatedAt: dateTime,
        sku: text,
        product: z.object({ id: gidOf('Product') }),
        inventoryItem: z.object({ id: gidOf('InventoryItem'), requiresShipping: z.boolean() }),
        metafield: rawLinkMetafield.nullable(),
      })
      .nullable(),
  })
  .transform((data) => data.productVariant);
export type VariantState = z.output<typeof variantStateAnswer>;

export const productStateAnswer = z
  .object({
    product: z.object({ id: gidOf('Product'), updatedAt: dateTime, tags: z.array(z.string()) }).nullable(),
  })
  .transform((data) => data.product);
export type ProductState = z.output<typeof productStateAnswer>;

const shopMoney = z.object({ shopMoney: money });

export const orderToRecreateAnswer = z
  .object({
    order: z
      .object({
        id: gidOf('Order'),
        name: z.string(),
        email: text.optional(),
        phone: text.optional(),
        note: text,
        tags: z.array(z.string()),
        test: z.boolean(),
        displayFinancialStatus: text,
        currentTotalPriceSet: shopMoney,
        shippingAddress: shippingAddress.optional(),
        customAttributes: z.array(z.object({ key: z.string(), value: text })),
        shippingLine: z.object({ title: z.string(), code: text, originalPriceSet: shopMoney }).nullable(),
        lineItems: z.object({
          nodes: z.array(
            z.object({
              id: gidOf('LineItem'),
              title: z.string(),
              variantTitle: text,
              sku: text,
              vendor: text,
              quantity: z.int(),
              currentQuantity: z.int(),
              requiresShipping: z.boolean(),
              isGiftCard: z.boolean(),
              variant: z.object({ id: gidOf('ProductVariant') }).nullish(),
              product: z.object({ id: gidOf('Product') }).nullish(),
              discountedUnitPriceSet: shopMoney,
              customAttributes: z.array(z.object({ key: z.string(), value: text })),
            }),
          ),
          pageInfo,
        }),
      })
      .nullable(),
  })
  .transform((data) => data.order);
export type OrderToRecreate = z.output<typeof orderToRecreateAnswer>;
