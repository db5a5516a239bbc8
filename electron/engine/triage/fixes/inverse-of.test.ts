import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gid } from '../../../../shared/domain/ids.ts';
import { hasTag, type Order } from '../../../../shared/domain/order.ts';
import { WRITE_TRAITS, type AddressPatch, type WriteOp } from '../../../../shared/domain/write.ts';
import { projectOrder, projectProduct, projectSettings, projectVariant } from '../project.ts';
import { anyOrder, unrelatedTag } from '../test-support/arbitraries.ts';
import {
  anAddress,
  aProduct,
  aVariant,
  orderGid,
  productGid,
  someSettings,
  variantGid,
} from '../test-support/samples.ts';
import { inverseOf } from './inverse-of.ts';
import type { WriteEffect } from './write-effect.ts';

const order = orderGid(1);

describe('a tag is removed only if the run added it', () => {
  test('what was there before stays', () => {
    const op: WriteOp = { op: 'order_tags_add', order, tags: ['VIP', 'bigblue-reprocess'] };
    expect(inverseOf(op, { effect: 'tags', tags: ['VIP'] })).toEqual({
      op: 'order_tags_remove',
      order,
      tags: ['VIP'],
    });
    expect(inverseOf(op, { effect: 'tags', tags: [] })).toBeNull();
  });

  test('a tag that was taken off goes on again, as it was spelled', () => {
    const op: WriteOp = { op: 'product_tags_remove', product: productGid(1), tags: ['BigBlue-Ignore'] };
    expect(inverseOf(op, { effect: 'tags', tags: ['BigBlue-Ignore'] })).toEqual({
      op: 'product_tags_add',
      product: productGid(1),
      tags: ['BigBlue-Ignore'],
    });
  });
});

test('an address goes back only from what the run left there: that is the base of the way back', () => {
  const op: WriteOp = { op: 'order_address_set', order, set: { zip: 'd02x285' }, base: { zip: null } };
  const effect: WriteEffect = { effect: 'address', before: { zip: null }, after: { zip: 'D02 X285' } };
  expect(inverseOf(op, effect)).toEqual({
    op: 'order_address_set',
    order,
    set: { zip: null },
    base: { zip: 'D02 X285' },
  });
});

test('a contact goes back from what the run left there, and not where nothing changed', () => {
  const op: WriteOp = {
    op: 'order_contact_set',
    order,
    set: { phone: '+33612345678' },
    base: { phone: '0612' },
  };
  const after = { phone: '+33 6 12 34 56 78' };
  expect(inverseOf(op, { effect: 'contact', before: { phone: '0612' }, after })).toEqual({
    op: 'order_contact_set',
    order,
    set: { phone: '0612' },
    base: after,
  });
  expect(inverseOf(op, { effect: 'contact', before: after, after })).toBeNull();
});

test('mapped shipping methods go back to those of before', () => {
  const op: WriteOp = { op: 'store_shipping_methods_set', set: ['DHL', 'Pigeon'], base: ['DHL'] };
  expect(inverseOf(op, { effect: 'shipping_methods', before: ['DHL'] })).toEqual({
    op: 'store_shipping_methods_set',
    set: ['DHL'],
    base: ['DHL', 'Pigeon'],
  });
});

test('a link where there was none becomes inactive, guarded by the digest that the run left', () => {
  const op: WriteOp = {
    op: 'variant_link_set',
    variant: variantGid(1),
    set: { product: 'DIGG-1', active: true },
    base: null,
  };
  expect(inverseOf(op, { effect: 'link', before: null, digest: 'd2' })).toEqual({
    op: 'variant_link_set',
    variant: variantGid(1),
    set: { product: 'DIGG-1', active: false },
    base: { product: 'DIGG-1', active: true, digest: 'd2' },
  });
});

test('a dismissal gives back the mark that it replaced', () => {
  const op: WriteOp = { op: 'order_dismiss', order, reason: null };
  expect(inverseOf(op, { effect: 'mark', before: null })).toEqual({ op: 'order_restore', order });
  expect(inverseOf(op, { effect: 'mark', before: { kind: 'snoozed', until: 5 } })).toEqual({
    op: 'order_snooze',
    order,
    until: 5,
  });
});

test('an order put back on the board is taken off it again as it was', () => {
  const op: WriteOp = { op: 'order_restore', order };
  const before = (mark: Extract<WriteEffect, { effect: 'mark' }>['before']) =>
    inverseOf(op, { effect: 'mark', before: mark });
  expect(before({ kind: 'snoozed', until: 5 })).toEqual({ op: 'order_snooze', order, until: 5 });
  expect(before({ kind: 'dismissed', reason: 'Refunded' })).toEqual({
    op: 'order_dismiss',
    order,
    reason: 'Refunded',
  });
  expect(before(null)).toBeNull();
});

test('what cannot be undone has no inverse', () => {
  const fulfillment = gid('Fulfillment', 'gid://shopify/Fulfillment/1');
  const schedule = gid('PaymentSchedule', 'gid://shopify/PaymentSchedule/1');
  const ops: WriteOp[] = [
    { op: 'order_mark_as_paid', order, baseStatus: 'PENDING' },
    { op: 'fulfillment_cancel', order, fulfillment },
    { op: 'payment_reminder_send', order, schedule },
    { op: 'order_invoice_send', order },
    { op: 'order_create', order, sourceIdentifier: 'p-1', shippingTitle: 'Standard' },
    { op: 'platform_step', does: { step: 'countries', countries: ['JP'] } },
  ];
  expect(ops.filter((op) => WRITE_TRAITS[op.op].reversible)).toEqual([]);
  expect(ops.map((op) => inverseOf(op, { effect: 'none' }))).toEqual(ops.map(() => null));
});

