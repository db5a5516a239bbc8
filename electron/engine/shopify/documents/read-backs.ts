import type {
  OrderAddressQueryVariables,
  OrderAgreementsQueryVariables,
  OrderContactQueryVariables,
  OrderFulfilledQueryVariables,
  OrderPaymentTermsQueryVariables,
  OrderShippingLinesQueryVariables,
  OrdersBySourceQueryVariables,
  OrderStateQueryVariables,
  OrderTagsQueryVariables,
  OrderToRecreateQueryVariables,
  ProductStateQueryVariables,
  VariantStateQueryVariables,
} from '../admin-operations.generated.ts';
import * as answers from '../decode/read-back.ts';
import { type AdminDocument, adminDocument } from './document.ts';
import { addressFields } from './order-fields.ts';
import type { DocumentParts } from './parts.ts';
import { LINK_FIELDS } from './products.ts';

/*
 * What a write reads before it is sent and after its acknowledgement was lost (outbox invariants 3 and 5). All are
 * read by id, which sees own writes at once, except ORDERS_BY_SOURCE, which searches an index that lags.
 */

/** The tags of one order; null when it is gone. Costs a point, so that many are looked at together. */
export const ORDER_TAGS: AdminDocument<OrderTagsQueryVariables, answers.OrderTags> = adminDocument(
  `#graphql
query OrderTags($id: ID!) {
  order(id: $id) { id updatedAt tags }
}`,
  answers.orderTagsAnswer,
);

/** Whether one order is paid, and what may be done to it; null when it is gone. */
export const ORDER_STATE: AdminDocument<OrderStateQueryVariables, answers.OrderState> = adminDocument(
  `#graphql
query OrderState($id: ID!) {
  order(id: $id) {
    id updatedAt displayFinancialStatus canMarkAsPaid merchantEditable merchantEditableErrors
  }
}`,
  answers.orderStateAnswer,
);

/** The fulfilments of one order; null when it is gone. A list is priced by its length, so only who needs it asks. */
export const ORDER_FULFILLED: AdminDocument<OrderFulfilledQueryVariables, answers.OrderFulfilled> =
  adminDocument(
    `#graphql
query OrderFulfilled($id: ID!) {
  order(id: $id) { id updatedAt displayFulfillmentStatus fulfillments(first: 200) { id status } }
}`,
    answers.orderFulfilledAnswer,
  );

/** The shipping address, as far as `parts` may be read. */
export function orderAddressDocument(
  parts: DocumentParts,
): AdminDocument<OrderAddressQueryVariables, answers.OrderAddress> {
  return adminDocument(
    `#graphql
query OrderAddress($id: ID!) {
  order(id: $id) { id updatedAt shippingAddress { ${addressFields(parts)} } }
}`,
    answers.orderAddressAnswer,
  );
}

/** An order's own e-mail address and phone number. */
export const ORDER_CONTACT: AdminDocument<OrderContactQueryVariables, answers.OrderContact> = adminDocument(
  `#graphql
query OrderContact($id: ID!) {
  order(id: $id) { id updatedAt email phone }
}`,
  answers.orderContactAnswer,
);

/** The payment schedules of one order. Needs read_payment_terms. */
export const ORDER_PAYMENT_TERMS: AdminDocument<OrderPaymentTermsQueryVariables, answers.OrderSchedules> =
  adminDocument(
    `#graphql
query OrderPaymentTerms($id: ID!) {
  order(id: $id) {
    id
    paymentTerms {
      paymentTermsName overdue
      paymentSchedules(first: 10) { nodes { id dueAt completedAt } }
    }
  }
}`,
    answers.orderPaymentTermsAnswer,
  );

/** The sales agreements of one order: a committed order edit is one with reason ORDER_EDIT. */
export const ORDER_AGREEMENTS: AdminDocument<OrderAgreementsQueryVariables, answers.OrderAgreements> =
  adminDocument(
    `#graphql
query OrderAgreements($id: ID!) {
  order(id: $id) {
    agreements(first: 100) { nodes { id happenedAt reason } }
  }
}`,
    answers.orderAgreementsAnswer,
  );

/** The titles of all shipping lines of one order: an added one is not the order's first. */
export const ORDER_SHIPPING_LINES: AdminDocument<OrderShippingLinesQueryVariables, answers.ShippingTitles> =
  adminDocument(
    `#graphql
query OrderShippingLines($id: ID!) {
  order(id: $id) {
    shippingLines(first: 50) { nodes { title } }
  }
}`,
    answers.orderShippingLinesAnswer,
  );

/** Orders found by a search such as `source_identifier:'w-17'`; the caller compares `sourceIdentifier` itself. */
export const ORDERS_BY_SOURCE: AdminDocument<OrdersBySourceQueryVariables, answers.OrdersBySource> =
  adminDocument(
    `#graphql
query OrdersBySource($query: String!) {
  orders(first: 10, query: $query) { nodes { id name sourceIdentifier createdAt } }
}`,
    answers.ordersBySourceAnswer,
  );

/** SKU, shipping box and link metafield of one variant; null when it is gone. */
export const VARIANT_STATE: AdminDocument<VariantStateQueryVariables, answers.VariantState> = adminDocument(
  `#graphql
query VariantState($id: ID!) {
  productVariant(id: $id) {
    id updatedAt sku
    product { id }
    inventoryItem { id requiresShipping }
    ${LINK_FIELDS}
  }
}`,
  answers.variantStateAnswer,
);

/** The tags of one product; null when it is gone. */
export const PRODUCT_STATE: AdminDocument<ProductStateQueryVariables, answers.ProductState> = adminDocument(
  `#graphql
query ProductState($id: ID!) {
  product(id: $id) { id updatedAt tags }
}`,
  answers.productStateAnswer,
);

/** Everything of an order that orderCreate takes to make it anew. */
export function orderToRecreateDocument(
  parts: DocumentParts,
): AdminDocument<OrderToRecreateQueryVariables, answers.OrderToRecreate> {
  return adminDocument(
    `#graphql
query OrderToRecreate($id: ID!) {
  order(id: $id) {
    id name note tags test displayFinancialStatus
    ${parts.has('email') ? 'email' : ''}
    ${parts.has('phone') ? 'phone' : ''}
    currentTotalPriceSet { shopMoney { amount currencyCode } }
    ${parts.has('shippingAddress') ? `shippingAddress { ${addressFields(parts)} }` : ''}
    customAttributes { key value }
    shippingLine { title code originalPriceSet { shopMoney { amount currencyCode } } }
    lineItems(first: 100) {
      nodes {
        id title variantTitle sku vendor quantity currentQuantity requiresShipping isGiftCard
        ${parts.has('products') ? 'variant { id } product { id }' : ''}
        discountedUnitPriceSet { shopMoney { amount currencyCode } }
        customAttributes { key value }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
    answers.orderToRecreateAnswer,
  );
}
