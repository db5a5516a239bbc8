import type { DocumentParts } from './parts.ts';

/** Lines read with each order of a page; more than these are fetched per order, so that pages stay cheap. */
const LINES_PER_PAGE = 5;
/** Fulfilments read with each order of a page. */
export const FULFILLMENTS_PER_PAGE = 3;
const SCHEDULES = 3;
export const SCHEDULE_FIELDS = 'id dueAt completedAt';

/** The selection of a postal address. Field names follow MailingAddress. */
export function addressFields(parts: DocumentParts): string {
  return [
    'address1 address2 city provinceCode countryCodeV2',
    parts.has('addressName') ? 'firstName lastName company' : '',
    parts.has('zip') ? 'zip' : '',
    parts.has('addressPhone') ? 'phone' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The selection of one line item: ids of variant and product only, products are read once through nodes(ids). */
export function lineFields(parts: DocumentParts): string {
  return `id title variantTitle sku quantity currentQuantity nonFulfillableQuantity requiresShipping${
    parts.has('products') ? ' variant { id } product { id }' : ''
  }`;
}

/** The selection of one fulfilment. */
export function fulfillmentFields(parts: DocumentParts): string {
  return `id status createdAt${parts.has('service') ? ' service { serviceName }' : ''}${
    parts.has('location') ? ' location { name }' : ''
  }`;
}

/** The selection of payment terms; `schedules`: that of their schedules, which a page asks for otherwise than a bulk operation. */
export function paymentTermsFields(schedules: string): string {
  return `paymentTerms {
      paymentTermsName overdue
      ${schedules}
    }`;
}

/** The selection of one order without what is nested in it as a list. */
export function orderHead(parts: DocumentParts): string {
  return `
    id name createdAt updatedAt cancelledAt cancelReason test sourceName tags
    displayFinancialStatus displayFulfillmentStatus paymentGatewayNames
    canMarkAsPaid merchantEditable merchantEditableErrors
    currentTotalPriceSet { shopMoney { amount currencyCode } }
    ${parts.has('email') ? 'email' : ''}
    ${parts.has('phone') ? 'phone' : ''}
    ${parts.has('purchasingEntity') ? 'purchasingEntity { kind: __typename }' : ''}
    ${parts.has('shippingAddress') ? `shippingAddress { ${addressFields(parts)} }` : ''}
    shippingLine { title code }
    customAttributes { key value }`;
}

/** The selection of one order, with its first lines and fulfilments. */
export function orderFields(parts: DocumentParts): string {
  return `${orderHead(parts)}
    ${parts.has('paymentTerms') ? paymentTermsFields(`paymentSchedules(first: ${SCHEDULES}) { nodes { ${SCHEDULE_FIELDS} } }`) : ''}
    fulfillments(first: ${FULFILLMENTS_PER_PAGE}) { ${fulfillmentFields(parts)} }
    lineItems(first: ${LINES_PER_PAGE}) {
      nodes { ${lineFields(parts)} }
      pageInfo { hasNextPage endCursor }
    }`;
}
