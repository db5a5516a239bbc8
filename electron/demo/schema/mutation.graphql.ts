/** The mutations, their inputs, payloads and error codes; a subset of Shopify's Admin API 2026-10. */
export const mutationTypes = /* GraphQL */ `
  type Mutation {
    tagsAdd(id: ID!, tags: [String!]!): TagsAddPayload
    tagsRemove(id: ID!, tags: [String!]!): TagsRemovePayload
    orderUpdate(input: OrderInput!): OrderUpdatePayload
    inventoryItemUpdate(id: ID!, input: InventoryItemInput!): InventoryItemUpdatePayload
    orderEditBegin(id: ID!): OrderEditBeginPayload
    orderEditSetQuantity(
      id: ID!
      lineItemId: ID!
      quantity: Int!
      restock: Boolean
      locationId: ID @deprecated(reason: "No longer supported.")
    ): OrderEditSetQuantityPayload
    orderEditAddVariant(
      id: ID!
      variantId: ID!
      quantity: Int!
      allowDuplicates: Boolean = false
      locationId: ID
    ): OrderEditAddVariantPayload
    orderEditAddShippingLine(
      id: ID!
      shippingLine: OrderEditAddShippingLineInput!
    ): OrderEditAddShippingLinePayload
    orderEditCommit(id: ID!, notifyCustomer: Boolean, staffNote: String): OrderEditCommitPayload
    fulfillmentCancel(id: ID!): FulfillmentCancelPayload
    orderMarkAsPaid(input: OrderMarkAsPaidInput!): OrderMarkAsPaidPayload
    paymentReminderSend(paymentScheduleId: ID!): PaymentReminderSendPayload
    orderInvoiceSend(id: ID!, email: EmailInput): OrderInvoiceSendPayload
    orderCreate(order: OrderCreateOrderInput!, options: OrderCreateOptionsInput): OrderCreatePayload
    metafieldsSet(metafields: [MetafieldsSetInput!]!): MetafieldsSetPayload
    productVariantsBulkUpdate(
      productId: ID!
      variants: [ProductVariantsBulkInput!]!
      allowPartialUpdates: Boolean = false
    ): ProductVariantsBulkUpdatePayload
    bulkOperationRunQuery(query: String!, groupObjects: Boolean! = false): BulkOperationRunQueryPayload
    bulkOperationRunMutation(
      mutation: String!
      stagedUploadPath: String!
      clientIdentifier: String
    ): BulkOperationRunMutationPayload
    bulkOperationCancel(id: ID!): BulkOperationCancelPayload
    stagedUploadsCreate(input: [StagedUploadInput!]!): StagedUploadsCreatePayload
  }

  interface DisplayableError {
    field: [String!]
    message: String!
  }
  type UserError implements DisplayableError {
    field: [String!]
    message: String!
  }

  type TagsAddPayload {
    node: Node
    userErrors: [UserError!]!
  }
  type TagsRemovePayload {
    node: Node
    userErrors: [UserError!]!
  }
  type OrderUpdatePayload {
    order: Order
    userErrors: [UserError!]!
  }
  type InventoryItemUpdatePayload {
    inventoryItem: InventoryItem
    userErrors: [UserError!]!
  }
  type OrderEditBeginPayload {
    calculatedOrder: CalculatedOrder
    orderEditSession: OrderEditSession
    userErrors: [UserError!]!
  }
  type OrderEditSetQuantityPayload {
    calculatedLineItem: CalculatedLineItem
    calculatedOrder: CalculatedOrder
    orderEditSession: OrderEditSession
    userErrors: [UserError!]!
  }
  type OrderEditAddVariantPayload {
    calculatedLineItem: CalculatedLineItem
    calculatedOrder: CalculatedOrder
    orderEditSession: OrderEditSession
    userErrors: [UserError!]!
  }
  type OrderEditAddShippingLinePayload {
    calculatedOrder: CalculatedOrder
    calculatedShippingLine: CalculatedShippingLine
    orderEditSession: OrderEditSession
    userErrors: [OrderEditAddShippingLineUserError!]!
  }
  type OrderEditAddShippingLineUserError implements DisplayableError {
    code: OrderEditAddShippingLineUserErrorCode
    field: [String!]
    message: String!
  }
  enum OrderEditAddShippingLineUserErrorCode {
    INVALID
  }
  type OrderEditCommitPayload {
    order: Order
    successMessages: [String!]
    userErrors: [UserError!]!
  }
  type OrderEditSession implements Node {
    id: ID!
  }
  type CalculatedOrder implements Node {
    id: ID!
    originalOrder: Order!
    lineItems(first: Int, after: String, reverse: Boolean = false): CalculatedLineItemConnection!
    addedLineItems(first: Int, after: String, reverse: Boolean = false): CalculatedLineItemConnection!
    shippingLines: [CalculatedShippingLine!]!
    subtotalLineItemsQuantity: Int!
    totalPriceSet: MoneyBag!
    totalOutstandingSet: MoneyBag!
  }
  type CalculatedLineItem {
    id: ID!
    title: String!
    variantTitle: String
    sku: String
    quantity: Int!
    editableQuantity: Int!
    editableQuantityBeforeChanges: Int!
    restockable: Boolean!
    variant: ProductVariant
    originalUnitPriceSet: MoneyBag!
  }
  type CalculatedLineItemConnection {
    edges: [CalculatedLineItemEdge!]!
    nodes: [CalculatedLineItem!]!
    pageInfo: PageInfo!
  }
  type CalculatedLineItemEdge {
    cursor: String!
    node: CalculatedLineItem!
  }
  type CalculatedShippingLine {
    id: ID
    title: String!
    price: MoneyBag!
    stagedStatus: CalculatedShippingLineStagedStatus!
  }
  enum CalculatedShippingLineStagedStatus {
    ADDED
    NONE
    REMOVED
  }
  type FulfillmentCancelPayload {
    fulfillment: Fulfillment
    userErrors: [UserError!]!
  }
  type OrderMarkAsPaidPayload {
    order: Order
    userErrors: [UserError!]!
  }
  type PaymentReminderSendPayload {
    success: Boolean
    userErrors: [PaymentReminderSendUserError!]!
  }
  type PaymentReminderSendUserError implements DisplayableError {
    code: PaymentReminderSendUserErrorCode
    field: [String!]
    message: String!
  }
  enum PaymentReminderSendUserErrorCode {
    PAYMENT_REMINDER_SEND_UNSUCCESSFUL
  }
  type OrderInvoiceSendPayload {
    order: Order
    userErrors: [OrderInvoiceSendUserError!]!
  }
  type OrderInvoiceSendUserError implements DisplayableError {
    code: OrderInvoiceSendUserErrorCode
    field: [String!]
    message: String!
  }
  enum OrderInvoiceSendUserErrorCode {
    ORDER_INVOICE_SEND_UNSUCCESSFUL
  }
  type OrderCreatePayload {
    order: Order
    userErrors: [OrderCreateUserError!]!
  }
  type OrderCreateUserError implements DisplayableError {
    code: OrderCreateUserErrorCode
    field: [String!]
    message: String!
  }
  enum OrderCreateUserErrorCode {
    FULFILLMENT_SERVICE_INVALID
    INVALID
    INVENTORY_CLAIM_FAILED
    PROCESSED_AT_INVALID
    REDUNDANT_CUSTOMER_FIELDS
    SHOP_DORMANT
    TAX_LINE_RATE_MISSING
  }
  type MetafieldsSetPayload {
    metafields: [Metafield!]
    userErrors: [MetafieldsSetUserError!]!
  }
  type MetafieldsSetUserError implements DisplayableError {
    code: MetafieldsSetUserErrorCode
    elementIndex: Int
    field: [String!]
    message: String!
  }
  enum MetafieldsSetUserErrorCode {
    BLANK
    INVALID
    INVALID_COMPARE_DIGEST
    INVALID_TYPE
    INVALID_VALUE
    LESS_THAN_OR_EQUAL_TO
    STALE_OBJECT
    TOO_LONG
    TOO_SHORT
  }
  type ProductVariantsBulkUpdatePayload {
    product: Product
    productVariants: [ProductVariant!]
    userErrors: [ProductVariantsBulkUpdateUserError!]!
  }
  type ProductVariantsBulkUpdateUserError implements DisplayableError {
    code: ProductVariantsBulkUpdateUserErrorCode
    field: [String!]
    message: String!
  }
  enum ProductVariantsBulkUpdateUserErrorCode {
    INVALID_INPUT
    PRODUCT_DOES_NOT_EXIST
    PRODUCT_VARIANT_DOES_NOT_EXIST
    PRODUCT_VARIANT_ID_MISSING
    TOO_LONG
  }
  type BulkOperationRunQueryPayload {
    bulkOperation: BulkOperation
    userErrors: [BulkOperationUserError!]!
  }
  type BulkOperationUserError implements DisplayableError {
    code: BulkOperationUserErrorCode
    field: [String!]
    message: String!
  }
  enum BulkOperationUserErrorCode {
    INVALID
    LIMIT_REACHED
    OPERATION_IN_PROGRESS
  }
  type BulkOperationRunMutationPayload {
    bulkOperation: BulkOperation
    userErrors: [BulkMutationUserError!]!
  }
  type BulkMutationUserError implements DisplayableError {
    code: BulkMutationErrorCode
    field: [String!]
    message: String!
  }
  enum BulkMutationErrorCode {
    INTERNAL_FILE_SERVER_ERROR
    INVALID_MUTATION
    INVALID_STAGED_UPLOAD_FILE
    LIMIT_REACHED
    NO_SUCH_FILE
    OPERATION_IN_PROGRESS
  }
  type BulkOperationCancelPayload {
    bulkOperation: BulkOperation
    userErrors: [UserError!]!
  }
  type StagedUploadsCreatePayload {
    stagedTargets: [StagedMediaUploadTarget!]
    userErrors: [UserError!]!
  }
  type StagedMediaUploadTarget {
    parameters: [StagedUploadParameter!]!
    resourceUrl: URL
    url: URL
  }
  type StagedUploadParameter {
    name: String!
    value: String!
  }
`;
