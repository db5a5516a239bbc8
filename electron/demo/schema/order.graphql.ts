/** Orders and what hangs on them; a subset of Shopify's Admin API 2026-10. */
export const orderTypes = /* GraphQL */ `
  type Order implements HasEvents & HasMetafields & LegacyInteroperability & Node {
    id: ID!
    legacyResourceId: UnsignedInt64!
    name: String!
    number: Int!
    createdAt: DateTime!
    updatedAt: DateTime!
    processedAt: DateTime!
    cancelledAt: DateTime
    cancelReason: OrderCancelReason
    closed: Boolean!
    closedAt: DateTime
    confirmed: Boolean!
    edited: Boolean!
    test: Boolean!
    sourceName: String
    sourceIdentifier: String
    tags: [String!]!
    note: String
    poNumber: String
    email: String
    phone: String
    customAttributes: [Attribute!]!
    currencyCode: CurrencyCode!
    presentmentCurrencyCode: CurrencyCode!
    displayFinancialStatus: OrderDisplayFinancialStatus
    displayFulfillmentStatus: OrderDisplayFulfillmentStatus!
    currentSubtotalLineItemsQuantity: Int!
    subtotalLineItemsQuantity: Int!
    currentSubtotalPriceSet: MoneyBag!
    currentTotalPriceSet: MoneyBag!
    totalPriceSet: MoneyBag!
    totalReceivedSet: MoneyBag!
    totalOutstandingSet: MoneyBag!
    fullyPaid: Boolean!
    unpaid: Boolean!
    canMarkAsPaid: Boolean!
    paymentGatewayNames: [String!]!
    paymentTerms: PaymentTerms
    requiresShipping: Boolean!
    merchantEditable: Boolean!
    merchantEditableErrors: [String!]!
    customer: Customer
    purchasingEntity: PurchasingEntity
    shippingAddress: MailingAddress
    billingAddress: MailingAddress
    shippingLine: ShippingLine
    shippingLines(first: Int, after: String, reverse: Boolean = false): ShippingLineConnection!
    lineItems(first: Int, after: String, reverse: Boolean = false): LineItemConnection!
    fulfillments(first: Int): [Fulfillment!]!
    events(
      first: Int
      after: String
      query: String
      reverse: Boolean = false
      sortKey: EventSortKeys = ID
    ): EventConnection!
    agreements(first: Int, after: String, reverse: Boolean = false): SalesAgreementConnection!
    metafield(namespace: String, key: String!): Metafield
  }

  type OrderConnection {
    edges: [OrderEdge!]!
    nodes: [Order!]!
    pageInfo: PageInfo!
  }
  type OrderEdge {
    cursor: String!
    node: Order!
  }

  type LineItem implements Node {
    id: ID!
    title: String!
    variantTitle: String
    name: String!
    sku: String
    vendor: String
    quantity: Int!
    currentQuantity: Int!
    nonFulfillableQuantity: Int!
    unfulfilledQuantity: Int!
    requiresShipping: Boolean!
    isGiftCard: Boolean!
    merchantEditable: Boolean!
    customAttributes: [Attribute!]!
    originalUnitPriceSet: MoneyBag!
    discountedUnitPriceSet: MoneyBag!
    variant: ProductVariant
    product: Product
  }
  type LineItemConnection {
    edges: [LineItemEdge!]!
    nodes: [LineItem!]!
    pageInfo: PageInfo!
  }
  type LineItemEdge {
    cursor: String!
    node: LineItem!
  }

  type ShippingLine {
    id: ID
    title: String!
    code: String
    source: String
    carrierIdentifier: String
    custom: Boolean!
    isRemoved: Boolean!
    originalPriceSet: MoneyBag!
    discountedPriceSet: MoneyBag!
  }
  type ShippingLineConnection {
    edges: [ShippingLineEdge!]!
    nodes: [ShippingLine!]!
    pageInfo: PageInfo!
  }
  type ShippingLineEdge {
    cursor: String!
    node: ShippingLine!
  }

  type MailingAddress implements Node {
    id: ID!
    firstName: String
    lastName: String
    name: String
    company: String
    address1: String
    address2: String
    city: String
    zip: String
    province: String
    provinceCode: String
    country: String
    countryCode: String @deprecated(reason: "Use countryCodeV2 instead.")
    countryCodeV2: CountryCode
    phone: String
    formatted(withName: Boolean = false, withCompany: Boolean = true): [String!]!
  }

  type PaymentTerms implements Node {
    id: ID!
    due: Boolean!
    overdue: Boolean!
    dueInDays: Int
    paymentTermsName: String!
    paymentTermsType: PaymentTermsType!
    paymentSchedules(first: Int, after: String, reverse: Boolean = false): PaymentScheduleConnection!
  }
  enum PaymentTermsType {
    FIXED
    FULFILLMENT
    NET
    RECEIPT
    UNKNOWN
  }
  type PaymentSchedule implements Node {
    id: ID!
    dueAt: DateTime
    issuedAt: DateTime
    completedAt: DateTime
    due: Boolean!
    amount: MoneyV2! @deprecated(reason: "Use balanceDue or totalBalance instead.")
    balanceDue: MoneyV2!
    totalBalance: MoneyV2!
  }
  type PaymentScheduleConnection {
    edges: [PaymentScheduleEdge!]!
    nodes: [PaymentSchedule!]!
    pageInfo: PageInfo!
  }
  type PaymentScheduleEdge {
    cursor: String!
    node: PaymentSchedule!
  }

  union PurchasingEntity = Customer | PurchasingCompany
  type Customer implements LegacyInteroperability & Node {
    id: ID!
    legacyResourceId: UnsignedInt64!
    displayName: String!
    firstName: String
    lastName: String
    email: String @deprecated(reason: "Use defaultEmailAddress instead.")
  }
  type PurchasingCompany {
    company: Company!
    location: CompanyLocation!
  }
  type Company implements Node {
    id: ID!
    name: String!
  }
  type CompanyLocation implements Node {
    id: ID!
    name: String!
  }

  enum OrderCancelReason {
    CUSTOMER
    DECLINED
    FRAUD
    INVENTORY
    OTHER
    STAFF
  }
  enum OrderDisplayFinancialStatus {
    AUTHORIZED
    EXPIRED
    PAID
    PARTIALLY_PAID
    PARTIALLY_REFUNDED
    PENDING
    REFUNDED
    VOIDED
  }
  enum OrderDisplayFulfillmentStatus {
    FULFILLED
    IN_PROGRESS
    ON_HOLD
    OPEN
    PARTIALLY_FULFILLED
    PENDING_FULFILLMENT
    REQUEST_DECLINED
    RESTOCKED
    SCHEDULED
    UNFULFILLED
  }
`;
