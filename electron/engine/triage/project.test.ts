import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gid } from '../../../shared/domain/ids.ts';
import type { WriteOp } from '../../../shared/domain/write.ts';
import { diagnose } from './diagnose.ts';
import { projectContext, projectOrder, projectProduct, projectSettings, projectVariant } from './project.ts';
import { anyOrder, unrelatedTag } from './test-support/arbitraries.ts';
import {
  aContext,
  aCustomItem,
  anAddress,
  anItem,
  anOrder,
  aProduct,
  aVariant,
  itemGid,
  orderGid,
  productGid,
  someSettings,
  variantGid,
} from './test-support/samples.ts';

const order = anOrder();
const on = { order: order.gid };
const types = (...args: Parameters<typeof diagnose>) => diagnose(...args).map((d) => d.type);

describe('tags of an order', () => {
  test('are added once and removed whatever their case', () => {
    const tagged = projectOrder(order, [
      { op: 'order_tags_add', ...on, tags: ['VIP', 'vip'] },
      { op: 'order_tags_add', ...on, tags: ['Vip', 'b2b'] },
    ]);
    expect(tagged.tags).toEqual(['VIP', 'b2b']);
    expect(projectOrder(tagged, [{ op: 'order_tags_remove', ...on, tags: ['vip'] }]).tags).toEqual(['b2b']);
  });

  test('adding a tag that is not there and removing it again leaves the order as it was', () => {
    fc.assert(
      fc.property(anyOrder, unrelatedTag, (some, tag) => {
        fc.pre(!some.tags.some((t) => t.toLowerCase() === tag.toLowerCase()));
        const ops: WriteOp[] = [
          { op: 'order_tags_add', order: some.gid, tags: [tag] },
          { op: 'order_tags_remove', order: some.gid, tags: [tag.toUpperCase()] },
        ];
        expect(projectOrder(some, ops)).toEqual(some);
      }),
    );
  });
});

test('writes on other orders, on products and on settings leave an order as it is', () => {
  const others: WriteOp[] = [
    { op: 'order_tags_add', order: orderGid(2), tags: ['bigblue-ignore'] },
    { op: 'product_tags_add', product: productGid(1), tags: ['bigblue-ignore'] },
    { op: 'store_payment_terms_set', set: true, base: false },
    { op: 'platform_step', does: { step: 'countries', countries: ['JP'] } },
  ];
  expect(projectOrder(order, others)).toBe(order);
});

describe('the address of an order', () => {
  const set = (over: Extract<WriteOp, { op: 'order_address_set' }>['set']): WriteOp => ({
    op: 'order_address_set',
    ...on,
    set: over,
    base: {},
  });

  test('changes in the touched fields only', () => {
    expect(projectOrder(order, [set({ zip: '75010', address2: null })]).shippingAddress).toEqual({
      ...anAddress,
      zip: '75010',
    });
  });

  test('comes to be where there was none, and stays unknown where it is withheld', () => {
    expect(
      projectOrder({ ...order, shippingAddress: null }, [set({ zip: '75010' })]).shippingAddress,
    ).toMatchObject({ zip: '75010', city: null });
    const withheld = anOrder({ shippingAddress: null, redacted: ['shippingAddress'] });
    expect(projectOrder(withheld, [set({ zip: '75010' })])).toBe(withheld);
  });
});

describe('edits of an order', () => {
  const edit = (changes: Extract<WriteOp, { op: 'order_edit' }>['changes']): WriteOp => ({
    op: 'order_edit',
    ...on,
    changes,
    staffNote: '',
  });

  test('a vanished item is replaced: nothing is left that keeps the order', () => {
    const broken = anOrder({ lineItems: [aCustomItem(7)] });
    expect(types(broken, aContext())).toEqual(['product_not_found']);
    const mended = projectOrder(broken, [
      edit([
        { change: 'remove_item', lineItem: itemGid(7), baseQuantity: 1 },
        { change: 'add_variant', variant: variantGid(1), quantity: 2 },
      ]),
    ]);
    expect(types(mended, aContext())).toEqual([]);
    expect(mended.lineItems.map((i) => i.currentQuantity)).toEqual([0, 2]);
  });

  test('removing the only item leaves nothing to ship', () => {
    const emptied = projectOrder(order, [
      edit([{ change: 'remove_item', lineItem: itemGid(1), baseQuantity: 1 }]),
    ]);
    expect(types(emptied, aContext())).toEqual(['no_shippable_product']);
  });

  test('two added items are two items', () => {
    const added = projectOrder(order, [
      edit([
        { change: 'add_variant', variant: variantGid(2), quantity: 1 },
        { change: 'add_variant', variant: variantGid(3), quantity: 1 },
      ]),
    ]);
    expect(new Set(added.lineItems.map((i) => i.gid)).size).toBe(3);
  });

  test('a shipping line makes a stale order shippable; a price on it reopens the payment', () => {
    const stale = anOrder({ shippingLine: null, lineItems: [anItem(1, { requiresShipping: false })] });
    const add = (amountMinor: number) =>
      edit([{ change: 'add_shipping_line', title: 'Standard', price: { amountMinor, currency: 'EUR' } }]);
    expect(types(stale, aContext())).toEqual(['no_shippable_product']);
    expect(types(projectOrder(stale, [add(0)]), aContext())).toEqual([]);
    expect(types(projectOrder(stale, [add(490)]), aContext())).toEqual(['payment_pending']);
  });
});

