import type { IntrospectionQuery } from 'graphql';

/** Shopify's Admin schema 2026-10 as an introspection result, from the pinned npm tarball or its cache. */
export function loadShopifySchema(): Promise<IntrospectionQuery>;
