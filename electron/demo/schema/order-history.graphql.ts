/** What happened to an order: fulfilments, timeline events and sales agreements; a subset of Shopify's Admin API 2026-10. */
export const orderHistoryTypes = /* GraphQL */ `
  type Fulfillment implements LegacyInteroperability & Node {
    id: ID!
    legacyResourceId: UnsignedInt64!
    name: String!
    createdAt: DateTime!
    updatedAt: DateTime!
    status: FulfillmentStatus!
    displayStatus: FulfillmentDisplayStatus
    totalQuantity: Int!
    requiresShipping: Boolean!
    service: FulfillmentService
    location: Location
    order: Order!
    trackingInfo(first: Int): [FulfillmentTrackingInfo!]!
  }
  type FulfillmentService {
    id: ID!
    handle: String!
    serviceName: String!
    type: FulfillmentServiceType!
  }
  enum FulfillmentServiceType {
    GIFT_CARD
    MANUAL
    THIRD_PARTY
  }
  type FulfillmentTrackingInfo {
    company: String
    number: String
    url: URL
  }
  type Location implements LegacyInteroperability & Node {
    id: ID!
    legacyResourceId: UnsignedInt64!
    name: String!
  }

  interface Event {
    id: ID!
    action: String!
    message: FormattedString!
    createdAt: DateTime!
    appTitle: String
    attributeToApp: Boolean!
    attributeToUser: Boolean!
    criticalAlert: Boolean!
  }
  type BasicEvent implements Event & Node {
    id: ID!
    action: String!
    message: FormattedString!
    secondaryMessage: FormattedString
    createdAt: DateTime!
    appTitle: String
    attributeToApp: Boolean!
    attributeToUser: Boolean!
    author: String
    criticalAlert: Boolean!
    subjectId: ID!
  }
  type EventConnection {
    edges: [EventEdge!]!
    nodes: [Event!]!
    pageInfo: PageInfo!
  }
  type EventEdge {
    cursor: String!
    node: Event!
  }
  enum EventSortKeys {
    CREATED_AT
    ID
  }

  interface SalesAgreement {
    id: ID!
    happenedAt: DateTime!
    reason: OrderActionType!
    sales(first: Int, after: String, reverse: Boolean = false): SaleConnection!
  }
  type OrderAgreement implements SalesAgreement {
    id: ID!
    happenedAt: DateTime!
    reason: OrderActionType!
    sales(first: Int, after: String, reverse: Boolean = false): SaleConnection!
    order: Order!
  }
  type OrderEditAgreement implements SalesAgreement {
    id: ID!
    happenedAt: DateTime!
    reason: OrderActionType!
    sales(first: Int, after: String, reverse: Boolean = false): SaleConnection!
  }
  type SalesAgreementConnection {
    edges: [SalesAgreementEdge!]!
    nodes: [SalesAgreement!]!
    pageInfo: PageInfo!
  }
  type SalesAgreementEdge {
    cursor: String!
    node: SalesAgreement!
  }
  interface Sale {
    id: ID!
    actionType: SaleActionType!
    lineType: SaleLineType!
    quantity: Int
    totalAmount: MoneyBag!
  }
  type ProductSale implements Sale {
    id: ID!
    actionType: SaleActionType!
    lineType: SaleLineType!
    quantity: Int
    totalAmount: MoneyBag!
    lineItem: LineItem!
  }
  type SaleConnection {
    edges: [SaleEdge!]!
    nodes: [Sale!]!
    pageInfo: PageInfo!
  }
  type SaleEdge {
    cursor: String!
    node: Sale!
  }

  enum OrderActionType {
    ORDER
    ORDER_EDIT
    REFUND
    RETURN
    UNKNOWN
  }
  enum SaleActionType {
    ORDER
    RETURN
    UNKNOWN
    UPDATE
  }
  enum SaleLineType {
    GIFT_CARD
    PRODUCT
    SHIPPING
    TIP
    UNKNOWN
  }
  enum FulfillmentStatus {
    CANCELLED
    ERROR
    FAILURE
    SUCCESS
  }
  enum FulfillmentDisplayStatus {
    CANCELED
    CONFIRMED
    DELIVERED
    FULFILLED
    IN_TRANSIT
    OUT_FOR_DELIVERY
  }
`;
