import { toGid } from '../gid.ts';
import { countryNameOf } from '../merchants/countries.ts';
import type { Address, Customer, LineItem, Order, PaymentTerms, ShippingLine } from '../shop/order.ts';
import {
  canMarkAsPaid,
  currentTotalOf,
  editingObstaclesOf,
  fulfillmentStatusOf,
  originalTotalOf,
  outstandingOf,
  requiresShippingOf,
  unfulfilledQuantityOf,
} from '../shop/order-facts.ts';
import { connectionOf, type PageArgs } from './connection.ts';
import { asNode, type Field, type TypeResolvers } from './context.ts';
import { decimalOf } from './money.ts';

interface AddressSource {
  readonly address: Address;
  readonly id: string;
}

const goodsOf = (order: Order): number =>
  order.items.reduce((total, item) => total + item.unitPrice * item.currentQuantity, 0);

/** Shopify gives no address for an order of which nothing needs shipping. */
function shippingAddressOf(order: Order): AddressSource | null {
  if (order.shippingAddress === null) return null;
  if (!requiresShippingOf(order) && order.shippingLines.length === 0) return null;
  return { address: order.shippingAddress, id: toGid('MailingAddress', order.id * 2) };
}

/** A field that takes arguments; spelled out so that their type stands beside the resolver. */
const field = <Source, Args>(resolve: Field<Source, Args>): Field<Source, Args> => resolve;

/** A tip stands among the items, has no product, and can never be fulfilled. */
function isTip(item: Order['items'][number]): boolean {
  return item.productId === null && !item.requiresShipping && item.nonFulfillableQuantity >= item.quantity;
}

const order: Readonly<Record<string, Field<Order>>> = {
  id: (order) => toGid('Order', order.id),
  legacyResourceId: (order) => String(order.id),
  number: (order) => Number(/\d+$/.exec(order.name)?.[0] ?? 0),
  processedAt: (order) => order.createdAt,
  closed: (order) => order.closedAt !== null,
  confirmed: () => true,
  edited: (order) => order.agreements.some((agreement) => agreement.reason === 'ORDER_EDIT'),
  poNumber: () => null,
  customAttributes: (order) => order.attributes,
  currencyCode: (_, __, { shop }) => shop.profile.currency,
  presentmentCurrencyCode: (_, __, { shop }) => shop.profile.currency,
  displayFinancialStatus: (order) => order.financialStatus,
  displayFulfillmentStatus: (order) => fulfillmentStatusOf(order),
  currentSubtotalLineItemsQuantity: (order) =>
    order.items.reduce((sum, item) => sum + item.currentQuantity, 0),
  subtotalLineItemsQuantity: (order) =>
    order.items.reduce((sum, item) => sum + (item.isGiftCard || isTip(item) ? 0 : item.quantity), 0),
  currentSubtotalPriceSet: (order) => goodsOf(order),
  currentTotalPriceSet: (order) => currentTotalOf(order),
  totalPriceSet: (order) => originalTotalOf(order),
  totalReceivedSet: (order) => order.paid,
  totalOutstandingSet: (order) => outstandingOf(order),
  fullyPaid: (order) => outstandingOf(order) === 0,
  unpaid: (order) => order.paid === 0,
  canMarkAsPaid: (order) => canMarkAsPaid(order),
  paymentGatewayNames: (order) => order.gateways,
  paymentTerms: (order) => (order.paymentTerms === null ? null : { order, terms: order.paymentTerms }),
  requiresShipping: (order) => requiresShippingOf(order),
  merchantEditable: (order) => editingObstaclesOf(order).length === 0,
  merchantEditableErrors: (order) => editingObstaclesOf(order),
  purchasingEntity: (order) => order.company ?? order.customer,
  shippingAddress: (order) => shippingAddressOf(order),
  billingAddress: (order) =>
    order.billingAddress === null
      ? null
      : { address: order.billingAddress, id: toGid('MailingAddress', order.id * 2 + 1) },
  shippingLine: (order) => shippingLinesOf(order)[0] ?? null,
  metafield: () => null,
};

const orderConnections = {
  shippingLines: field<Order, PageArgs>((order, args, context) =>
    connectionOf(shippingLinesOf(order), args, context),
  ),
  lineItems: field<Order, PageArgs>((order, args, context) => connectionOf(order.items, args, context)),
  fulfillments: field<Order, { first?: number | null }>((order, { first }) =>
    order.fulfillments.slice(0, first ?? undefined),
  ),
  events: field<Order, PageArgs>((order, args, context) =>
    connectionOf(
      order.events.map((event) => asNode('BasicEvent', event)),
      args,
      context,
    ),
  ),
  agreements: field<Order, PageArgs>((order, args, context) =>
    connectionOf(
      order.agreements.map((agreement) =>
        asNode(agreement.reason === 'ORDER' ? 'OrderAgreement' : 'OrderEditAgreement', { order, agreement }),
      ),
      args,
      context,
    ),
  ),
};

interface NumberedLine {
  readonly line: ShippingLine;
  readonly id: string;
}

function shippingLinesOf(order: Order): NumberedLine[] {
  return order.shippingLines.map((line, at) => ({ line, id: toGid('ShippingLine', order.id * 8 + at) }));
}

