import { describe, expect, test } from 'vitest';
import type { LinkRoute } from '../../../../shared/domain/store.ts';
import { diagnosisOf } from '../diagnose.ts';
import { RULES } from '../rules/registry.ts';
import {
  aContext,
  aFulfilmentProduct,
  anItem,
  aProduct,
  aVariant,
  orderGid,
  productGid,
  variantGid,
} from '../test-support/samples.ts';
import type { ContextParts } from '../test-support/samples.ts';
import { inPlan, ops, order, plan, reasonOf } from './test-support/planning.ts';

const unlinked = [aVariant(1, { linkMetafield: null }), aVariant(2, { linkMetafield: null }), aVariant(3)];
const inactive = [aVariant(1, { linkMetafield: { product: 'DIGG-7', active: false, digest: 'd7' } })];
const store = (parts: ContextParts) => aContext({ variants: unlinked, ...parts });
const bySku = aFulfilmentProduct(1, { sku: 'SKU-1' });
const reprocess = (n: number) => ({ op: 'order_tags_add', order: orderGid(n), tags: ['bigblue-reprocess'] });

describe('link_variant', () => {
  test('« Liez le produit Shopify au produit ou bundle Bigblue souhaité et activez le lien », then reprocess', () => {
    const made = plan('link_variant', [order(1)], { ctx: store({}), params: { product: 'DIGG-9' } });
    expect(made.writes).toMatchObject([
      {
        key: 'w1',
        op: {
          op: 'variant_link_set',
          variant: variantGid(1),
          set: { product: 'DIGG-9', active: true },
          base: null,
        },
      },
      { op: reprocess(1), dependsOn: ['w1'] },
    ]);
    expect(made.orders).toMatchObject([{ remaining: null }]);
  });

  test('without a product each variant takes its suggestion: the same SKU', () => {
    const ctx = store({ fulfilmentProducts: [bySku, aFulfilmentProduct(2, { sku: 'SKU-2' })] });
    const made = plan('link_variant', [order(1, { lineItems: [anItem(1), anItem(2)] })], { ctx });
    expect(ops(made)).toMatchObject([
      { variant: variantGid(1), set: { product: 'DIGG-1' } },
      { variant: variantGid(2), set: { product: 'DIGG-2' } },
      reprocess(1),
    ]);
  });

  test('then the same barcode; the SKU prevails', () => {
    const barcode = aFulfilmentProduct(5, { barcode: '400000001' });
    const suggested = (ctx: ReturnType<typeof store>) => ops(plan('link_variant', [order(1)], { ctx }))[0];
    expect(suggested(store({ fulfilmentProducts: [barcode] }))).toMatchObject({ set: { product: 'DIGG-5' } });
    expect(suggested(store({ fulfilmentProducts: [barcode, bySku] }))).toMatchObject({
      set: { product: 'DIGG-1' },
    });
  });

  test('two products with the SKU are no suggestion', () => {
    const ctx = store({ fulfilmentProducts: [bySku, aFulfilmentProduct(4, { sku: 'SKU-1' })] });
    expect(reasonOf(plan('link_variant', [order(1)], { ctx }))).toBe(
      'No single fulfilment product has the SKU or barcode of “Carafe 1”: give one with --set product=….',
    );
  });

  test('one product for a scope of several unlinked variants needs to say which', () => {
    const scope = [order(1), order(2, { lineItems: [anItem(2)] })];
    const made = plan('link_variant', scope, { ctx: store({}), params: { product: 'DIGG-9' } });
    expect(made.orders).toEqual([]);
    expect(made.excluded.map(({ reason }) => reason)).toEqual([
      'The plan covers 2 unlinked variants: say with --set variant=… which one DIGG-9 is for.',
      'The plan covers 2 unlinked variants: say with --set variant=… which one DIGG-9 is for.',
    ]);
  });

  test('the variant that was said is linked, orders without it are left out', () => {
    const scope = [order(1), order(2, { lineItems: [anItem(2)] })];
    const params = { product: 'DIGG-9', variant: '1' };
    const made = plan('link_variant', scope, { ctx: store({}), params });
    expect(ops(made)).toMatchObject([{ variant: variantGid(1), set: { product: 'DIGG-9' } }, reprocess(1)]);
    expect(made.excluded).toMatchObject([
      { name: '#1002', reason: '“Carafe 2” is not the variant to link: plan it on its own.' },
    ]);
  });

  test('an order with a second unlinked item stays with product_not_linked', () => {
    const ctx = store({ fulfilmentProducts: [bySku] });
    const made = plan('link_variant', [order(1, { lineItems: [anItem(1), anItem(2)] })], { ctx });
    expect(made.orders).toMatchObject([{ remaining: 'product_not_linked' }]);
  });

  test('a link of somebody else is replaced only by a product that was said, and only as it was seen', () => {
    const ctx = aContext({ variants: inactive, fulfilmentProducts: [bySku] });
    expect(reasonOf(plan('link_variant', [order(1)], { ctx }))).toBe(
      '“Carafe 1” is linked to DIGG-7, but not active: activate the link, or give a product with --set product=….',
    );
    expect(ops(plan('link_variant', [order(1)], { ctx, params: { product: 'DIGG-9' } }))[0]).toMatchObject({
      set: { product: 'DIGG-9', active: true },
      base: { product: 'DIGG-7', active: false, digest: 'd7' },
    });
  });

  test('a product that the platform does not have is refused', () => {
    const scope = { ctx: store({}), params: { product: 'DIGG-404' }, fulfilmentProducts: [bySku] };
    expect(reasonOf(plan('link_variant', [order(1)], scope))).toBe(
      'DIGG-404 is no product of the fulfilment platform: check its id.',
    );
  });
});

