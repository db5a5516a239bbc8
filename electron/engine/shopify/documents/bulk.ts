import type { Millis } from '../../../../shared/domain/order.ts';
import type {
  BulkOperationCancelMutationVariables,
  BulkOperationRunMutationVariables,
  BulkOperationStateQueryVariables,
} from '../admin-operations.generated.ts';
import {
  bulkCancelAnswer,
  bulkRunAnswer,
  bulkStateAnswer,
  type RawBulkOperation,
  type RawBulkRun,
} from '../decode/bulk.ts';
import { ordersCreatedSinceQuery } from '../search-query.ts';
import { type AdminDocument, adminDocument } from './document.ts';
import {
  fulfillmentFields,
  lineFields,
  orderHead,
  paymentTermsFields,
  SCHEDULE_FIELDS,
} from './order-fields.ts';
import type { DocumentParts } from './parts.ts';
import { PRODUCT_HEAD, VARIANT_FIELDS } from './products.ts';

/** What is asked of every bulk operation. */
export const OPERATION =
  'id status createdAt errorCode objectCount rootObjectCount fileSize url partialDataUrl';

/**
 * Starts a bulk query. Objects stay ungrouped, the API's default: grouping makes operations slower and more likely to
 * time out, and the lines are put together here in any order.
 */
export const BULK_RUN: AdminDocument<BulkOperationRunMutationVariables, RawBulkRun> = adminDocument(
  `#graphql
mutation BulkOperationRun($query: String!) {
  bulkOperationRunQuery(query: $query, groupObjects: false) {
    bulkOperation { ${OPERATION} }
    userErrors { field message code }
  }
}`,
  bulkRunAnswer,
);

/** How far a bulk operation is; null: Shopify no longer knows it. */
export const BULK_STATE: AdminDocument<BulkOperationStateQueryVariables, RawBulkOperation | null> =
  adminDocument(
    `#graphql
query BulkOperationState($id: ID!) {
  bulkOperation(id: $id) { ${OPERATION} }
}`,
    bulkStateAnswer,
  );

export const BULK_CANCEL: AdminDocument<BulkOperationCancelMutationVariables, { readonly refused: boolean }> =
  adminDocument(
    `#graphql
mutation BulkOperationCancel($id: ID!) {
  bulkOperationCancel(id: $id) {
    userErrors { field message }
  }
}`,
    bulkCancelAnswer,
  );

/** What a bulk operation is to write; sent as the variable of `BULK_RUN`, its result comes as lines. */
interface BulkQuery {
  readonly name: string;
  readonly text: string;
}

/**
 * Orders created at or after `createdSince` (UTC ms) with their line items and payment schedules. Nothing else may be
 * nested: connections inside a list are refused, so fulfilments come as the list that they are.
 */
export function bulkOrdersQuery(parts: DocumentParts, createdSince: Millis): BulkQuery {
  const filter = JSON.stringify(ordersCreatedSinceQuery(createdSince));
  return {
    name: 'BulkOrders',
    text: `#graphql
query BulkOrders {
  orders(query: ${filter}) {
    edges {
      node {${orderHead(parts)}
        subtotalLineItemsQuantity
        ${parts.has('paymentTerms') ? paymentTermsFields(`paymentSchedules { edges { node { ${SCHEDULE_FIELDS} } } }`) : ''}
        fulfillments { ${fulfillmentFields(parts)} }
        lineItems { edges { node { ${lineFields(parts)} } } }
      }
    }
  }
}`,
  };
}

/** All products with all their variants. */
export const BULK_PRODUCTS: BulkQuery = {
  name: 'BulkProducts',
  text: `#graphql
query BulkProducts {
  products {
    edges {
      node {
        ${PRODUCT_HEAD}
        variantsCount { count }
        variants { edges { node { ${VARIANT_FIELDS} } } }
      }
    }
  }
}`,
};
