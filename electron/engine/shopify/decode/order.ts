import { z } from 'zod';
import type { FinancialStatus, Fulfillment, LineItem, Order } from '../../../../shared/domain/order.ts';
import { type DocumentParts, withheldParts } from '../documents/parts.ts';
import type { UnreadOrder } from '../store-api.ts';
import { misfit } from './misfit.ts';
import { dateTime, gidOf, money, pageInfo } from './scalars.ts';
import { usualOrder } from './usual-order.ts';

/*
 * Fields that a document may leave out (documents/parts.ts) are optional here: a piece that was not asked for is
 * unknown, and the order says so in `redacted`.
 */
const text = z.string().nullable();
const optionalText = text.optional().transform((value) => value ?? null);

export const rawAddress = z.object({
  firstName: optionalText,
  lastName: optionalText,
  company: optionalText,
  address1: text,
  address2: text,
  city: text,
  provinceCode: text,
  zip: optionalText,
  countryCodeV2: text,
  phone: optionalText,
});

export const rawLine = z.object({
  id: gidOf('LineItem'),
  title: z.string(),
  variantTitle: text,
  sku: text,
  quantity: z.int(),
  currentQuantity: z.int(),
  nonFulfillableQuantity: z.int(),
  requiresShipping: z.boolean(),
  variant: z.object({ id: gidOf('ProductVariant') }).nullish(),
  product: z.object({ id: gidOf('Product') }).nullish(),
});
const rawLines = z.object({ nodes: z.array(rawLine), pageInfo });
export type RawLines = z.output<typeof rawLines>;

const rawFulfillments = z.array(
  z.object({
    id: gidOf('Fulfillment'),
    status: z.string(),
    createdAt: dateTime,
    service: z.object({ serviceName: z.string() }).nullish(),
    location: z.object({ name: z.string() }).nullish(),
  }),
);
export type RawFulfillments = z.output<typeof rawFulfillments>;

export const rawSchedule = z.object({
  id: gidOf('PaymentSchedule'),
  dueAt: dateTime.nullable(),
  completedAt: dateTime.nullable(),
});
export const rawPaymentTerms = z.object({
  paymentTermsName: z.string(),
  overdue: z.boolean(),
  paymentSchedules: z.object({ nodes: z.array(rawSchedule) }),
});

export const rawOrder = z.object({
  id: gidOf('Order'),
  name: z.string(),
  createdAt: dateTime,
  updatedAt: dateTime,
  cancelledAt: dateTime.nullable(),
  cancelReason: text,
  test: z.boolean(),
  sourceName: text,
  tags: z.array(z.string()),
  displayFinancialStatus: text,
  displayFulfillmentStatus: z.string(),
  paymentGatewayNames: z.array(z.string()),
  canMarkAsPaid: z.boolean(),
  merchantEditable: z.boolean(),
  merchantEditableErrors: z.array(z.string()),
  currentTotalPriceSet: z.object({ shopMoney: money }),
  email: optionalText,
  phone: optionalText,
  purchasingEntity: z.object({ kind: z.string() }).nullish(),
  paymentTerms: rawPaymentTerms.nullish(),
  shippingAddress: rawAddress.nullish(),
  shippingLine: z.object({ title: z.string(), code: text }).nullable(),
  customAttributes: z.array(z.object({ key: z.string(), value: text })),
  fulfillments: rawFulfillments,
  lineItems: rawLines,
});
export type RawOrder = z.output<typeof rawOrder>;
/** The line of an order in a bulk operation's file, in which what is nested has lines of its own. */
export const bulkOrder = rawOrder.omit({ lineItems: true }).extend({
  subtotalLineItemsQuantity: z.int(),
  paymentTerms: rawPaymentTerms.omit({ paymentSchedules: true }).nullish(),
});
const identified = z.object({ id: gidOf('Order') });

/** Orders are decoded one by one: what one of them holds keeps nothing from the others of its page. */
const orderOrUnread = z.custom<z.input<typeof rawOrder>>().transform(readOrder);
const rawOrdersPage = z.object({ nodes: z.array(orderOrUnread), pageInfo });
export type RawOrdersPage = z.output<typeof rawOrdersPage>;

export const ordersPageAnswer = z.object({ orders: rawOrdersPage }).transform(({ orders }) => orders);
export const ordersByIdsAnswer = z
  .object({ nodes: z.array(orderOrUnread.nullable()) })
  .transform(({ nodes }) => nodes);
export const orderLinesAnswer = z
  .object({ order: z.object({ lineItems: rawLines }).nullable() })
  .transform(({ order }) => order?.lineItems ?? null);
