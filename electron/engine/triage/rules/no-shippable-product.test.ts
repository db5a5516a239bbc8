import { describe, expect, test } from 'vitest';
import { evidenceOf, itemsOf, typesOf } from '../test-support/diagnosed.ts';
import {
  aContext,
  aCustomItem,
  anItem,
  anOrder,
  aProduct,
  aTip,
  aVariant,
  productGid,
  variantGid,
} from '../test-support/samples.ts';

describe('No shippable product', () => {
  test('« Les articles de la commande Shopify ne sont […] pas enregistrés en tant que produits physiques »', () => {
    const ctx = aContext({ variants: [aVariant(1, { requiresShipping: false })] });
    expect(evidenceOf('no_shippable_product', anOrder(), ctx)).toMatchObject({
      items: [
        {
          variant: variantGid(1),
          requiresShippingNow: false,
          requiredShippingAtOrder: true,
          why: 'not_physical',
        },
      ],
    });
  });

  test("« (ou n'étaient) »: not physical when ordered, and « Expédition non requise »", () => {
    const order = anOrder({
      lineItems: [anItem(1, { requiresShipping: false })],
      shippingLine: null,
      shippingAddress: null,
    });
    expect(evidenceOf('no_shippable_product', order)).toMatchObject({
      items: [{ requiresShippingNow: true, requiredShippingAtOrder: false, why: 'stale_order' }],
      shippingMethod: null,
      addressMissing: true,
    });
  });

  test('« recréez la commande avec une "vraie" méthode de livraison »: a shipping method makes up for the old snapshot', () => {
    expect(typesOf(anOrder({ lineItems: [anItem(1, { requiresShipping: false })] }))).toEqual([]);
  });

  test('« et/ou les articles de la commande Shopify sont taggués avec bigblue-ignore »', () => {
    const ctx = aContext({ products: [aProduct(1, { tags: ['BigBlue-Ignore'] })] });
    expect(itemsOf('no_shippable_product', anOrder(), ctx)).toMatchObject([
      { product: productGid(1), productTags: ['BigBlue-Ignore'], why: 'ignored_product' },
    ]);
  });

  test('both in one order: each article with what is wrong with it', () => {
    const ctx = aContext({
      variants: [aVariant(1, { requiresShipping: false }), aVariant(2)],
      products: [aProduct(1), aProduct(2, { tags: ['bigblue-ignore'] })],
    });
    const order = anOrder({ lineItems: [anItem(1), anItem(2)] });
    expect(itemsOf('no_shippable_product', order, ctx)).toMatchObject([
      { why: 'not_physical' },
      { why: 'ignored_product' },
    ]);
  });

  test('one article that can ship is enough', () => {
    const ctx = aContext({ variants: [aVariant(1, { requiresShipping: false }), aVariant(2)] });
    expect(typesOf(anOrder({ lineItems: [anItem(1), anItem(2)] }), ctx)).toEqual([]);
  });

  test('an order of a tip only has nothing to ship', () => {
    expect(typesOf(anOrder({ lineItems: [aTip(1)] }))).toEqual(['no_shippable_product']);
  });

  test('an order whose only article is gone is a case for “Product not found” alone', () => {
    expect(typesOf(anOrder({ lineItems: [aCustomItem(1)] }))).toEqual(['product_not_found']);
  });

  test('without read_products, on what the order itself recorded of all its items', () => {
    const ctx = aContext({ productsReadable: false, variants: [], products: [] });
    const digital = anItem(1, { requiresShipping: false });
    const order = anOrder({ lineItems: [digital], shippingLine: null });
    expect(typesOf(order, ctx)).toEqual(['no_shippable_product']);
    expect(typesOf({ ...order, lineItems: [digital, anItem(2)] }, ctx)).toEqual([]);
    expect(typesOf(anOrder({ lineItems: [digital] }), ctx)).toEqual([]);
    expect(typesOf(anOrder({ lineItems: [] }), ctx)).toEqual([]);
  });
});
