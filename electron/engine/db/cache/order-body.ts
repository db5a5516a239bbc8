import type {
  Address,
  Fulfillment,
  LineItem,
  Order,
  PaymentSchedule,
  PaymentTerms,
} from '../../../../shared/domain/order.ts';
import { packGid, type PackedGid, unpackGid } from './packed-gid.ts';

/** An order as its row holds it: what lists show of it, and the rest. */
export interface PackedOrder {
  readonly head: string;
  readonly body: string;
}

/**
 * JSON lists in a fixed order of fields, and ids of Shopify as their numbers. Names and ids are two thirds of an order
 * written as objects: this way five rows go into a page instead of one, and to read and decrypt pages is most of what
 * taking in and showing orders costs; what lists show is apart since they parse nothing else. Without tag events, which
 * have a table of their own. A field that is added changes what the lists mean: what was written before can no longer
 * be read.
 */
export function packOrder(order: Order): PackedOrder {
  const address = order.shippingAddress;
  const head: Head = [
    packGid('Order', order.gid),
    order.name,
    order.createdAt,
    order.tags,
    order.total.amountMinor,
    order.total.currency,
    address && [address.firstName, address.lastName, address.company, address.city, address.countryCode],
    order.lineItems.flatMap(({ title, variantTitle, currentQuantity }) => [
      title,
      variantTitle,
      currentQuantity,
    ]),
  ];
  const body: Body = [
    order.updatedAt,
    order.cancelledAt,
    order.cancelReason,
    order.test,
    order.sourceName,
    order.financialStatus,
    order.fulfillmentStatus,
    order.email,
    order.phone,
    order.gateways,
    order.buyer,
    order.paymentTerms && packTerms(order.paymentTerms),
    address && [address.address1, address.address2, address.provinceCode, address.zip, address.phone],
    order.shippingLine && [order.shippingLine.title, order.shippingLine.code],
    order.lineItems.map(packItem),
    order.fulfillments.map(packFulfillment),
    order.canMarkAsPaid,
    order.merchantEditable,
    order.merchantEditableErrors,
    order.redacted,
    order.attributes && order.attributes.map(({ key, value }): PackedAttribute => [key, value]),
  ];
  return { head: JSON.stringify(head), body: JSON.stringify(body) };
}

/** The order that `packOrder` wrote. */
export function unpackOrder(packed: PackedOrder): Order {
  const head = headOf(JSON.parse(packed.head));
  const body: Body = JSON.parse(packed.body);
  const [
    updatedAt,
    cancelledAt,
    cancelReason,
    test,
    sourceName,
    financialStatus,
    fulfillmentStatus,
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
  ] = body;
  return {
    gid: head.gid,
    name: head.name,
    createdAt: head.createdAt,
    updatedAt,
    cancelledAt,
    cancelReason,
    test,
    sourceName,
    financialStatus,
    fulfillmentStatus,
    tags: head.tags,
    total: head.total,
    email,
    phone,
    gateways,
    buyer,
    paymentTerms: terms && unpackTerms(terms),
    shippingAddress: head.shippingAddress && address && unpackAddress(head.shippingAddress, address),
    shippingLine: shipping && { title: shipping[0], code: shipping[1] },
    lineItems: head.lineItems.flatMap((item, at) => {
      const rest = items[at];
      return rest ? unpackItem(item, rest) : [];
    }),
    attributes: attributes && attributes.map(([key, value]) => ({ key, value })),
    fulfillments: fulfillments.map(unpackFulfillment),
    canMarkAsPaid,
    merchantEditable,
    merchantEditableErrors,
    tagEvents: null,
    redacted,
  };
}

/** What lists show of an address. */
type AddressHead = Pick<Address, 'firstName' | 'lastName' | 'company' | 'city' | 'countryCode'>;
/** What lists show of an item. */
type ItemHead = Pick<LineItem, 'title' | 'variantTitle' | 'currentQuantity'>;

/** What lists show of an order. */
export type OrderHead = Pick<Order, 'gid' | 'name' | 'createdAt' | 'total' | 'tags'> & {
  readonly shippingAddress: AddressHead | null;
  readonly lineItems: readonly ItemHead[];
};

/** Of what `packOrder` wrote, what lists show, in the order of `packed`: many at once are read in one go. */
export function unpackHeads(packed: readonly string[]): readonly OrderHead[] {
  const heads: readonly Head[] = JSON.parse(`[${packed.join(',')}]`);
  return heads.map(headOf);
}

function headOf(head: Head): OrderHead {
  const [gid, name, createdAt, tags, amountMinor, currency, address, items] = head;
  return {
    gid: unpackGid('Order', gid),
    name,
    createdAt,
    tags,
    total: { amountMinor, currency },
    shippingAddress: address && {
      firstName: address[0],
      lastName: address[1],
      company: address[2],
      city: address[3],
      countryCode: address[4],
    },
    lineItems: itemHeads(items),
  };
}

function itemHeads(items: readonly ItemField[]): readonly ItemHead[] {
  const heads: ItemHead[] = [];
  for (let at = 0; at < items.length; at += 3) {
    const title = items[at];
    const variantTitle = items[at + 1] ?? null;
    const currentQuantity = items[at + 2];
    if (typeof title !== 'string' || typeof variantTitle === 'number' || typeof currentQuantity !== 'number')
      throw new TypeError('The items of an order in the cache are not what was written.');
    heads.push({ title, variantTitle, currentQuantity });
  }
  return heads;
}

type Texts<N extends number, All extends (string | null)[] = []> = All['length'] extends N
  ? Readonly<All>
  : Texts<N, [...All, string | null]>;
/** Title, variant's title and current quantity of each, one behind the other: a list of its own for each takes longer. */
type ItemField = string | number | null;

type Head = readonly [
  gid: PackedGid,
  name: string,
  createdAt: number,
  tags: readonly string[],
  amountMinor: number,
  currency: string,
  address: Texts<5> | null,
  items: readonly ItemField[],
];

type Body = readonly [
  updatedAt: number,
  cancelledAt: number | null,
  cancelReason: string | null,
  test: boolean,
  sourceName: string | null,
  financialStatus: Order['financialStatus'],
  fulfillmentStatus: string,
  email: string | null,
  phone: string | null,
  gateways: readonly string[],
  buyer: Order['buyer'],
  terms: PackedTerms | null,
  address: Texts<5> | null,
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
  sku: string | null,
  quantity: number,
  nonFulfillableQuantity: number,
  requiresShipping: boolean,
  variant: PackedGid | null,
  product: PackedGid | null,
];

function packItem(item: LineItem): PackedItem {
  return [
    packGid('LineItem', item.gid),
    item.sku,
    item.quantity,
    item.nonFulfillableQuantity,
    item.requiresShipping,
    item.variant && packGid('ProductVariant', item.variant),
    item.product && packGid('Product', item.product),
  ];
}

function unpackItem(head: ItemHead, packed: PackedItem): LineItem {
  const [gid, sku, quantity, nonFulfillableQuantity, requiresShipping, variant, product] = packed;
  return {
    gid: unpackGid('LineItem', gid),
    title: head.title,
    variantTitle: head.variantTitle,
    sku,
    quantity,
    currentQuantity: head.currentQuantity,
    nonFulfillableQuantity,
    requiresShipping,
    variant: variant === null ? null : unpackGid('ProductVariant', variant),
    product: product === null ? null : unpackGid('Product', product),
  };
}

function unpackAddress(head: AddressHead, rest: Texts<5>): Address {
  const { firstName, lastName, company, city, countryCode } = head;
  const [address1, address2, provinceCode, zip, phone] = rest;
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