const shippingLine: Readonly<Record<string, Field<NumberedLine>>> = {
  title: ({ line }) => line.title,
  code: ({ line }) => line.code,
  source: ({ line }) => line.source,
  carrierIdentifier: ({ line }) => line.carrierIdentifier,
  custom: ({ line }) => line.code === null,
  isRemoved: () => false,
  originalPriceSet: ({ line }) => line.price,
  discountedPriceSet: ({ line }) => line.price,
};

const lineItem: Readonly<Record<string, Field<LineItem>>> = {
  id: (item) => toGid('LineItem', item.id),
  name: (item) => (item.variantTitle === null ? item.title : `${item.title} - ${item.variantTitle}`),
  unfulfilledQuantity: (item) => unfulfilledQuantityOf(item),
  merchantEditable: (item) => item.fulfilledQuantity < item.currentQuantity,
  customAttributes: (item) => item.attributes,
  originalUnitPriceSet: (item) => item.unitPrice,
  discountedUnitPriceSet: (item) => item.unitPrice,
  variant: (item, _, { shop }) =>
    item.variantId === null ? null : (shop.catalogue.variants.get(item.variantId) ?? null),
  product: (item, _, { shop }) =>
    item.productId === null ? null : (shop.catalogue.products.get(item.productId) ?? null),
};

const address: Readonly<Record<string, Field<AddressSource>>> = {
  firstName: ({ address }) => address.firstName,
  lastName: ({ address }) => address.lastName,
  name: ({ address }) =>
    [address.firstName, address.lastName].filter((part) => part !== null).join(' ') || null,
  company: ({ address }) => address.company,
  address1: ({ address }) => address.address1,
  address2: ({ address }) => address.address2,
  city: ({ address }) => address.city,
  zip: ({ address }) => address.zip,
  province: ({ address }) => address.provinceCode,
  provinceCode: ({ address }) => address.provinceCode,
  country: ({ address }) => countryNameOf(address.countryCode) ?? address.countryCode,
  countryCode: ({ address }) => address.countryCode,
  countryCodeV2: ({ address }) => address.countryCode,
  phone: ({ address }) => address.phone,
  formatted: ({ address }) =>
    [
      address.address1,
      address.address2,
      [address.zip, address.city].filter(Boolean).join(' '),
      countryNameOf(address.countryCode),
    ].filter((line) => line != null && line !== ''),
};

interface TermsSource {
  readonly order: Order;
  readonly terms: PaymentTerms;
}

const isOverdue = ({ order, terms }: TermsSource, now: number): boolean =>
  terms.schedule.completedAt === null && terms.schedule.dueAt < now && outstandingOf(order) > 0;

const paymentTerms: Readonly<Record<string, Field<TermsSource>>> = {
  id: ({ order }) => toGid('PaymentTerms', order.id),
  due: (source, _, { shop }) => isOverdue(source, shop.clock.wall()),
  overdue: (source, _, { shop }) => isOverdue(source, shop.clock.wall()),
  dueInDays: ({ terms }) => terms.dueInDays,
  paymentTermsName: ({ terms }) => terms.name,
  paymentTermsType: ({ terms }) => terms.type,
};

const paymentSchedule: Readonly<Record<string, Field<TermsSource>>> = {
  id: ({ terms }) => toGid('PaymentSchedule', terms.schedule.id),
  dueAt: ({ terms }) => terms.schedule.dueAt,
  issuedAt: ({ terms }) => terms.schedule.issuedAt,
  completedAt: ({ terms }) => terms.schedule.completedAt,
  due: (source, _, { shop }) => isOverdue(source, shop.clock.wall()),
  amount: ({ order }) => currentTotalOf(order),
  balanceDue: ({ order }) => outstandingOf(order),
  totalBalance: ({ order }) => outstandingOf(order),
};

const customer: Readonly<Record<string, Field<Customer>>> = {
  id: (each) => toGid('Customer', each.id),
  legacyResourceId: (each) => String(each.id),
  displayName: (each) => `${each.firstName} ${each.lastName}`,
};

type CompanySource = NonNullable<Order['company']>;

/** Resolvers of the order and everything below it. */
export const orderResolvers: Readonly<Record<string, TypeResolvers>> = {
  Order: { ...order, ...orderConnections },
  LineItem: lineItem,
  ShippingLine: shippingLine,
  MailingAddress: address,
  PaymentTerms: {
    ...paymentTerms,
    paymentSchedules: field<TermsSource, PageArgs>((source, args, context) =>
      connectionOf([source], args, context),
    ),
  },
  PaymentSchedule: paymentSchedule,
  Customer: customer,
  PurchasingCompany: {
    company: (source: CompanySource) => ({ id: toGid('Company', source.id), name: source.name }),
    location: (source: CompanySource) => ({
      id: toGid('CompanyLocation', source.id + 1),
      name: source.location,
    }),
  },
  MoneyBag: {
    shopMoney: (minor: number) => minor,
    presentmentMoney: (minor: number) => minor,
  },
  MoneyV2: {
    amount: field<number, unknown>((minor, _, { shop }) => decimalOf(minor, shop.profile)),
    currencyCode: field<number, unknown>((_, __, { shop }) => shop.profile.currency),
  },
};
