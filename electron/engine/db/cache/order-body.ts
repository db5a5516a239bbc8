import type {
  Address,
  Fulfillment,
  LineItem,
  Order,
  PaymentSchedule,
  PaymentTerms,
} from '../../../../shared/domain/order.ts';
import { packGid, type PackedGid, unpackGid } from './packed-gid.ts';

/**
 * An order as its row holds it: JSON lists in a fixed order of fields, and ids of Shopify as their numbers. Names and
 * ids are two thirds of an order written as objects: this way five rows go into a page instead of one, and to read and
 * decrypt pages is most of what taking in and showing orders costs. Without tag events, which have a table of their own.
 * A field that is added changes what the lists mean: bodies written before can no longer be read.
 */
export function packOrder(order: Order): string {
  return JSON.stringify([
    packGid('Order', order.gid),
    order.name,
    order.createdAt,
    order.updatedAt,
    order.cancelledAt,
    order.cancelReason,
    order.test,
    order.sourceName,
    order.financialStatus,
    order.fulfillmentStatus,
    order.tags,
    order.total.amountMinor,
    order.total.currency,
    order.email,
    order.phone,
    order.gateways,
    order.buyer,
    order.paymentTerms && packTerms(order.paymentTerms),
    order.shippingAddress && packAddress(order.shippingAddress),
    order.shippingLine && [order.shippingLine.title, order.shippingLine.code],
    order.lineItems.map(packItem),
    order.fulfillments.map(packFulfillment),
    order.canMarkAsPaid,
    order.merchantEditable,
    order.merchantEditableErrors,
    order.redacted,
    order.attributes && order.attributes.map(({ key, value }): PackedAttribute => [key, value]),
  ] satisfies PackedOrder);
}

/** The order that `packOrder` wrote. */
export function unpackOrder(body: string): Order {
  const packed: PackedOrder = JSON.parse(body);
  const [
    gid,
    name,
    createdAt,
    updatedAt,
    cancelledAt,
    cancelReason,
    test,
    sourceName,
    financialStatus,
    fulfillmentStatus,
    tags,
    amountMinor,
    currency,
    email,
    phone,
    gateways,
    buyer,
    terms,
    address,
    shipping,
    items,
    fulfillments,
    canMarkAsPaid,
    merchantEditable,
    merchantEditableErrors,
    redacted,
    attributes,
  ] = packed;
  return {
    gid: unpackGid('Order', gid),
    name,
    createdAt,
    updatedAt,
    cancelledAt,
    cancelReason,
    test,
    sourceName,
    financialStatus,
    fulfillmentStatus,
    tags,
    total: { amountMinor, currency },
    email,
    phone,
    gateways,
    buyer,
    paymentTerms: terms && unpackTerms(terms),
    shippingAddress: address && unpackAddress(address),
    shippingLine: shipping && { title: shipping[0], code: shipping[1] },
    lineItems: items.map(unpackItem),
    attributes: attributes && attributes.map(([key, value]) => ({ key, value })),
    fulfillments: fulfillments.map(unpackFulfillment),
    canMarkAsPaid,
    merchantEditable,
    merchantEditableErrors,
    tagEvents: null,
    redacted,
  };
}

/** What lists show of an order. */
export type OrderHead = Pick<Order, 'gid' | 'name' | 'createdAt' | 'total' | 'tags' | 'shippingAddress'> & {
  readonly lineItems: readonly Pick<LineItem, 'title' | 'variantTitle' | 'currentQuantity'>[];
};

/** Of what `packOrder` wrote, what lists show: a third of the work. */
export function unpackHead(body: string): OrderHead {
  const packed: PackedOrder = JSON.parse(body);
  const [gid, name, createdAt] = packed;
  const address = packed[18];
  return {
    gid: unpackGid('Order', gid),
    name,
    createdAt,
    tags: packed[10],
    total: { amountMinor: packed[11], currency: packed[12] },
    shippingAddress: address && unpackAddress(address),
    lineItems: packed[20].map((item) => ({
      title: item[1],
      variantTitle: item[2],
      currentQuantity: item[5],
    })),
  };
}

