import { z } from 'zod';
import { rawLinkMetafield } from './product.ts';
import { rawAddress, toAddress } from './order.ts';
import { payload } from './payload.ts';
import { dateTime, gidOf, pageInfo } from './scalars.ts';

/*
 * Answers of mutations: the touched fields as Shopify has them afterwards, and `userErrors`. `updatedAt` (UTC ms) is
 * the version from which on a sync shows the effect.
 */
const text = z.string().nullable();
const order = { id: gidOf('Order'), updatedAt: dateTime };

const taggedNode = z
  .object({ tags: z.array(z.string()).optional(), updatedAt: dateTime.optional() })
  .nullable()
  .transform((node) =>
    node?.tags && node.updatedAt !== undefined ? { tags: node.tags, updatedAt: node.updatedAt } : null,
  );

export const tagsAddAnswer = z
  .object({ tagsAdd: payload({ node: taggedNode }) })
  .transform((data) => data.tagsAdd);
export const tagsRemoveAnswer = z
  .object({ tagsRemove: payload({ node: taggedNode }) })
  .transform((data) => data.tagsRemove);

export const shippingAddress = rawAddress
  .nullable()
  .transform((address) => (address ? toAddress(address) : null));

export const orderAddressSetAnswer = z
  .object({ orderUpdate: payload({ order: z.object({ ...order, shippingAddress }).nullable() }) })
  .transform((data) => data.orderUpdate);

export const orderContactSetAnswer = z
  .object({ orderUpdate: payload({ order: z.object({ ...order, email: text, phone: text }).nullable() }) })
  .transform((data) => data.orderUpdate);

export const requiresShippingSetAnswer = z
  .object({
    inventoryItemUpdate: payload({
      inventoryItem: z.object({ id: gidOf('InventoryItem'), requiresShipping: z.boolean() }).nullable(),
    }),
  })
  .transform((data) => data.inventoryItemUpdate);

export const fulfillmentCancelAnswer = z
  .object({
    fulfillmentCancel: payload({
      fulfillment: z.object({ id: gidOf('Fulfillment'), status: z.string() }).nullable(),
    }),
  })
  .transform((data) => data.fulfillmentCancel);

export const orderMarkAsPaidAnswer = z
  .object({
    orderMarkAsPaid: payload({ order: z.object({ ...order, displayFinancialStatus: text }).nullable() }),
  })
  .transform((data) => data.orderMarkAsPaid);

export const paymentReminderSendAnswer = z
  .object({ paymentReminderSend: payload({ success: z.boolean().nullable() }) })
  .transform((data) => data.paymentReminderSend);

export const orderInvoiceSendAnswer = z
  .object({ orderInvoiceSend: payload({ order: z.object(order).nullable() }) })
  .transform((data) => data.orderInvoiceSend);

export const orderCreateAnswer = z
  .object({
    orderCreate: payload({
      order: z.object({ ...order, name: z.string(), sourceIdentifier: text }).nullable(),
    }),
  })
  .transform((data) => data.orderCreate);

export const metafieldsSetAnswer = z
  .object({ metafieldsSet: payload({ metafields: z.array(rawLinkMetafield).nullable() }) })
  .transform((data) => data.metafieldsSet);

export const variantSkuSetAnswer = z
  .object({
    productVariantsBulkUpdate: payload({
      productVariants: z.array(z.object({ id: gidOf('ProductVariant'), sku: text })).nullable(),
    }),
  })
  .transform((data) => data.productVariantsBulkUpdate);

const calculatedLine = z.object({
  id: z.string(),
  quantity: z.int(),
  title: z.string(),
  sku: text,
  variant: z.object({ id: gidOf('ProductVariant') }).nullable(),
});
const calculatedOrder = z.object({ id: gidOf('CalculatedOrder') }).nullable();

export const orderEditBeginAnswer = z
  .object({
    orderEditBegin: payload({
      calculatedOrder: z
        .object({
          id: gidOf('CalculatedOrder'),
          lineItems: z.object({ nodes: z.array(calculatedLine), pageInfo }),
        })
        .nullable(),
    }),
  })
  .transform((data) => data.orderEditBegin);

export const orderEditSetQuantityAnswer = z
  .object({ orderEditSetQuantity: payload({ calculatedOrder }) })
  .transform((data) => data.orderEditSetQuantity);

export const orderEditAddVariantAnswer = z
  .object({ orderEditAddVariant: payload({ calculatedOrder }) })
  .transform((data) => data.orderEditAddVariant);

export const orderEditAddShippingLineAnswer = z
  .object({ orderEditAddShippingLine: payload({ calculatedOrder }) })
  .transform((data) => data.orderEditAddShippingLine);

export const orderEditCommitAnswer = z
  .object({
    orderEditCommit: payload({
      order: z.object(order).nullable(),
      successMessages: z.array(z.string()).nullable(),
    }),
  })
  .transform((data) => data.orderEditCommit);
