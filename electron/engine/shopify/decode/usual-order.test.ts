import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { bulkOrder, rawLine, rawOrder } from './order.ts';
import { usualBulkOrder, usualLine, usualOrder } from './usual-order.ts';

/*
 * The two readers of one shape: whatever the quick one reads, the schema reads alike, field for field. What the schema
 * takes it may refuse, but not what is usual.
 */
const text = fc.string({ maxLength: 6, unit: 'binary' });
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const flag = fc.boolean();
const whole = fc.integer({ min: 0, max: 1_000_000 });
const time = fc
  .tuple(
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
    fc.constantFrom('Z', '+02:00'),
  )
  .map(([at, zone]) => at.toISOString().replace('Z', zone));
const id = (kind: string) =>
  fc.tuple(whole, fc.constantFrom('', '?session=1')).map(([n, end]) => `gid://shopify/${kind}/${n}${end}`);
const oneId = (kind: string) => orNull(fc.record({ id: id(kind) }));
const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 3 });

const line = fc.record(
  {
    id: id('LineItem'),
    title: text,
    variantTitle: orNull(text),
    sku: orNull(text),
    quantity: whole,
    currentQuantity: whole,
    nonFulfillableQuantity: whole,
    requiresShipping: flag,
    variant: oneId('ProductVariant'),
    product: oneId('Product'),
  },
  {
    requiredKeys: [
      'id',
      'title',
      'variantTitle',
      'sku',
      'quantity',
      'currentQuantity',
      'nonFulfillableQuantity',
      'requiresShipping',
    ],
  },
);
const address = fc.record(
  {
    firstName: orNull(text),
    lastName: orNull(text),
    company: orNull(text),
    address1: orNull(text),
    address2: orNull(text),
    city: orNull(text),
    provinceCode: orNull(text),
    zip: orNull(text),
    countryCodeV2: orNull(text),
    phone: orNull(text),
  },
  { requiredKeys: ['address1', 'address2', 'city', 'provinceCode', 'countryCodeV2'] },
);
const head = {
  id: id('Order'),
  name: text,
  createdAt: time,
  updatedAt: time,
  cancelledAt: orNull(time),
  cancelReason: orNull(text),
  test: flag,
  sourceName: orNull(text),
  tags: list(text),
  displayFinancialStatus: orNull(text),
  displayFulfillmentStatus: text,
  paymentGatewayNames: list(text),
  canMarkAsPaid: flag,
  merchantEditable: flag,
  merchantEditableErrors: list(text),
  currentTotalPriceSet: fc.record({
    shopMoney: fc.record({
      amount: fc.constantFrom('84.5', '0', '-3.005', '12'),
      currencyCode: fc.constantFrom('EUR', 'JPY'),
    }),
  }),
  shippingLine: orNull(fc.record({ title: text, code: orNull(text) })),
  customAttributes: list(fc.record({ key: text, value: orNull(text) })),
  fulfillments: list(
    fc.record(
      {
        id: id('Fulfillment'),
        status: text,
        createdAt: time,
        service: orNull(fc.record({ serviceName: text })),
        location: orNull(fc.record({ name: text })),
      },
      { requiredKeys: ['id', 'status', 'createdAt'] },
    ),
  ),
};
/** What a store may withhold and a document therefore leaves out. */
const partial = {
  email: orNull(text),
  phone: orNull(text),
  purchasingEntity: orNull(fc.record({ kind: text })),
  shippingAddress: orNull(address),
};
const terms = { paymentTermsName: text, overdue: flag };
const schedules = list(
  fc.record({ id: id('PaymentSchedule'), dueAt: orNull(time), completedAt: orNull(time) }),
);
const withSome = <T>(rest: fc.Arbitrary<T>) =>
  fc
    .tuple(fc.record(head), fc.record(partial, { requiredKeys: [] }), rest)
    .map(([always, often, more]): unknown => ({ ...always, ...often, ...more }));
const order = withSome(
  fc.record(
    {
      lineItems: fc.record({
        nodes: list(line),
        pageInfo: fc.record({ hasNextPage: flag, endCursor: orNull(text) }),
      }),
      paymentTerms: orNull(fc.record({ ...terms, paymentSchedules: fc.record({ nodes: schedules }) })),
    },
    { requiredKeys: ['lineItems'] },
  ),
);
const bulk = withSome(
  fc.record(
    { subtotalLineItemsQuantity: whole, paymentTerms: orNull(fc.record(terms)) },
    { requiredKeys: ['subtotalLineItemsQuantity'] },
  ),
);

/** A value with one of the values in it, at any depth, replaced by another or by nothing. */
const spoiled = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(value, fc.nat(), fc.option(fc.jsonValue({ maxDepth: 1 }), { nil: undefined }))
    .map(([sound, at, other]) => {
      const copy: unknown = structuredClone(sound);
      const places: (() => void)[] = [];
      const walk = (holder: unknown): void => {
        if (typeof holder !== 'object' || holder === null) return;
        for (const key of Object.keys(holder)) {
          places.push(() => void Reflect.set(holder, key, other));
          walk(Reflect.get(holder, key));
        }
      };
      walk(copy);
      places[at % Math.max(1, places.length)]?.();
      return copy;
    });

/**
 * Keys that hold undefined are none: documents have JSON only. What is inside a field goes into an order as it is, and
 * orders are compared by a digest that follows their keys: there the order of keys counts.
 */
const asText = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? JSON.stringify(
        Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .filter(([, one]) => one !== undefined),
      )
    : JSON.stringify(value);

const SHAPES: readonly [string, fc.Arbitrary<unknown>, (value: unknown) => unknown, z.ZodType][] = [
  ['an order of a page', order, usualOrder, rawOrder],
  ['the line of an order', bulk, usualBulkOrder, bulkOrder],
  ['the line of a line item', line, usualLine, rawLine],
];

test.each(SHAPES)('%s that is as asked for is read as the schema reads it', (_, values, quick, schema) => {
  fc.assert(
    fc.property(values, (value) => {
      const read = quick(value);
      expect(read).not.toBeNull();
      expect(asText(read)).toBe(asText(schema.parse(value)));
    }),
  );
});

test.each(SHAPES)(
  '%s with anything else in a field is left to the schema or read as it reads it',
  (_, values, quick, schema) => {
    fc.assert(
      fc.property(spoiled(values), (value) => {
        const read = quick(value);
        if (read === null) return;
        const bySchema = schema.safeParse(value);
        expect(bySchema.error).toBeUndefined();
        expect(asText(read)).toBe(asText(bySchema.data));
      }),
      { numRuns: 1000 },
    );
  },
);
