import { describe, expect, test } from 'vitest';
import { itemsOf, typesOf } from '../test-support/diagnosed.ts';
import {
  aContext,
  aFulfilmentProduct,
  anItem,
  anOrder,
  aProduct,
  aVariant,
  itemGid,
  productGid,
  variantGid,
} from '../test-support/samples.ts';

describe('Product not linked', () => {
  const unlinked = aContext({ variants: [aVariant(1, { linkMetafield: null })] });

  test("« L'un des articles de la commande Shopify n'est lié à aucun produit ou bundle Bigblue »", () => {
    expect(itemsOf('product_not_linked', anOrder(), unlinked)).toEqual([
      {
        lineItem: itemGid(1),
        title: 'Carafe 1',
        sku: 'SKU-1',
        barcode: '400000001',
        variant: variantGid(1),
        product: productGid(1),
        link: 'missing',
        linkedTo: null,
        suggestions: [],
      },
    ]);
  });

  test("« ou bien il est lié mais non géré (i.e. le lien n'est pas actif) »", () => {
    const ctx = aContext({
      variants: [aVariant(1, { linkMetafield: { product: 'DIGG-7', active: false, digest: 'd' } })],
    });
    expect(itemsOf('product_not_linked', anOrder(), ctx)).toMatchObject([
      { link: 'inactive', linkedTo: 'DIGG-7' },
    ]);
  });

  test('one unlinked article of several is enough, and only it is named', () => {
    const ctx = aContext({ variants: [aVariant(1), aVariant(2, { linkMetafield: null })] });
    const order = anOrder({ lineItems: [anItem(1), anItem(2)] });
    expect(itemsOf('product_not_linked', order, ctx).map((i) => i.variant)).toEqual([variantGid(2)]);
  });

  test('« Si vous souhaitez que ce produit Shopify soit expédié en dehors de Bigblue »: a product tagged bigblue-ignore needs no link', () => {
    const ctx = aContext({
      variants: [aVariant(1, { linkMetafield: null }), aVariant(2)],
      products: [aProduct(1, { tags: ['bigblue-ignore'] }), aProduct(2)],
    });
    expect(typesOf(anOrder({ lineItems: [anItem(1), anItem(2)] }), ctx)).toEqual([]);
  });

  test('an article that needs no shipping, or was removed from the order, needs no link', () => {
    const ctx = aContext({
      variants: [
        aVariant(1),
        aVariant(2, { linkMetafield: null, requiresShipping: false }),
        aVariant(3, { linkMetafield: null }),
      ],
    });
    expect(
      typesOf(anOrder({ lineItems: [anItem(1), anItem(2), anItem(3, { currentQuantity: 0 })] }), ctx),
    ).toEqual([]);
  });

  test('suggestions come by same SKU, then by same barcode', () => {
    const ctx = aContext({
      variants: [aVariant(1, { linkMetafield: null })],
      fulfilmentProducts: [
        aFulfilmentProduct(8, { barcode: '400000001' }),
        aFulfilmentProduct(9, { sku: 'SKU-1', barcode: '400000001' }),
      ],
    });
    expect(itemsOf('product_not_linked', anOrder(), ctx)).toMatchObject([
      {
        suggestions: [
          { product: 'DIGG-9', name: 'Carafe 9 smoke', by: 'sku' },
          { product: 'DIGG-8', name: 'Carafe 8 smoke', by: 'barcode' },
        ],
      },
    ]);
  });

  test('a store whose link route tells nothing does not get the rule', () => {
    for (const linkRoute of ['file', null] as const)
      expect(
        typesOf(
          anOrder(),
          aContext({ settings: { linkRoute }, variants: [aVariant(1, { linkMetafield: null })] }),
        ),
      ).toEqual([]);
    const noList = aContext({ settings: { linkRoute: 'sku' }, fulfilmentProductsKnown: false });
    expect(typesOf(anOrder(), noList)).toEqual([]);
  });
});
