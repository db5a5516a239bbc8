import { describe, expect, test } from 'vitest';
import {
  aContext,
  aCustomItem,
  anItem,
  aProduct,
  aVariant,
  itemGid,
  orderGid,
  productGid,
  variantGid,
} from '../test-support/samples.ts';
import { ops, order, plan, reasonOf } from './test-support/planning.ts';

const reprocess = { op: 'order_tags_add', order: orderGid(1), tags: ['bigblue-reprocess'] };
const push = (n: number) => ({ op: 'product_tags_add', product: productGid(n), tags: ['bigblue-reprocess'] });

describe('make_physical', () => {
  const virtual = aContext({
    variants: [
      aVariant(1, { requiresShipping: false }),
      aVariant(2, { requiresShipping: false, product: productGid(1) }),
    ],
  });

  test("« assurez-vous que la case Il s'agit d'un produit physique est cochée », push, reprocess", () => {
    const made = plan('make_physical', [order(1)], { ctx: virtual });
    expect(made.writes).toMatchObject([
      {
        key: 'w1',
        op: {
          op: 'variant_requires_shipping_set',
          variant: variantGid(1),
          inventoryItem: 'gid://shopify/InventoryItem/1',
          set: true,
          base: false,
        },
      },
      { key: 'w2', op: push(1), dependsOn: ['w1'] },
      { op: reprocess, dependsOn: ['w1', 'w2'] },
    ]);
    expect(made.orders).toMatchObject([{ remaining: null }]);
  });

  test('one push serves all variants of a product, also those of other orders', () => {
    const scope = [order(1), order(2, { lineItems: [anItem(2)] })];
    const made = plan('make_physical', scope, { ctx: virtual });
    const pushes = made.writes.filter(({ op }) => op.op === 'product_tags_add');
    const variants = made.writes
      .filter(({ op }) => op.op === 'variant_requires_shipping_set')
      .map(({ key }) => key);
    expect(variants).toHaveLength(2);
    expect(pushes).toMatchObject([{ dependsOn: variants, orders: [orderGid(1), orderGid(2)] }]);
  });

  test("« ne sont (ou n'étaient) pas »: an order placed before stays stuck without a shipping method, and says so", () => {
    const stale = order(1, { lineItems: [anItem(1, { requiresShipping: false })], shippingLine: null });
    expect(plan('make_physical', [stale], { ctx: virtual }).orders).toMatchObject([
      { remaining: 'no_shippable_product' },
    ]);
  });

  test('an order whose products are only ignored is left out', () => {
    const ctx = aContext({ products: [aProduct(1, { tags: ['bigblue-ignore'] })] });
    expect(reasonOf(plan('make_physical', [order(1)], { ctx }))).toBe(
      'None of its items is registered as not physical: look at its product tags and shipping method.',
    );
  });
});

describe('remove_product_ignore_tag', () => {
  test("« s'assurer qu'il n'y a pas d'étiquette bigblue-ignore »: as it is spelled, push, reprocess", () => {
    const ctx = aContext({ products: [aProduct(1, { tags: ['New', 'BigBlue-Ignore'] })] });
    const made = plan('remove_product_ignore_tag', [order(1)], { ctx });
    expect(made.writes).toMatchObject([
      { key: 'w1', op: { op: 'product_tags_remove', product: productGid(1), tags: ['BigBlue-Ignore'] } },
      { key: 'w2', op: push(1), dependsOn: ['w1'] },
      { op: reprocess, dependsOn: ['w1', 'w2'] },
    ]);
    expect(made.orders).toMatchObject([{ remaining: null }]);
  });

  test('an order none of whose products is ignored is left out', () => {
    const ctx = aContext({ variants: [aVariant(1, { requiresShipping: false })] });
    expect(reasonOf(plan('remove_product_ignore_tag', [order(1)], { ctx }))).toBe(
      'No product of it has the tag bigblue-ignore: see whether its items are physical products.',
    );
  });
});

