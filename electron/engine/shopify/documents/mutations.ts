import type { z } from 'zod';
import type {
  FulfillmentCancelMutationVariables,
  MetafieldsSetMutationVariables,
  OrderAddressSetMutationVariables,
  OrderContactSetMutationVariables,
  OrderCreateMutationVariables,
  OrderInvoiceSendMutationVariables,
  OrderMarkAsPaidMutationVariables,
  PaymentReminderSendMutationVariables,
  RequiresShippingSetMutationVariables,
  TagsAddMutationVariables,
  TagsRemoveMutationVariables,
  VariantSkuSetMutationVariables,
} from '../admin-operations.generated.ts';
import * as answers from '../decode/mutation.ts';
import { type AdminDocument, adminDocument } from './document.ts';
import { addressFields } from './order-fields.ts';
import type { DocumentParts } from './parts.ts';

type Answer<K extends keyof typeof answers> = z.output<(typeof answers)[K]>;

const TAGGED = `node {
      ... on Order { tags updatedAt }
      ... on Product { tags updatedAt }
    }
    userErrors { field message }`;

/** Adds tags to an order or product; those already there are no error. */
export const TAGS_ADD: AdminDocument<TagsAddMutationVariables, Answer<'tagsAddAnswer'>> = adminDocument(
  `#graphql
mutation TagsAdd($id: ID!, $tags: [String!]!) {
  tagsAdd(id: $id, tags: $tags) {
    ${TAGGED}
  }
}`,
  answers.tagsAddAnswer,
);

/** Removes tags from an order or product; those not there are no error. */
export const TAGS_REMOVE: AdminDocument<
  TagsRemoveMutationVariables,
  Answer<'tagsRemoveAnswer'>
> = adminDocument(
  `#graphql
mutation TagsRemove($id: ID!, $tags: [String!]!) {
  tagsRemove(id: $id, tags: $tags) {
    ${TAGGED}
  }
}`,
  answers.tagsRemoveAnswer,
);

/**
 * Sets an order's shipping address as a whole: the touched fields and the current rest (outbox invariant 6).
 * `parts`: what of an address this store lets the app read back.
 */
export function orderAddressSetDocument(
  parts: DocumentParts,
): AdminDocument<OrderAddressSetMutationVariables, Answer<'orderAddressSetAnswer'>> {
  return adminDocument(
    `#graphql
mutation OrderAddressSet($id: ID!, $address: MailingAddressInput!) {
  orderUpdate(input: { id: $id, shippingAddress: $address }) {
    order { id updatedAt shippingAddress { ${addressFields(parts)} } }
    userErrors { field message }
  }
}`,
    answers.orderAddressSetAnswer,
  );
}

/** Sets an order's own e-mail address and phone number; what is left out of the input stays as it is. */
export const ORDER_CONTACT_SET: AdminDocument<
  OrderContactSetMutationVariables,
  Answer<'orderContactSetAnswer'>
> = adminDocument(
  `#graphql
mutation OrderContactSet($input: OrderInput!) {
  orderUpdate(input: $input) {
    order { id updatedAt email phone }
    userErrors { field message }
  }
}`,
  answers.orderContactSetAnswer,
);

/** The “this is a physical product” box of a variant. */
export const REQUIRES_SHIPPING_SET: AdminDocument<
  RequiresShippingSetMutationVariables,
  Answer<'requiresShippingSetAnswer'>
> = adminDocument(
  `#graphql
mutation RequiresShippingSet($id: ID!, $requiresShipping: Boolean!) {
  inventoryItemUpdate(id: $id, input: { requiresShipping: $requiresShipping }) {
    inventoryItem { id requiresShipping }
    userErrors { field message }
  }
}`,
  answers.requiresShippingSetAnswer,
);

/** Cancels one fulfilment; irreversible. */
export const FULFILLMENT_CANCEL: AdminDocument<
  FulfillmentCancelMutationVariables,
  Answer<'fulfillmentCancelAnswer'>
> = adminDocument(
  `#graphql
mutation FulfillmentCancel($id: ID!) {
  fulfillmentCancel(id: $id) {
    fulfillment { id status }
    userErrors { field message }
  }
}`,
  answers.fulfillmentCancelAnswer,
);

/** Records the outstanding amount as paid, or captures an authorization; irreversible. */
export const ORDER_MARK_AS_PAID: AdminDocument<
  OrderMarkAsPaidMutationVariables,
  Answer<'orderMarkAsPaidAnswer'>
> = adminDocument(
  `#graphql
mutation OrderMarkAsPaid($id: ID!) {
  orderMarkAsPaid(input: { id: $id }) {
    order { id updatedAt displayFinancialStatus }
    userErrors { field message }
  }
}`,
  answers.orderMarkAsPaidAnswer,
);

/** E-mails a reminder for one payment schedule. */
export const PAYMENT_REMINDER_SEND: AdminDocument<
  PaymentReminderSendMutationVariables,
  Answer<'paymentReminderSendAnswer'>
> = adminDocument(
  `#graphql
mutation PaymentReminderSend($schedule: ID!) {
  paymentReminderSend(paymentScheduleId: $schedule) {
    success
    userErrors { field message code }
  }
}`,
  answers.paymentReminderSendAnswer,
);

/** E-mails the order's invoice to the order's address. */
export const ORDER_INVOICE_SEND: AdminDocument<
  OrderInvoiceSendMutationVariables,
  Answer<'orderInvoiceSendAnswer'>
> = adminDocument(
  `#graphql
mutation OrderInvoiceSend($id: ID!) {
  orderInvoiceSend(id: $id) {
    order { id updatedAt }
    userErrors { field message code }
  }
}`,
  answers.orderInvoiceSendAnswer,
);

/** Creates an order. `sourceIdentifier` in the input is what finds it again when the answer is lost. */
export const ORDER_CREATE: AdminDocument<
  OrderCreateMutationVariables,
  Answer<'orderCreateAnswer'>
> = adminDocument(
  `#graphql
mutation OrderCreate($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) {
    order { id updatedAt name sourceIdentifier }
    userErrors { field message code }
  }
}`,
  answers.orderCreateAnswer,
);

/** Sets metafields, 25 at most. `compareDigest` guards each: null means that there must be none yet. */
export const METAFIELDS_SET: AdminDocument<
  MetafieldsSetMutationVariables,
  Answer<'metafieldsSetAnswer'>
> = adminDocument(
  `#graphql
mutation MetafieldsSet($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields { value compareDigest }
    userErrors { field message code }
  }
}`,
  answers.metafieldsSetAnswer,
);

/** Sets the SKU of one variant. */
export const VARIANT_SKU_SET: AdminDocument<
  VariantSkuSetMutationVariables,
  Answer<'variantSkuSetAnswer'>
> = adminDocument(
  `#graphql
mutation VariantSkuSet($product: ID!, $variant: ID!, $sku: String!) {
  productVariantsBulkUpdate(productId: $product, variants: [{ id: $variant, inventoryItem: { sku: $sku } }]) {
    productVariants { id sku }
    userErrors { field message code }
  }
}`,
  answers.variantSkuSetAnswer,
);