describe('link routes', () => {
  const told = (linkRoute: LinkRoute | null) => {
    const ctx = store({ settings: { linkRoute } });
    const one = order(1, { lineItems: [anItem(1, { sku: 'OLD' })] });
    const evidence = RULES.product_not_linked.told(one, ctx, ['1']);
    const diagnoses = [diagnosisOf('product_not_linked', evidence, 'platform', 'Product 1 is not linked')];
    return { ctx, it: inPlan(one, ctx, { diagnoses }) };
  };

  test("sku: the variant takes the fulfilment product's SKU, the product is pushed, then the order reprocessed", () => {
    const { ctx, it } = told('sku');
    const fulfilmentProducts = [aFulfilmentProduct(9, { sku: 'NEW-9' })];
    const made = plan('link_variant', [it], { ctx, params: { product: 'DIGG-9' }, fulfilmentProducts });
    expect(made.writes).toMatchObject([
      { key: 'w1', op: { op: 'variant_sku_set', variant: variantGid(1), set: 'NEW-9', base: 'SKU-1' } },
      {
        key: 'w2',
        op: { op: 'product_tags_add', product: productGid(1), tags: ['bigblue-reprocess'] },
        dependsOn: ['w1'],
      },
      { op: reprocess(1), dependsOn: ['w1', 'w2'] },
    ]);
  });

  test('sku: a fulfilment product without SKU cannot be linked to', () => {
    const { ctx, it } = told('sku');
    const scope = { ctx, params: { product: 'DIGG-9' }, fulfilmentProducts: [aFulfilmentProduct(9)] };
    expect(reasonOf(plan('link_variant', [it], scope))).toBe(
      'DIGG-9 has no SKU to link by: give it one on the platform, or link the variant there.',
    );
  });

  test('file: one step for the agent, on which the reprocess waits', () => {
    const { ctx, it } = told('file');
    const made = plan('link_variant', [it], { ctx, params: { product: 'DIGG-9' } });
    expect(made.writes).toMatchObject([
      {
        key: 'w1',
        op: {
          op: 'platform_step',
          does: { step: 'link_file', links: [{ variant: variantGid(1), product: 'DIGG-9' }] },
        },
      },
      { op: reprocess(1), dependsOn: ['w1'] },
    ]);
    expect(made.orders).toMatchObject([{ remaining: null }]);
  });

  test('file: an order of which one item is left without a link keeps its error', () => {
    const ctx = store({ settings: { linkRoute: 'file' } });
    const one = order(1, { lineItems: [anItem(1), anItem(2)] });
    const evidence = RULES.product_not_linked.told(one, ctx, ['1', '2']);
    const diagnoses = [diagnosisOf('product_not_linked', evidence, 'platform', 'Products 1, 2')];
    const params = { product: 'DIGG-9', variant: '1' };
    expect(plan('link_variant', [inPlan(one, ctx, { diagnoses })], { ctx, params }).orders).toMatchObject([
      { remaining: 'product_not_linked' },
    ]);
  });

  test('none: the store has to have one', () => {
    const { ctx, it } = told(null);
    expect(reasonOf(plan('link_variant', [it], { ctx, params: { product: 'DIGG-9' } }))).toBe(
      'The store has no link route: choose metafield, sku or file in its settings.',
    );
  });

  test('a product number that no item of the order has cannot be linked', () => {
    const ctx = aContext();
    const evidence = RULES.product_not_linked.told(order(1), ctx, ['47563746279730']);
    const diagnoses = [diagnosisOf('product_not_linked', evidence, 'platform', 'Product 47563746279730')];
    const made = plan('link_variant', [inPlan(order(1), ctx, { diagnoses })], {
      ctx,
      params: { product: 'DIGG-9' },
    });
    expect(reasonOf(made)).toBe(
      'The variant of “Product 47563746279730” is not known: sync the store, then plan again.',
    );
  });

  test('a link that is there by now needs no other', () => {
    const ctx = aContext();
    const evidence = RULES.product_not_linked.told(order(1), ctx, ['1']);
    const diagnoses = [diagnosisOf('product_not_linked', evidence, 'platform', 'Product 1 is not linked')];
    const it = inPlan(order(1), ctx, { diagnoses });
    expect(reasonOf(plan('link_variant', [it], { ctx }))).toBe(
      'Its variant is linked to DIGG-1 by now: reprocess it.',
    );
  });
});