describe('add_shipping_line', () => {
  const stale = { lineItems: [anItem(1, { requiresShipping: false })], shippingLine: null };

  test('« Mettez à jour ce champ (avec un appel API) »: a free shipping method, then reprocess', () => {
    const made = plan('add_shipping_line', [order(1, stale)]);
    expect(ops(made)).toMatchObject([
      {
        op: 'order_edit',
        order: orderGid(1),
        changes: [
          { change: 'add_shipping_line', title: 'Standard', price: { amountMinor: 0, currency: 'EUR' } },
        ],
      },
      reprocess,
    ]);
    expect(made.orders).toMatchObject([{ remaining: null }]);
    // begin, one change, commit, and the tag
    expect(made.cost).toBe(40);
  });

  test("title and price are the agent's; a price reopens payment, and the plan says so", () => {
    const made = plan('add_shipping_line', [order(1, stale)], {
      params: { title: 'Express', price: '4.90' },
    });
    expect(ops(made)[0]).toMatchObject({
      changes: [{ title: 'Express', price: { amountMinor: 490, currency: 'EUR' } }],
    });
    expect(made.orders).toMatchObject([{ remaining: 'payment_pending' }]);
  });

  test('an order that Shopify does not let be edited is left out, in its words', () => {
    const locked = order(1, {
      ...stale,
      merchantEditable: false,
      merchantEditableErrors: ['The order is archived.'],
    });
    expect(reasonOf(plan('add_shipping_line', [locked]))).toBe(
      'Shopify does not let it be edited (The order is archived): recreate it, or dismiss it.',
    );
  });

  test('an order that something else keeps is left out', () => {
    const ctx = aContext({ variants: [aVariant(1, { requiresShipping: false })] });
    expect(reasonOf(plan('add_shipping_line', [order(1)], { ctx }))).toBe(
      'Its shipping method is not what keeps it: make its items physical, or untag its products, first.',
    );
  });
});

describe('remove_item and replace_item', () => {
  const gone = { lineItems: [anItem(1), anItem(9, { quantity: 3, currentQuantity: 2 })] };

  test("« soit supprimer […] l'article »: only what is lost, then reprocess", () => {
    const made = plan('remove_item', [order(1, gone)]);
    expect(ops(made)).toMatchObject([
      { op: 'order_edit', changes: [{ change: 'remove_item', lineItem: itemGid(9), baseQuantity: 2 }] },
      reprocess,
    ]);
    expect(made.writes[1]?.dependsOn).toEqual(['w1']);
    expect(made.orders).toMatchObject([
      {
        changes: [{ field: 'item', before: '2 × Carafe 9', after: null }, { field: 'tag' }],
        remaining: null,
      },
    ]);
  });

  test('« un produit personnalisé avec un ID temporaire » is removed like a deleted one', () => {
    const custom = order(1, { lineItems: [anItem(1), aCustomItem(2)] });
    expect(ops(plan('remove_item', [custom]))[0]).toMatchObject({ changes: [{ lineItem: itemGid(2) }] });
  });

  test('an order is never emptied', () => {
    expect(reasonOf(plan('remove_item', [order(1, { lineItems: [anItem(9)] })]))).toBe(
      'Nothing else is left in it: replace the item (replace_item), or dismiss the order.',
    );
  });

  test("« soit remplacer l'article »: by the variant, as many as were left", () => {
    const made = plan('replace_item', [order(1, gone)], { params: { variant: '2' } });
    expect(ops(made)[0]).toMatchObject({
      changes: [
        { change: 'remove_item', lineItem: itemGid(9), baseQuantity: 2 },
        { change: 'add_variant', variant: variantGid(2), quantity: 2 },
      ],
    });
    expect(made.orders).toMatchObject([{ remaining: null }]);
  });

  test.each([
    ['a variant that the store does not have', gone, '404', /^Its store knows no variant .+404: choose/],
    ['a variant that is in the order already', gone, '1', /^The replacement is in it already: remove/],
    [
      'one variant for two lost items',
      { lineItems: [anItem(8), anItem(9)] },
      '2',
      /^More than one of its items is lost/,
    ],
    [
      'an order that cannot be edited',
      { ...gone, merchantEditable: false },
      '2',
      /^Shopify does not let it be edited \(it gives/,
    ],
  ] as const)('no replacement: %s', (_, over, variant, reason) => {
    expect(reasonOf(plan('replace_item', [order(1, over)], { params: { variant } }))).toMatch(reason);
  });
});
