import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Address, type Order, ORDER_PARTS } from '../../../../shared/domain/order.ts';
import { gid } from '../../../../shared/domain/ids.ts';
import { anAddress, anItem, anOrder } from '../../triage/test-support/samples.ts';
import { packOrder, unpackHeads, unpackOrder } from './order-body.ts';

const text = fc.string({ maxLength: 8, unit: 'binary' });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const number = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const at = fc.integer({ min: 0, max: 4e12 });
const texts = fc.array(text, { maxLength: 3 });
const ofKind = <K extends Parameters<typeof gid>[0]>(kind: K) =>
  fc
    .oneof(
      number.map(String),
      number.map((n) => `${n}?session=${n}`),
      fc.constant('00012'),
    )
    .map((end) => gid(kind, `gid://shopify/${kind}/${end}`));

const address: fc.Arbitrary<Address> = fc.record({
  firstName: maybe(text),
  lastName: maybe(text),
  company: maybe(text),
  address1: maybe(text),
  address2: maybe(text),
  city: maybe(text),
  provinceCode: maybe(text),
  zip: maybe(text),
  countryCode: maybe(text),
  phone: maybe(text),
});

const order: fc.Arbitrary<Order> = fc
  .record({
    gid: ofKind('Order'),
    name: text,
    createdAt: at,
    updatedAt: at,
    cancelledAt: maybe(at),
    cancelReason: maybe(text),
    test: fc.boolean(),
    sourceName: maybe(text),
    tags: texts,
    email: maybe(text),
    phone: maybe(text),
    gateways: texts,
    attributes: maybe(fc.array(fc.record({ key: text, value: text }), { maxLength: 2 })),
    buyer: fc.constantFrom('b2b' as const, 'b2c' as const),
    total: fc.record({ amountMinor: fc.integer(), currency: fc.constantFrom('EUR', 'JPY') }),
    paymentTerms: maybe(
      fc.record({
        name: text,
        overdue: fc.boolean(),
        schedules: fc.array(
          fc.record({ gid: ofKind('PaymentSchedule'), dueAt: maybe(at), completedAt: maybe(at) }),
          { maxLength: 2 },
        ),
      }),
    ),
    shippingAddress: maybe(address),
    shippingLine: maybe(fc.record({ title: text, code: maybe(text) })),
    lineItems: fc.array(
      fc
        .record({
          gid: ofKind('LineItem'),
          sku: maybe(text),
          variantTitle: maybe(text),
          currentQuantity: fc.nat(9),
          requiresShipping: fc.boolean(),
          variant: maybe(ofKind('ProductVariant')),
          product: maybe(ofKind('Product')),
        })
        .map((over) => ({ ...anItem(1), ...over })),
      { maxLength: 3 },
    ),
    fulfillments: fc.array(
      fc.record({
        gid: ofKind('Fulfillment'),
        status: text,
        createdAt: at,
        service: maybe(text),
        location: maybe(text),
      }),
      { maxLength: 2 },
    ),
    canMarkAsPaid: fc.boolean(),
    merchantEditable: fc.boolean(),
    merchantEditableErrors: texts,
    redacted: fc.subarray([...ORDER_PARTS]),
  })
  .map((over) => anOrder(over));

test('every order comes back as it was, field by field, without its tag events', () => {
  fc.assert(
    fc.property(order, (one) => {
      expect(unpackOrder(packOrder(one))).toEqual({ ...one, tagEvents: null });
    }),
  );
});

test('what lists show of it is the same', () => {
  fc.assert(
    fc.property(order, (one) => {
      const { gid: id, name, createdAt, total, tags, shippingAddress } = one;
      const lineItems = one.lineItems.map(({ title, variantTitle, currentQuantity }) => ({
        title,
        variantTitle,
        currentQuantity,
      }));
      const { firstName, lastName, company, city, countryCode } = shippingAddress ?? anAddress;
      expect(unpackHeads([packOrder(one).head])).toEqual([
        {
          gid: id,
          name,
          createdAt,
          total,
          tags,
          shippingAddress: shippingAddress && { firstName, lastName, company, city, countryCode },
          lineItems,
        },
      ]);
    }),
  );
});

test('it takes less than half of what its JSON takes', () => {
  const one = anOrder({ lineItems: [anItem(1), anItem(2), anItem(3)] });
  const { head, body } = packOrder(one);
  expect(head.length + body.length).toBeLessThan(JSON.stringify(one).length / 2);
});
