/** Products, variants, inventory items and metafields; a subset of Shopify's Admin API 2026-10. */
export const productTypes = /* GraphQL */ `
  type Product implements HasMetafields & LegacyInteroperability & Node {
    id: ID!
    legacyResourceId: UnsignedInt64!
    title: String!
    handle: String!
    status: ProductStatus!
    vendor: String!
    productType: String!
    isGiftCard: Boolean!
    tags: [String!]!
    createdAt: DateTime!
    updatedAt: DateTime!
    onlineStoreUrl: URL
    metafield(namespace: String, key: String!): Metafield
    variantsCount: Count
    variants(
      first: Int
      after: String
      reverse: Boolean = false
      sortKey: ProductVariantSortKeys = POSITION
    ): ProductVariantConnection!
  }
  type ProductConnection {
    edges: [ProductEdge!]!
    nodes: [Product!]!
    pageInfo: PageInfo!
  }
  type ProductEdge {
    cursor: String!
    node: Product!
  }
  type ProductVariant implements HasMetafields & LegacyInteroperability & Node {
    id: ID!
    legacyResourceId: UnsignedInt64!
    title: String!
    displayName: String!
    sku: String
    barcode: String
    position: Int!
    price: Money!
    createdAt: DateTime!
    updatedAt: DateTime!
    inventoryItem: InventoryItem!
    product: Product!
    metafield(namespace: String, key: String!): Metafield
  }
  type ProductVariantConnection {
    edges: [ProductVariantEdge!]!
    nodes: [ProductVariant!]!
    pageInfo: PageInfo!
  }
  type ProductVariantEdge {
    cursor: String!
    node: ProductVariant!
  }
  type InventoryItem implements LegacyInteroperability & Node {
    id: ID!
    legacyResourceId: UnsignedInt64!
    sku: String
    requiresShipping: Boolean!
    tracked: Boolean!
    createdAt: DateTime!
    updatedAt: DateTime!
    variant: ProductVariant! @deprecated(reason: "Use variants instead.")
  }
  type Metafield implements LegacyInteroperability & Node {
    id: ID!
    legacyResourceId: UnsignedInt64!
    namespace: String!
    key: String!
    type: String!
    value: String!
    compareDigest: String!
    createdAt: DateTime!
    updatedAt: DateTime!
  }
  enum ProductStatus {
    ACTIVE
    ARCHIVED
    DRAFT
    UNLISTED
  }
  enum ProductSortKeys {
    CREATED_AT
    ID
    TITLE
    UPDATED_AT
  }
  enum ProductVariantSortKeys {
    ID
    POSITION
    SKU
    TITLE
  }
`;