describe('payment and fulfilments', () => {
  test('marked as paid is paid, and cannot be marked again', () => {
    const pending = anOrder({ financialStatus: 'PENDING', canMarkAsPaid: true });
    expect(projectOrder(pending, [{ op: 'order_mark_as_paid', ...on, baseStatus: 'PENDING' }])).toMatchObject(
      {
        financialStatus: 'PAID',
        canMarkAsPaid: false,
      },
    );
  });

  test('a reminder or an invoice changes nothing by itself', () => {
    const pending = anOrder({ financialStatus: 'PENDING' });
    expect(projectOrder(pending, [{ op: 'order_invoice_send', ...on }])).toBe(pending);
  });

  test('cancelling every fulfilment leaves the order unfulfilled, cancelling one of two partly fulfilled', () => {
    const of = (n: number) => gid('Fulfillment', `gid://shopify/Fulfillment/${n}`);
    const part = (n: number) => ({
      gid: of(n),
      status: 'SUCCESS',
      createdAt: 0,
      service: 'Old 3PL',
      location: null,
    });
    const fulfilled = anOrder({ fulfillmentStatus: 'FULFILLED', fulfillments: [part(1), part(2)] });
    const cancel = (n: number): WriteOp => ({ op: 'fulfillment_cancel', ...on, fulfillment: of(n) });
    expect(projectOrder(fulfilled, [cancel(1)]).fulfillmentStatus).toBe('PARTIALLY_FULFILLED');
    expect(projectOrder(fulfilled, [cancel(1), cancel(2)]).fulfillmentStatus).toBe('UNFULFILLED');
    expect(projectOrder(fulfilled, [cancel(3)])).toBe(fulfilled);
  });
});

describe('the catalogue and the settings', () => {
  test('a variant takes its flag, its link and its SKU', () => {
    const variant = aVariant(1, { requiresShipping: false, linkMetafield: null, sku: null });
    expect(
      projectVariant(variant, [
        {
          op: 'variant_requires_shipping_set',
          variant: variant.gid,
          inventoryItem: variant.inventoryItem,
          set: true,
          base: false,
        },
        {
          op: 'variant_link_set',
          variant: variant.gid,
          set: { product: 'DIGG-3', active: true },
          base: null,
        },
        { op: 'variant_sku_set', variant: variant.gid, product: variant.product, set: 'NEW', base: null },
        { op: 'variant_sku_set', variant: variantGid(2), product: productGid(2), set: 'OTHER', base: null },
      ]),
    ).toMatchObject({
      requiresShipping: true,
      linkMetafield: { product: 'DIGG-3', active: true },
      sku: 'NEW',
    });
  });

  test('a product takes tags as an order does', () => {
    const product = aProduct(1, { tags: ['Bigblue-Ignore'] });
    expect(
      projectProduct(product, [{ op: 'product_tags_remove', product: product.gid, tags: ['bigblue-ignore'] }])
        .tags,
    ).toEqual([]);
    expect(projectProduct(product, [{ op: 'product_tags_add', product: productGid(2), tags: ['x'] }])).toBe(
      product,
    );
  });

  test('settings take the mirrored platform settings', () => {
    const countries = { mode: 'allow', countries: ['FR', 'JP'] } as const;
    expect(
      projectSettings(someSettings, [
        { op: 'store_countries_set', set: { ...countries, countries: [...countries.countries] }, base: null },
        { op: 'store_payment_terms_set', set: true, base: false },
      ]),
    ).toEqual({ ...someSettings, countries, paymentTerms: true });
  });

  test('a queued link shows in the diagnosis of every order of the variant, on the metafield and on the SKU route', () => {
    const unlinked = aVariant(1, { linkMetafield: null, sku: null, barcode: null });
    const byMetafield = aContext({ variants: [unlinked] });
    expect(types(order, byMetafield)).toEqual(['product_not_linked']);
    const link: WriteOp = {
      op: 'variant_link_set',
      variant: unlinked.gid,
      set: { product: 'DIGG-9', active: true },
      base: null,
    };
    expect(types(order, projectContext(byMetafield, [link]))).toEqual([]);

    const bySku = aContext({
      settings: { linkRoute: 'sku' },
      variants: [unlinked],
      fulfilmentProducts: [{ id: 'DIGG-9', name: 'Carafe', sku: 'C-9', barcode: null, bundle: false }],
    });
    expect(types(order, bySku)).toEqual(['product_not_linked']);
    const sku: WriteOp = {
      op: 'variant_sku_set',
      variant: unlinked.gid,
      product: unlinked.product,
      set: 'C-9',
      base: null,
    };
    expect(types(order, projectContext(bySku, [sku]))).toEqual([]);
  });
});