describe('activate_link', () => {
  test("« lié mais non géré (i.e. le lien n'est pas actif) »: the same product, active", () => {
    const made = plan('activate_link', [order(1)], { ctx: aContext({ variants: inactive }) });
    expect(ops(made)).toMatchObject([
      {
        op: 'variant_link_set',
        set: { product: 'DIGG-7', active: true },
        base: { product: 'DIGG-7', active: false, digest: 'd7' },
      },
      reprocess(1),
    ]);
    expect(made.orders).toMatchObject([{ remaining: null }]);
  });

  test('a missing link cannot be activated', () => {
    expect(reasonOf(plan('activate_link', [order(1)], { ctx: store({}) }))).toBe(
      '“Carafe 1” has no link to activate: link it with the fix link_variant.',
    );
  });
});

describe('ship_outside', () => {
  test('« que ce produit Shopify soit expédié en dehors de Bigblue »: tag the product, push it, reprocess', () => {
    const made = plan('ship_outside', [order(1, { lineItems: [anItem(1), anItem(3)] })], { ctx: store({}) });
    expect(made.writes).toMatchObject([
      {
        key: 'w1',
        op: { op: 'product_tags_add', product: productGid(1), tags: ['bigblue-ignore'] },
        dependsOn: [],
      },
      {
        key: 'w2',
        op: { op: 'product_tags_add', product: productGid(1), tags: ['bigblue-reprocess'] },
        dependsOn: ['w1'],
      },
      { op: reprocess(1), dependsOn: ['w1', 'w2'] },
    ]);
    expect(made.orders).toMatchObject([{ remaining: null }]);
  });

  test('on the only item of an order it leaves nothing to ship, and says so', () => {
    expect(plan('ship_outside', [order(1)], { ctx: store({}) }).orders).toMatchObject([
      { remaining: 'no_shippable_product' },
    ]);
  });

  test('a push that is still there comes off first', () => {
    const ctx = store({ products: [aProduct(1, { tags: ['Bigblue-Reprocess'] })] });
    expect(
      plan('ship_outside', [order(1)], { ctx }).writes.map(({ op, dependsOn }) => ({ op: op.op, dependsOn })),
    ).toEqual([
      { op: 'product_tags_add', dependsOn: [] },
      { op: 'product_tags_remove', dependsOn: ['w1'] },
      { op: 'product_tags_add', dependsOn: ['w1', 'w2'] },
      { op: 'order_tags_add', dependsOn: ['w1', 'w2', 'w3'] },
    ]);
  });
});
