import { z } from 'zod';
import { gid } from '../../../shared/domain/ids.ts';
import type { ImportProblem } from '../../../shared/domain/import.ts';
import { parseMoney } from '../../../shared/domain/money.ts';
import type { Order, OrderPart } from '../../../shared/domain/order.ts';
import { dateTime } from '../shopify/decode/scalars.ts';
import { financialStatus } from './financial-status.ts';
import { jsonTexts } from './json-texts.ts';
import { accepted, type Reading, rejected } from './reading.ts';

/*
 * An order as Shopify's REST Admin API and its webhooks write it (shopify.dev, REST “Order” resource). What a payload may
 * leave out is optional: unknown, which the order says in `redacted`.
 */
const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);
const id = z
  .union([z.int().positive().transform(String), z.string().regex(/^[1-9]\d{0,15}$/)])
  .refine((value) => Number.isSafeInteger(Number(value)));
const time = dateTime.nullish().transform((value) => value ?? null);

const restAddress = z.object({
  first_name: text,
  last_name: text,
  company: text,
  address1: text,
  address2: text,
  city: text,
  province_code: text,
  zip: text,
  country_code: text,
  phone: text,
});

const restOrder = z.object({
  id,
  name: z.string().min(1),
  created_at: dateTime,
  updated_at: dateTime,
  cancelled_at: time,
  cancel_reason: text,
  test: z.boolean().nullish(),
  source_name: text,
  tags: text,
  financial_status: text,
  fulfillment_status: text,
  current_total_price: z.string().nullish(),
  total_price: z.string(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  email: text,
  phone: text,
  payment_gateway_names: z.array(z.string()).nullish(),
  company: z.object({}).nullish(),
  payment_terms: z
    .object({
      payment_terms_name: z.string(),
      payment_schedules: z.array(z.object({ id: id.nullish(), due_at: time, completed_at: time })).nullish(),
    })
    .nullish(),
  shipping_address: restAddress.nullish(),
  shipping_lines: z.array(z.object({ title: z.string(), code: text })).nullish(),
  note_attributes: z.array(z.object({ name: z.string(), value: text })).nullish(),
  line_items: z.array(
    z.object({
      id,
      title: z.string(),
      variant_title: text,
      sku: text,
      quantity: z.int().min(0),
      current_quantity: z.int().min(0).nullish(),
      requires_shipping: z.boolean(),
      variant_id: id.nullish(),
      product_id: id.nullish(),
    }),
  ),
  fulfillments: z.array(z.object({ id, status: text, created_at: dateTime, service: text })).nullish(),
});
type RestOrder = z.output<typeof restOrder>;

/** Of a payload without this key, that part is unknown. */
const PARTS: readonly { readonly part: OrderPart; readonly key: string }[] = [
  { part: 'shippingAddress', key: 'shipping_address' },
  { part: 'email', key: 'email' },
  { part: 'phone', key: 'phone' },
  { part: 'paymentTerms', key: 'payment_terms' },
  { part: 'purchasingEntity', key: 'company' },
];

/** The orders of a file of REST or webhook payloads: one, several in a list, or one per line. */
export async function* readOrdersJson(pieces: AsyncIterable<string>): AsyncGenerator<Reading<Order>> {
  let row = 0;
  for await (const json of jsonTexts(pieces)) {
    row += 1;
    yield readOrder(json, row);
  }
}

function readOrder(json: string, row: number): Reading<Order> {
  let payload: unknown;
  try {
    payload = JSON.parse(json);
  } catch {
    return rejected(row, '', { code: 'not_json' });
  }
  const raw = unwrapped(payload);
  const parsed = restOrder.safeParse(raw);
  if (parsed.success) {
    try {
      return accepted(row, toOrder(parsed.data, withheld(raw)));
    } catch {
      return rejected(row, 'total_price', { code: 'not_an_amount', value: parsed.data.total_price });
    }
  }
  const [issue] = parsed.error.issues;
  return rejected(row, (issue?.path ?? []).map(String).join('.'), problemOf(issue, raw));
}

/** A payload may come in an envelope, `{"order": {…}}`. */
function unwrapped(payload: unknown): unknown {
  return isRecord(payload) && isRecord(payload['order']) && !('line_items' in payload)
    ? payload['order']
    : payload;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function problemOf(issue: z.core.$ZodIssue | undefined, raw: unknown): ImportProblem {
  const found = (issue?.path ?? []).reduce<unknown>(
    (value, key) =>
      isRecord(value)
        ? value[String(key)]
        : Array.isArray(value)
          ? (value as unknown[])[Number(key)]
          : undefined,
    raw,
  );
  if (found === undefined || found === null || found === '') return { code: 'missing' };
  return { code: 'not_as_documented', value: issue?.message ?? '' };
}

function withheld(raw: unknown): readonly OrderPart[] {
  const keys = isRecord(raw) ? raw : {};
  return ['products', ...PARTS.filter(({ key }) => !(key in keys)).map(({ part }) => part)];
}

const FULFILLMENT: Readonly<Record<string, string>> = {
  fulfilled: 'FULFILLED',
  partial: 'PARTIALLY_FULFILLED',
  restocked: 'RESTOCKED',
};

function toOrder(raw: RestOrder, redacted: readonly OrderPart[]): Order {
  const [shipping] = raw.shipping_lines ?? [];
  const fulfillment = raw.fulfillment_status?.toLowerCase() ?? '';
  return {
    gid: gid('Order', `gid://shopify/Order/${raw.id}`),
    name: raw.name,
    createdAt: raw.created_at,
    updatedAt: raw.updated_at,
    cancelledAt: raw.cancelled_at,
    cancelReason: raw.cancel_reason?.toUpperCase() ?? null,
    test: raw.test ?? false,
    sourceName: raw.source_name,
    financialStatus: financialStatus(raw.financial_status),
    fulfillmentStatus: FULFILLMENT[fulfillment] ?? 'UNFULFILLED',
    tags: (raw.tags ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    total: parseMoney(raw.current_total_price ?? raw.total_price, raw.currency),
    email: raw.email,
    phone: raw.phone,
    gateways: raw.payment_gateway_names ?? [],
    buyer: raw.company ? 'b2b' : 'b2c',
    paymentTerms: raw.payment_terms
      ? {
          name: raw.payment_terms.payment_terms_name,
          overdue: false,
          schedules: (raw.payment_terms.payment_schedules ?? []).map((schedule, at) => ({
            gid: gid('PaymentSchedule', `gid://shopify/PaymentSchedule/${schedule.id ?? at + 1}`),
            dueAt: schedule.due_at,
            completedAt: schedule.completed_at,
          })),
        }
      : null,
    shippingAddress: raw.shipping_address ? toAddress(raw.shipping_address) : null,
    shippingLine: shipping ?? null,
    lineItems: raw.line_items.map((item) => ({
      gid: gid('LineItem', `gid://shopify/LineItem/${item.id}`),
      title: item.title,
      variantTitle: item.variant_title,
      sku: item.sku,
      quantity: item.quantity,
      currentQuantity: item.current_quantity ?? item.quantity,
      nonFulfillableQuantity: 0,
      requiresShipping: item.requires_shipping,
      variant: item.variant_id
        ? gid('ProductVariant', `gid://shopify/ProductVariant/${item.variant_id}`)
        : null,
      product: item.product_id ? gid('Product', `gid://shopify/Product/${item.product_id}`) : null,
    })),
    attributes: raw.note_attributes?.map(({ name, value }) => ({ key: name, value: value ?? '' })) ?? null,
    fulfillments: (raw.fulfillments ?? []).map((fulfillment_) => ({
      gid: gid('Fulfillment', `gid://shopify/Fulfillment/${fulfillment_.id}`),
      status: fulfillment_.status?.toUpperCase() ?? 'SUCCESS',
      createdAt: fulfillment_.created_at,
      service: fulfillment_.service,
      location: null,
    })),
    canMarkAsPaid: false,
    merchantEditable: false,
    merchantEditableErrors: [],
    tagEvents: null,
    redacted,
  };
}

function toAddress(raw: z.output<typeof restAddress>): NonNullable<Order['shippingAddress']> {
  return {
    firstName: raw.first_name,
    lastName: raw.last_name,
    company: raw.company,
    address1: raw.address1,
    address2: raw.address2,
    city: raw.city,
    provinceCode: raw.province_code,
    zip: raw.zip,
    countryCode: raw.country_code,
    phone: raw.phone,
  };
}
