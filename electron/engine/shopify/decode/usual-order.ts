import type { z } from 'zod';
import { type Gid, type GidKind, isGid } from '../../../../shared/domain/ids.ts';
import { type Money, parseMoney } from '../../../../shared/domain/money.ts';
import type { bulkOrder, rawAddress, rawLine, RawFulfillments, RawOrder, rawSchedule } from './order.ts';
import { millisOf } from './scalars.ts';

/*
 * The schemas of order.ts once more, by hand, since a million orders come through them: a schema takes five times as
 * long as JSON.parse. What fits is read as the schema reads it (usual-order.test.ts holds the two together); of
 * what does not, nothing is said here but null: the schema then has the last word, and names the field.
 */

/** An order with its first lines, as pages and answers by id have it; null: ask the schema. */
export const usualOrder = (value: unknown): RawOrder | null => read(value, orderOf);
/** The line of an order in a bulk operation's file; null: ask the schema. */
export const usualBulkOrder = (value: unknown): z.output<typeof bulkOrder> | null => read(value, bulkOrderOf);
/** The line of a line item; null: ask the schema. */
export const usualLine = (value: unknown): Line | null => read(value, lineOf);

type Line = z.output<typeof rawLine>;
type Schedule = z.output<typeof rawSchedule>;
type Head = Omit<RawOrder, 'lineItems' | 'paymentTerms'>;
type Fields = Readonly<Record<string, unknown>>;

/** Thrown where a value is not the usual one; nobody reads it. */
const DOUBT = new Error('Ask the schema.');

function read<T>(value: unknown, reader: (value: unknown) => T): T | null {
  try {
    return reader(value);
  } catch (thrown) {
    if (thrown === DOUBT) return null;
    throw thrown;
  }
}

function orderOf(value: unknown): RawOrder {
  const raw = fieldsOf(value);
  const { nodes, pageInfo } = fieldsOf(raw.lineItems);
  const { hasNextPage, endCursor } = fieldsOf(pageInfo);
  return {
    ...headOf(raw),
    paymentTerms: given(raw.paymentTerms, (terms) => {
      const fields = fieldsOf(terms);
      const schedules = listOf(fieldsOf(fields.paymentSchedules).nodes, scheduleOf);
      return { ...termsOf(fields), paymentSchedules: { nodes: schedules } };
    }),
    lineItems: {
      nodes: listOf(nodes, lineOf),
      pageInfo: { hasNextPage: flag(hasNextPage), endCursor: textOrNull(endCursor) },
    },
  };
}

function bulkOrderOf(value: unknown): z.output<typeof bulkOrder> {
  const raw = fieldsOf(value);
  return {
    ...headOf(raw),
    subtotalLineItemsQuantity: whole(raw.subtotalLineItemsQuantity),
    paymentTerms: given(raw.paymentTerms, (terms) => termsOf(fieldsOf(terms))),
  };
}

function headOf(raw: Fields): Head {
  const { shopMoney } = fieldsOf(raw.currentTotalPriceSet);
  return {
    id: idOf('Order', raw.id),
    name: text(raw.name),
    createdAt: time(raw.createdAt),
    updatedAt: time(raw.updatedAt),
    cancelledAt: timeOrNull(raw.cancelledAt),
    cancelReason: textOrNull(raw.cancelReason),
    test: flag(raw.test),
    sourceName: textOrNull(raw.sourceName),
    tags: listOf(raw.tags, text),
    displayFinancialStatus: textOrNull(raw.displayFinancialStatus),
    displayFulfillmentStatus: text(raw.displayFulfillmentStatus),
    paymentGatewayNames: listOf(raw.paymentGatewayNames, text),
    canMarkAsPaid: flag(raw.canMarkAsPaid),
    merchantEditable: flag(raw.merchantEditable),
    merchantEditableErrors: listOf(raw.merchantEditableErrors, text),
    currentTotalPriceSet: { shopMoney: moneyOf(fieldsOf(shopMoney)) },
    email: textIfAny(raw.email),
    phone: textIfAny(raw.phone),
    purchasingEntity: given(raw.purchasingEntity, (entity) => ({ kind: text(fieldsOf(entity).kind) })),
    shippingAddress: given(raw.shippingAddress, addressOf),
    shippingLine: raw.shippingLine === null ? null : shippingLineOf(fieldsOf(raw.shippingLine)),
    customAttributes: listOf(raw.customAttributes, attributeOf),
    fulfillments: listOf(raw.fulfillments, fulfillmentOf),
  };
}

