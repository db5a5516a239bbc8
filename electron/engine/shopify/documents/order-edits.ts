import type { z } from 'zod';
import type {
  OrderEditAddShippingLineMutationVariables,
  OrderEditAddVariantMutationVariables,
  OrderEditBeginMutationVariables,
  OrderEditCommitMutationVariables,
  OrderEditSetQuantityMutationVariables,
} from '../admin-operations.generated.ts';
import * as answers from '../decode/mutation.ts';
import { type AdminDocument, adminDocument } from './document.ts';

/*
 * An order edit is a session: begun, changed, committed; nothing happens to the order before the commit
 * (https://shopify.dev/docs/apps/build/orders-fulfillment/order-management-apps/edit-orders).
 */
type Answer<K extends keyof typeof answers> = z.output<(typeof answers)[K]>;

/** Begins a session. The calculated lines are those of the order, under ids of their own. */
export const ORDER_EDIT_BEGIN: AdminDocument<
  OrderEditBeginMutationVariables,
  Answer<'orderEditBeginAnswer'>
> = adminDocument(
  `#graphql
mutation OrderEditBegin($id: ID!) {
  orderEditBegin(id: $id) {
    calculatedOrder {
      id
      lineItems(first: 100) {
        nodes { id quantity title sku variant { id } }
        pageInfo { hasNextPage endCursor }
      }
    }
    userErrors { field message }
  }
}`,
  answers.orderEditBeginAnswer,
);

/** Stages a new quantity; 0 removes the line. `line` is the calculated line's id. */
export const ORDER_EDIT_SET_QUANTITY: AdminDocument<
  OrderEditSetQuantityMutationVariables,
  Answer<'orderEditSetQuantityAnswer'>
> = adminDocument(
  `#graphql
mutation OrderEditSetQuantity($id: ID!, $line: ID!, $quantity: Int!, $restock: Boolean!) {
  orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity, restock: $restock) {
    calculatedOrder { id }
    userErrors { field message }
  }
}`,
  answers.orderEditSetQuantityAnswer,
);

/** Stages a variant, also when the order has it already. */
export const ORDER_EDIT_ADD_VARIANT: AdminDocument<
  OrderEditAddVariantMutationVariables,
  Answer<'orderEditAddVariantAnswer'>
> = adminDocument(
  `#graphql
mutation OrderEditAddVariant($id: ID!, $variant: ID!, $quantity: Int!) {
  orderEditAddVariant(id: $id, variantId: $variant, quantity: $quantity, allowDuplicates: true) {
    calculatedOrder { id }
    userErrors { field message }
  }
}`,
  answers.orderEditAddVariantAnswer,
);

/** Stages a shipping line; a price reopens payment. */
export const ORDER_EDIT_ADD_SHIPPING_LINE: AdminDocument<
  OrderEditAddShippingLineMutationVariables,
  Answer<'orderEditAddShippingLineAnswer'>
> = adminDocument(
  `#graphql
mutation OrderEditAddShippingLine($id: ID!, $line: OrderEditAddShippingLineInput!) {
  orderEditAddShippingLine(id: $id, shippingLine: $line) {
    calculatedOrder { id }
    userErrors { field message code }
  }
}`,
  answers.orderEditAddShippingLineAnswer,
);

/** Commits a session without telling the customer; the note is for the timeline, no field gives it back. */
export const ORDER_EDIT_COMMIT: AdminDocument<
  OrderEditCommitMutationVariables,
  Answer<'orderEditCommitAnswer'>
> = adminDocument(
  `#graphql
mutation OrderEditCommit($id: ID!, $staffNote: String) {
  orderEditCommit(id: $id, notifyCustomer: false, staffNote: $staffNote) {
    order { id updatedAt }
    successMessages
    userErrors { field message }
  }
}`,
  answers.orderEditCommitAnswer,
);
