import type { OrdersProbeQueryVariables, ShopProbeQueryVariables } from '../admin-operations.generated.ts';
import { ordersProbeAnswer, type RawOrdersProbe, shopProbeAnswer, type RawShop } from '../decode/probe.ts';
import { type AdminDocument, adminDocument } from './document.ts';
import { addressFields, fulfillmentFields } from './order-fields.ts';
import type { DocumentParts } from './parts.ts';

/** Who the token belongs to and what it may do. Needs no scope. */
export const SHOP_PROBE: AdminDocument<ShopProbeQueryVariables, RawShop> = adminDocument(
  `#graphql
query ShopProbe {
  shop { name myshopifyDomain currencyCode }
  currentAppInstallation { accessScopes { handle } }
}`,
  shopProbeAnswer,
);

/** A few recent orders with everything that may be withheld: the errors name what is (the answer itself is not kept). */
export function ordersProbeDocument(
  parts: DocumentParts,
): AdminDocument<OrdersProbeQueryVariables, RawOrdersProbe> {
  return adminDocument(
    `#graphql
query OrdersProbe {
  orders(first: 20, reverse: true, sortKey: CREATED_AT) {
    nodes {
      id
      email
      phone
      ${parts.has('purchasingEntity') ? 'purchasingEntity { kind: __typename }' : ''}
      ${parts.has('paymentTerms') ? 'paymentTerms { overdue }' : ''}
      shippingAddress { ${addressFields(parts)} }
      fulfillments(first: 1) { ${fulfillmentFields(parts)} }
    }
  }
}`,
    ordersProbeAnswer,
  );
}