/** What an applied order write really changed, told from the order before and after it. */
function effectOf(op: WriteOp, before: Order, after: Order): WriteEffect {
  if (op.op === 'order_tags_add') {
    return { effect: 'tags', tags: after.tags.filter((tag) => !hasTag(before.tags, tag)) };
  }
  if (op.op === 'order_tags_remove') {
    return { effect: 'tags', tags: before.tags.filter((tag) => !hasTag(after.tags, tag)) };
  }
  if (op.op !== 'order_address_set') return { effect: 'none' };
  const fields = (of: Order): AddressPatch =>
    Object.fromEntries(Object.entries(of.shippingAddress ?? {}).filter(([field]) => field in op.set));
  return { effect: 'address', before: fields(before), after: fields(after) };
}

const tags = fc.uniqueArray(
  fc.oneof(fc.constantFrom('bigblue-ignore', 'Bigblue-Ignore', 'bigblue-reprocess', 'Globale'), unrelatedTag),
  {
    minLength: 1,
    maxLength: 3,
    selector: (tag) => tag.toLowerCase(),
  },
);
const patch = fc
  .record(
    {
      zip: fc.constantFrom('1', null),
      city: fc.constantFrom('Cork', 'Paris'),
      company: fc.constantFrom('ACME', null),
    },
    { requiredKeys: [] },
  )
  .filter((set) => Object.keys(set).length > 0);
const orderOp: fc.Arbitrary<WriteOp> = fc.oneof(
  tags.map((tags): WriteOp => ({ op: 'order_tags_add', order, tags })),
  tags.map((tags): WriteOp => ({ op: 'order_tags_remove', order, tags })),
  patch.map((set): WriteOp => ({ op: 'order_address_set', order, set, base: {} })),
);
/** Tags have no order: Shopify sorts them. */
const sorted = (one: Order): Order => ({ ...one, tags: one.tags.toSorted() });

describe('there and back', () => {
  test('any reversible write on an order and its inverse leave the order as it was, and back again', () => {
    fc.assert(
      fc.property(anyOrder, orderOp, (drawn, op) => {
        const before = { ...drawn, gid: order, shippingAddress: drawn.shippingAddress ?? anAddress };
        const after = projectOrder(before, [op]);
        const inverse = inverseOf(op, effectOf(op, before, after));
        const back = inverse === null ? after : projectOrder(after, [inverse]);
        expect(sorted(back)).toEqual(sorted(before));
        const again = inverse && inverseOf(inverse, effectOf(inverse, after, back));
        expect(sorted(again === null ? back : projectOrder(back, [again]))).toEqual(sorted(after));
      }),
    );
  });

  test('variants, products and settings too', () => {
    const variant = aVariant(1, {
      requiresShipping: false,
      linkMetafield: { product: 'DIGG-7', active: false, digest: 'd' },
    });
    const physical: WriteOp = {
      op: 'variant_requires_shipping_set',
      variant: variant.gid,
      inventoryItem: variant.inventoryItem,
      set: true,
      base: false,
    };
    const link: WriteOp = {
      op: 'variant_link_set',
      variant: variant.gid,
      set: { product: 'DIGG-1', active: true },
      base: variant.linkMetafield,
    };
    const sku: WriteOp = {
      op: 'variant_sku_set',
      variant: variant.gid,
      product: variant.product,
      set: 'NEW',
      base: variant.sku,
    };
    const effects: [WriteOp, WriteEffect][] = [
      [physical, { effect: 'requires_shipping', before: false }],
      [link, { effect: 'link', before: { product: 'DIGG-7', active: false }, digest: 'd' }],
      [sku, { effect: 'sku', before: variant.sku }],
    ];
    for (const [op, effect] of effects) {
      const inverse = inverseOf(op, effect);
      expect(inverse).not.toBeNull();
      expect(projectVariant(variant, inverse === null ? [op] : [op, inverse])).toEqual(variant);
    }

    const product = aProduct(1, { tags: ['bigblue-ignore'] });
    const untag: WriteOp = { op: 'product_tags_remove', product: product.gid, tags: ['bigblue-ignore'] };
    const retag = inverseOf(untag, { effect: 'tags', tags: ['bigblue-ignore'] });
    expect(projectProduct(product, retag === null ? [untag] : [untag, retag])).toEqual(product);

    const { countries } = someSettings;
    const allow: WriteOp = {
      op: 'store_countries_set',
      set: { mode: 'allow', countries: ['JP'] },
      base: countries,
    };
    const terms: WriteOp = { op: 'store_payment_terms_set', set: true, base: false };
    const undone = [
      inverseOf(allow, { effect: 'countries', before: countries }),
      inverseOf(terms, { effect: 'payment_terms', before: false }),
    ];
    expect(projectSettings(someSettings, [allow, terms, ...undone.filter((op) => op !== null)])).toEqual(
      someSettings,
    );
  });
});