const rawStamps = z.object({
  nodes: z.array(z.object({ id: gidOf('Order'), updatedAt: dateTime })),
  pageInfo,
});
export type RawStamps = z.output<typeof rawStamps>;
export const orderStampsAnswer = z.object({ orders: rawStamps }).transform(({ orders }) => orders);
/** null: Shopify gives no exact number. */
export const ordersCountAnswer = z
  .object({ ordersCount: z.object({ count: z.int(), precision: z.string() }).nullable() })
  .transform(({ ordersCount }) => (ordersCount?.precision === 'EXACT' ? ordersCount.count : null));
export const fulfillmentsAnswer = z
  .object({ order: z.object({ fulfillments: rawFulfillments }).nullable() })
  .transform(({ order }) => order?.fulfillments ?? []);

const KNOWN_STATUSES = [
  'PENDING',
  'AUTHORIZED',
  'PARTIALLY_PAID',
  'PARTIALLY_REFUNDED',
  'VOIDED',
  'PAID',
  'REFUNDED',
  'EXPIRED',
] as const satisfies readonly FinancialStatus[];

/** A status of a later API version is unknown: rules on it are off rather than wrong. */
function financialStatus(status: string | null): FinancialStatus | null {
  return KNOWN_STATUSES.find((known) => known === status) ?? null;
}

/** Decodes one order; what does not fit names the field, and nothing of its value: orders hold personal data. */
function readOrder(value: unknown): RawOrder | UnreadOrder {
  const usual = usualOrder(value);
  if (usual) return usual;
  const decoded = rawOrder.safeParse(value);
  if (decoded.success) return decoded.data;
  return { gid: identified.safeParse(value).data?.id ?? null, trouble: misfit(decoded.error) };
}

export function isUnread(read: RawOrder | UnreadOrder): read is UnreadOrder {
  return 'trouble' in read;
}

/** `raw` and all of its lines and fulfilments as the domain has it. `parts`: what the document asked for. */
export function toOrder(
  raw: Omit<RawOrder, 'lineItems' | 'fulfillments'>,
  lines: RawLines['nodes'],
  fulfillments: RawFulfillments,
  parts: DocumentParts,
): Order {
  return {
    gid: raw.id,
    name: raw.name,
    createdAt: raw.createdAt,
    updatedAt: raw.updatedAt,
    cancelledAt: raw.cancelledAt,
    cancelReason: raw.cancelReason,
    test: raw.test,
    sourceName: raw.sourceName,
    financialStatus: financialStatus(raw.displayFinancialStatus),
    fulfillmentStatus: raw.displayFulfillmentStatus,
    tags: raw.tags,
    total: raw.currentTotalPriceSet.shopMoney,
    email: raw.email,
    phone: raw.phone,
    gateways: raw.paymentGatewayNames,
    buyer: raw.purchasingEntity?.kind === 'PurchasingCompany' ? 'b2b' : 'b2c',
    paymentTerms: raw.paymentTerms ? toPaymentTerms(raw.paymentTerms) : null,
    shippingAddress: raw.shippingAddress ? toAddress(raw.shippingAddress) : null,
    shippingLine: raw.shippingLine,
    lineItems: lines.map(toLineItem),
    attributes: raw.customAttributes.map(({ key, value }) => ({ key, value: value ?? '' })),
    fulfillments: fulfillments.map(toFulfillment),
    canMarkAsPaid: raw.canMarkAsPaid,
    merchantEditable: raw.merchantEditable,
    merchantEditableErrors: raw.merchantEditableErrors,
    tagEvents: null,
    redacted: withheldParts(parts),
  };
}

export function toAddress(raw: z.output<typeof rawAddress>): NonNullable<Order['shippingAddress']> {
  const { firstName, lastName, company, address1, address2, city, provinceCode, zip, phone } = raw;
  const countryCode = raw.countryCodeV2;
  return { firstName, lastName, company, address1, address2, city, provinceCode, zip, countryCode, phone };
}

function toPaymentTerms(raw: z.output<typeof rawPaymentTerms>): NonNullable<Order['paymentTerms']> {
  return {
    name: raw.paymentTermsName,
    overdue: raw.overdue,
    schedules: raw.paymentSchedules.nodes.map(({ id, dueAt, completedAt }) => ({
      gid: id,
      dueAt,
      completedAt,
    })),
  };
}

/** Written out: to copy the rest of an object takes longer than to read it from its line. */
function toLineItem(line: RawLines['nodes'][number]): LineItem {
  return {
    gid: line.id,
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    nonFulfillableQuantity: line.nonFulfillableQuantity,
    requiresShipping: line.requiresShipping,
    variant: line.variant?.id ?? null,
    product: line.product?.id ?? null,
  };
}

function toFulfillment({ id, status, createdAt, service, location }: RawFulfillments[number]): Fulfillment {
  return {
    gid: id,
    status,
    createdAt,
    service: service?.serviceName ?? null,
    location: location?.name ?? null,
  };
}
