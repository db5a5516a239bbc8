import { decimalString } from '../../shared/domain/money.ts';
import type { Address, LineItem, Order } from '../../shared/domain/order.ts';

/**
 * An order as the file of a bulk operation has it: its own line, then one for each line item
 * (https://shopify.dev/docs/api/usage/bulk-operations/queries). Fields and their order are those of the query.
 */
export function bulkLines(order: Order): readonly string[] {
  const subtotalLineItemsQuantity = order.lineItems.reduce((sum, { quantity }) => sum + quantity, 0);
  return [
    JSON.stringify({ ...root(order), subtotalLineItemsQuantity }),
    ...order.lineItems.map((item) => JSON.stringify({ ...lineItem(item), __parentId: order.gid })),
  ];
}

/** An order as a page or an answer by id has it, its lines inside. */
export function pageNode(order: Order): string {
  const pageInfo = { hasNextPage: false, endCursor: null };
  return JSON.stringify({ ...root(order), lineItems: { nodes: order.lineItems.map(lineItem), pageInfo } });
}

const time = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

function root(order: Order) {
  const { amountMinor, currency } = order.total;
  return {
    id: order.gid,
    name: order.name,
    createdAt: time(order.createdAt),
    updatedAt: time(order.updatedAt),
    cancelledAt: order.cancelledAt === null ? null : time(order.cancelledAt),
    cancelReason: order.cancelReason,
    test: order.test,
    sourceName: order.sourceName,
    tags: order.tags,
    displayFinancialStatus: order.financialStatus,
    displayFulfillmentStatus: order.fulfillmentStatus,
    paymentGatewayNames: order.gateways,
    canMarkAsPaid: order.canMarkAsPaid,
    merchantEditable: order.merchantEditable,
    merchantEditableErrors: order.merchantEditableErrors,
    currentTotalPriceSet: {
      shopMoney: { amount: decimalString({ amountMinor, currency }), currencyCode: currency },
    },
    email: order.email,
    phone: order.phone,
    purchasingEntity: { kind: 'Customer' },
    shippingAddress: order.shippingAddress && address(order.shippingAddress),
    shippingLine: order.shippingLine,
    customAttributes: order.attributes ?? [],
    paymentTerms: null,
    fulfillments: [],
  };
}

function address({ countryCode, ...rest }: Address) {
  const { address1, address2, city, provinceCode, firstName, lastName, company, zip, phone } = rest;
  const countryCodeV2 = countryCode;
  return {
    address1,
    address2,
    city,
    provinceCode,
    countryCodeV2,
    firstName,
    lastName,
    company,
    zip,
    phone,
  };
}

function lineItem({ gid, variant, product, ...rest }: LineItem) {
  return { id: gid, ...rest, variant: variant && { id: variant }, product: product && { id: product } };
}
