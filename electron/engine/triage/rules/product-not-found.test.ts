import { describe, expect, test } from 'vitest';
import { itemsOf, typesOf } from '../test-support/diagnosed.ts';
import { aContext, aCustomItem, anItem, anOrder, aTip, itemGid } from '../test-support/samples.ts';

describe('Product not found', () => {
  test("« soit d'un produit Shopify qui a été supprimé »: Shopify dropped it from the order", () => {
    const order = anOrder({ lineItems: [anItem(1), anItem(2, { variant: null, product: null })] });
    expect(itemsOf('product_not_found', order)).toEqual([
      { lineItem: itemGid(2), title: 'Carafe 2', sku: 'SKU-2', variant: null, product: null },
    ]);
  });

  test('… or the order still names a variant or a product that is no longer there', () => {
    expect(typesOf(anOrder(), aContext({ variants: [] }))).toEqual(['product_not_found']);
    expect(typesOf(anOrder(), aContext({ products: [] }))).toEqual(['product_not_found']);
  });

  test("« soit d'un produit personnalisé avec un ID temporaire »", () => {
    expect(typesOf(anOrder({ lineItems: [anItem(1), aCustomItem(2)] }))).toEqual(['product_not_found']);
  });

  test('a tip is nothing to find, nor is an article that was removed', () => {
    const removed = aCustomItem(3, { currentQuantity: 0, nonFulfillableQuantity: 1 });
    expect(typesOf(anOrder({ lineItems: [anItem(1), aTip(2), removed] }))).toEqual([]);
  });

  test('an article of which some units were refunded is still to be found', () => {
    const partly = aCustomItem(2, { quantity: 2, currentQuantity: 1, nonFulfillableQuantity: 1 });
    expect(typesOf(anOrder({ lineItems: [anItem(1), partly] }))).toEqual(['product_not_found']);
  });

  test('without read_products nothing is known to be gone', () => {
    expect(typesOf(anOrder({ lineItems: [aCustomItem(1)] }), aContext({ productsReadable: false }))).toEqual(
      [],
    );
    expect(typesOf(anOrder({ lineItems: [aCustomItem(1)], redacted: ['products'] }))).toEqual([]);
  });
});
