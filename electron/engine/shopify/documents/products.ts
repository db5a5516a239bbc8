import { LINK_METAFIELD } from '../../../../shared/domain/catalog.ts';
import type {
  ProductVariantsQueryVariables,
  ProductsByIdsQueryVariables,
  ProductsUpdatedQueryVariables,
} from '../admin-operations.generated.ts';
import {
  productsByIdsAnswer,
  productsPageAnswer,
  productVariantsAnswer,
  type RawProduct,
  type RawProductsPage,
  type RawVariants,
} from '../decode/product.ts';
import { type AdminDocument, adminDocument } from './document.ts';

/** The selection of the metafield that holds a product link, with the digest that guards a write. */
export const LINK_FIELDS = `metafield(namespace: "${LINK_METAFIELD.namespace}", key: "${LINK_METAFIELD.key}") { value compareDigest }`;
const VARIANTS = 10;
export const VARIANT_FIELDS = `id title sku barcode inventoryItem { id requiresShipping } ${LINK_FIELDS}`;
export const PRODUCT_HEAD = 'id title tags updatedAt';
const PRODUCT_FIELDS = `${PRODUCT_HEAD}
      variants(first: ${VARIANTS}) {
        nodes { ${VARIANT_FIELDS} }
        pageInfo { hasNextPage endCursor }
      }`;

/** Products by id with their first variants; null where one is gone. */
export const PRODUCTS_BY_IDS: AdminDocument<ProductsByIdsQueryVariables, readonly (RawProduct | null)[]> =
  adminDocument(
    `#graphql
query ProductsByIds($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Product { ${PRODUCT_FIELDS}
    }
  }
}`,
    productsByIdsAnswer,
  );

/** One page of products, oldest update first. */
export const PRODUCTS_UPDATED: AdminDocument<ProductsUpdatedQueryVariables, RawProductsPage> = adminDocument(
  `#graphql
query ProductsUpdated($first: Int!, $after: String, $query: String!) {
  products(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
    nodes { ${PRODUCT_FIELDS}
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  productsPageAnswer,
);

/** Further variants of one product. */
export const PRODUCT_VARIANTS: AdminDocument<ProductVariantsQueryVariables, RawVariants | null> =
  adminDocument(
    `#graphql
query ProductVariants($id: ID!, $after: String) {
  product(id: $id) {
    variants(first: 100, after: $after) {
      nodes { ${VARIANT_FIELDS} }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
    productVariantsAnswer,
  );