type PackedOrder = readonly [
  gid: PackedGid,
  name: string,
  createdAt: number,
  updatedAt: number,
  cancelledAt: number | null,
  cancelReason: string | null,
  test: boolean,
  sourceName: string | null,
  financialStatus: Order['financialStatus'],
  fulfillmentStatus: string,
  tags: readonly string[],
  amountMinor: number,
  currency: string,
  email: string | null,
  phone: string | null,
  gateways: readonly string[],
  buyer: Order['buyer'],
  terms: PackedTerms | null,
  address: PackedAddress | null,
  shipping: readonly [title: string, code: string | null] | null,
  items: readonly PackedItem[],
  fulfillments: readonly PackedFulfillment[],
  canMarkAsPaid: boolean,
  merchantEditable: boolean,
  merchantEditableErrors: readonly string[],
  redacted: Order['redacted'],
  attributes: readonly PackedAttribute[] | null,
];

type PackedAttribute = readonly [key: string, value: string];

type PackedItem = readonly [
  gid: PackedGid,
  title: string,
  variantTitle: string | null,
  sku: string | null,
  quantity: number,
  currentQuantity: number,
  nonFulfillableQuantity: number,
  requiresShipping: boolean,
  variant: PackedGid | null,
  product: PackedGid | null,
];

function packItem(item: LineItem): PackedItem {
  return [
    packGid('LineItem', item.gid),
    item.title,
    item.variantTitle,
    item.sku,
    item.quantity,
    item.currentQuantity,
    item.nonFulfillableQuantity,
    item.requiresShipping,
    item.variant && packGid('ProductVariant', item.variant),
    item.product && packGid('Product', item.product),
  ];
}

function unpackItem(packed: PackedItem): LineItem {
  const [
    gid,
    title,
    variantTitle,
    sku,
    quantity,
    currentQuantity,
    nonFulfillableQuantity,
    ships,
    variant,
    product,
  ] = packed;
  return {
    gid: unpackGid('LineItem', gid),
    title,
    variantTitle,
    sku,
    quantity,
    currentQuantity,
    nonFulfillableQuantity,
    requiresShipping: ships,
    variant: variant === null ? null : unpackGid('ProductVariant', variant),
    product: product === null ? null : unpackGid('Product', product),
  };
}

type PackedAddress = readonly (string | null)[];

function packAddress(address: Address): PackedAddress {
  return [
    address.firstName,
    address.lastName,
    address.company,
    address.address1,
    address.address2,
    address.city,
    address.provinceCode,
    address.zip,
    address.countryCode,
    address.phone,
  ];
}

function unpackAddress(packed: PackedAddress): Address {
  const [
    firstName = null,
    lastName = null,
    company = null,
    address1 = null,
    address2 = null,
    city = null,
    provinceCode = null,
    zip = null,
    countryCode = null,
    phone = null,
  ] = packed;
  return { firstName, lastName, company, address1, address2, city, provinceCode, zip, countryCode, phone };
}

type PackedFulfillment = readonly [
  gid: PackedGid,
  status: string,
  createdAt: number,
  service: string | null,
  location: string | null,
];

function packFulfillment({ gid, status, createdAt, service, location }: Fulfillment): PackedFulfillment {
  return [packGid('Fulfillment', gid), status, createdAt, service, location];
}

function unpackFulfillment([gid, status, createdAt, service, location]: PackedFulfillment): Fulfillment {
  return { gid: unpackGid('Fulfillment', gid), status, createdAt, service, location };
}

type PackedTerms = readonly [name: string, overdue: boolean, schedules: readonly PackedSchedule[]];
type PackedSchedule = readonly [gid: PackedGid, dueAt: number | null, completedAt: number | null];

function packTerms({ name, overdue, schedules }: PaymentTerms): PackedTerms {
  const pack = ({ gid, dueAt, completedAt }: PaymentSchedule): PackedSchedule => [
    packGid('PaymentSchedule', gid),
    dueAt,
    completedAt,
  ];
  return [name, overdue, schedules.map(pack)];
}

function unpackTerms([name, overdue, schedules]: PackedTerms): PaymentTerms {
  const unpack = ([gid, dueAt, completedAt]: PackedSchedule): PaymentSchedule => ({
    gid: unpackGid('PaymentSchedule', gid),
    dueAt,
    completedAt,
  });
  return { name, overdue, schedules: schedules.map(unpack) };
}
