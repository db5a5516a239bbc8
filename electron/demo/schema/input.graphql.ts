/** The input objects of the mutations; a subset of Shopify's Admin API 2026-10. */
export const inputTypes = /* GraphQL */ `
  input OrderInput {
    id: ID!
    email: String
    phone: String
    note: String
    poNumber: String
    tags: [String!]
    customAttributes: [AttributeInput!]
    shippingAddress: MailingAddressInput
  }
  input AttributeInput {
    key: String!
    value: String!
  }
  input MailingAddressInput {
    firstName: String
    lastName: String
    company: String
    address1: String
    address2: String
    city: String
    zip: String
    province: String @deprecated(reason: "Use provinceCode instead.")
    provinceCode: String
    country: String @deprecated(reason: "Use countryCode instead.")
    countryCode: CountryCode
    phone: String
  }
  input InventoryItemInput {
    requiresShipping: Boolean
    sku: String
    tracked: Boolean
  }
  input OrderEditAddShippingLineInput {
    price: MoneyInput!
    title: String!
  }
  input MoneyInput {
    amount: Decimal!
    currencyCode: CurrencyCode!
  }
  input MoneyBagInput {
    presentmentMoney: MoneyInput
    shopMoney: MoneyInput!
  }
  input OrderMarkAsPaidInput {
    id: ID!
  }
  input EmailInput {
    bcc: [String!]
    body: String
    customMessage: String
    from: String
    subject: String
    to: String
  }
  input OrderCreateOptionsInput {
    inventoryBehaviour: OrderCreateInputsInventoryBehavior = BYPASS
    sendFulfillmentReceipt: Boolean = false
    sendReceipt: Boolean = false
  }
  enum OrderCreateInputsInventoryBehavior {
    BYPASS
    DECREMENT_IGNORING_POLICY
    DECREMENT_OBEYING_POLICY
  }
  input OrderCreateOrderInput {
    billingAddress: MailingAddressInput
    buyerAcceptsMarketing: Boolean = null
    companyLocationId: ID
    currency: CurrencyCode
    presentmentCurrency: CurrencyCode
    customAttributes: [OrderCreateCustomAttributeInput!]
    customer: OrderCreateCustomerInput
    customerId: ID @deprecated(reason: "Use customer instead.")
    email: String
    phone: String
    note: String
    poNumber: String
    name: String
    financialStatus: OrderCreateFinancialStatus
    fulfillmentStatus: OrderCreateFulfillmentStatus
    lineItems: [OrderCreateLineItemInput!]
    processedAt: DateTime
    shippingAddress: MailingAddressInput
    shippingLines: [OrderCreateShippingLineInput!]
    sourceIdentifier: String
    sourceName: String
    sourceUrl: URL
    tags: [String!]
    taxesIncluded: Boolean = false
    test: Boolean = false
    transactions: [OrderCreateOrderTransactionInput!]
  }
  input OrderCreateOrderTransactionInput {
    amountSet: MoneyBagInput!
    gateway: String
    kind: OrderTransactionKind = SALE
    processedAt: DateTime
    status: OrderTransactionStatus = SUCCESS
    test: Boolean = false
  }
  enum OrderTransactionKind {
    AUTHORIZATION
    CAPTURE
    CHANGE
    REFUND
    SALE
    VOID
  }
  enum OrderTransactionStatus {
    ERROR
    FAILURE
    PENDING
    SUCCESS
  }
  input OrderCreateCustomAttributeInput {
    key: String!
    value: String!
  }
  input OrderCreateCustomerInput @oneOf {
    toAssociate: OrderCreateAssociateCustomerAttributesInput
    toUpsert: OrderCreateUpsertCustomerAttributesInput
  }
  input OrderCreateAssociateCustomerAttributesInput {
    email: String
    id: ID
  }
  input OrderCreateUpsertCustomerAttributesInput {
    email: String
    firstName: String
    id: ID
    lastName: String
    phone: String
  }
  enum OrderCreateFinancialStatus {
    AUTHORIZED
    EXPIRED
    PAID
    PARTIALLY_PAID
    PARTIALLY_REFUNDED
    PENDING
    REFUNDED
    VOIDED
  }
  enum OrderCreateFulfillmentStatus {
    FULFILLED
    PARTIAL
    RESTOCKED
  }
  input OrderCreateLineItemInput {
    giftCard: Boolean = false
    priceSet: MoneyBagInput
    productId: ID
    properties: [OrderCreateLineItemPropertyInput!]
    quantity: Int!
    requiresShipping: Boolean = false
    sku: String
    taxable: Boolean = true
    title: String
    variantId: ID
    variantTitle: String
    vendor: String
  }
  input OrderCreateLineItemPropertyInput {
    name: String!
    value: String!
  }
  input OrderCreateShippingLineInput {
    code: String
    priceSet: MoneyBagInput!
    source: String
    title: String!
  }
  input MetafieldsSetInput {
    compareDigest: String
    key: String!
    namespace: String
    ownerId: ID!
    type: String
    value: String!
  }
  input ProductVariantsBulkInput {
    barcode: String
    id: ID
    inventoryItem: InventoryItemInput
    price: Money
  }
  input StagedUploadInput {
    fileSize: UnsignedInt64
    filename: String!
    httpMethod: StagedUploadHttpMethodType = PUT
    mimeType: String!
    resource: StagedUploadTargetGenerateUploadResource!
  }
  enum StagedUploadHttpMethodType {
    POST
    PUT
  }
  enum StagedUploadTargetGenerateUploadResource {
    BULK_MUTATION_VARIABLES
    FILE
    IMAGE
  }
`;
