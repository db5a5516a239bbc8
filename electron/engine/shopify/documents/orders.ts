import type {
  OrderFulfillmentsQueryVariables,
  OrderLinesQueryVariables,
  OrdersCountQueryVariables,
  OrderStampsQueryVariables,
  OrdersByIdsQueryVariables,
  OrdersPageQueryVariables,
} from '../admin-operations.generated.ts';
import {
  fulfillmentsAnswer,
  orderLinesAnswer,
  ordersCountAnswer,
  orderStampsAnswer,
  ordersByIdsAnswer,
  ordersPageAnswer,
  type RawFulfillments,
  type RawLines,
  type RawOrder,
  type RawOrdersPage,
  type RawStamps,
} from '../decode/order.ts';
import type { UnreadOrder } from '../store-api.ts';
import { type AdminDocument, adminDocument } from './document.ts';
import { fulfillmentFields, lineFields, orderFields } from './order-fields.ts';
import type { DocumentParts } from './parts.ts';

/** One page of orders, oldest update first. */
export function ordersPageDocument(
  parts: DocumentParts,
): AdminDocument<OrdersPageQueryVariables, RawOrdersPage> {
  return adminDocument(
    `#graphql
query OrdersPage($first: Int!, $after: String, $query: String!) {
  orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
    nodes {${orderFields(parts)}
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
    ordersPageAnswer,
  );
}

/** How many orders a search finds. Without a limit of ours Shopify stops counting at 10,000. */
export const ORDERS_COUNT: AdminDocument<OrdersCountQueryVariables, number | null> = adminDocument(
  `#graphql
query OrdersCount($query: String!) {
  ordersCount(query: $query, limit: null) { count precision }
}`,
  ordersCountAnswer,
);

/** Which orders a search finds and when each last changed: little enough for the largest page that there is. */
export const ORDER_STAMPS: AdminDocument<OrderStampsQueryVariables, RawStamps> = adminDocument(
  `#graphql
query OrderStamps($query: String!, $after: String) {
  orders(first: 250, after: $after, query: $query, sortKey: CREATED_AT) {
    nodes { id updatedAt }
    pageInfo { hasNextPage endCursor }
  }
}`,
  orderStampsAnswer,
);

/** Orders by id, read past the search index; null where one is gone. */
export function ordersByIdsDocument(
  parts: DocumentParts,
): AdminDocument<OrdersByIdsQueryVariables, readonly (RawOrder | UnreadOrder | null)[]> {
  return adminDocument(
    `#graphql
query OrdersByIds($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Order {${orderFields(parts)}
    }
  }
}`,
    ordersByIdsAnswer,
  );
}

/** Further line items of one order. */
export function orderLinesDocument(
  parts: DocumentParts,
): AdminDocument<OrderLinesQueryVariables, RawLines | null> {
  return adminDocument(
    `#graphql
query OrderLines($id: ID!, $after: String) {
  order(id: $id) {
    lineItems(first: 100, after: $after) {
      nodes { ${lineFields(parts)} }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
    orderLinesAnswer,
  );
}

/** All fulfilments of one order: the list has no pages. */
export function orderFulfillmentsDocument(
  parts: DocumentParts,
): AdminDocument<OrderFulfillmentsQueryVariables, RawFulfillments> {
  return adminDocument(
    `#graphql
query OrderFulfillments($id: ID!) {
  order(id: $id) {
    fulfillments(first: 200) { ${fulfillmentFields(parts)} }
  }
}`,
    fulfillmentsAnswer,
  );
}