function shippingLineOf({ title, code }: Fields): NonNullable<RawOrder['shippingLine']> {
  return { title: text(title), code: textOrNull(code) };
}

function attributeOf(value: unknown): RawOrder['customAttributes'][number] {
  const { key, value: said } = fieldsOf(value);
  return { key: text(key), value: textOrNull(said) };
}

function termsOf({ paymentTermsName, overdue }: Fields): { paymentTermsName: string; overdue: boolean } {
  return { paymentTermsName: text(paymentTermsName), overdue: flag(overdue) };
}

function scheduleOf(value: unknown): Schedule {
  const { id, dueAt, completedAt } = fieldsOf(value);
  return {
    id: idOf('PaymentSchedule', id),
    dueAt: timeOrNull(dueAt),
    completedAt: timeOrNull(completedAt),
  };
}

function addressOf(value: unknown): z.output<typeof rawAddress> {
  const raw = fieldsOf(value);
  return {
    firstName: textIfAny(raw.firstName),
    lastName: textIfAny(raw.lastName),
    company: textIfAny(raw.company),
    address1: textOrNull(raw.address1),
    address2: textOrNull(raw.address2),
    city: textOrNull(raw.city),
    provinceCode: textOrNull(raw.provinceCode),
    zip: textIfAny(raw.zip),
    countryCodeV2: textOrNull(raw.countryCodeV2),
    phone: textIfAny(raw.phone),
  };
}

function lineOf(value: unknown): Line {
  const raw = fieldsOf(value);
  return {
    id: idOf('LineItem', raw.id),
    title: text(raw.title),
    variantTitle: textOrNull(raw.variantTitle),
    sku: textOrNull(raw.sku),
    quantity: whole(raw.quantity),
    currentQuantity: whole(raw.currentQuantity),
    nonFulfillableQuantity: whole(raw.nonFulfillableQuantity),
    requiresShipping: flag(raw.requiresShipping),
    variant: given(raw.variant, (variant) => ({ id: idOf('ProductVariant', fieldsOf(variant).id) })),
    product: given(raw.product, (product) => ({ id: idOf('Product', fieldsOf(product).id) })),
  };
}

function fulfillmentOf(value: unknown): RawFulfillments[number] {
  const raw = fieldsOf(value);
  return {
    id: idOf('Fulfillment', raw.id),
    status: text(raw.status),
    createdAt: time(raw.createdAt),
    service: given(raw.service, (service) => ({ serviceName: text(fieldsOf(service).serviceName) })),
    location: given(raw.location, (location) => ({ name: text(fieldsOf(location).name) })),
  };
}

function fieldsOf(value: unknown): Fields {
  if (isObject(value)) return value;
  throw DOUBT;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf<T>(value: unknown, reader: (one: unknown) => T): T[] {
  if (!Array.isArray(value)) throw DOUBT;
  const all: T[] = [];
  for (const one of value) all.push(reader(one));
  return all;
}

/** What a document may leave out, or the API answer with null. */
function given<T>(value: unknown, reader: (value: unknown) => T): T | null | undefined {
  return value === null || value === undefined ? value : reader(value);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw DOUBT;
}

const textOrNull = (value: unknown): string | null => (value === null ? null : text(value));
const textIfAny = (value: unknown): string | null => (value === undefined ? null : textOrNull(value));

function flag(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw DOUBT;
}

function whole(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw DOUBT;
}

function time(value: unknown): number {
  const at = millisOf(text(value));
  if (at !== null) return at;
  throw DOUBT;
}

const timeOrNull = (value: unknown): number | null => (value === null ? null : time(value));

function idOf<K extends GidKind>(kind: K, value: unknown): Gid<K> {
  const id = text(value);
  if (isGid(kind, id)) return id;
  throw DOUBT;
}

function moneyOf({ amount, currencyCode }: Fields): Money {
  const currency = text(currencyCode);
  if (currency.length !== 3) throw DOUBT;
  const decimal = text(amount);
  try {
    return parseMoney(decimal, currency);
  } catch {
    throw DOUBT;
  }
}
