import { describe, expect, test } from 'vitest';
import { indexFulfilmentProducts } from './fulfilment-products.ts';
import { hasLinkSource, linkOf, suggestLinks } from './links.ts';
import { aFulfilmentProduct, aVariant } from './test-support/samples.ts';

const products = indexFulfilmentProducts([
  aFulfilmentProduct(3, { barcode: '400' }),
  aFulfilmentProduct(2, { sku: ' C-1 ' }),
  aFulfilmentProduct(1, { sku: 'C-1', barcode: '400' }),
  aFulfilmentProduct(4),
]);
const variant = aVariant(1, { sku: 'C-1', barcode: '400', linkMetafield: null });

describe('the link of a variant', () => {
  test('is what its metafield says, active or not, on the metafield route', () => {
    const linked = aVariant(1, { linkMetafield: { product: 'DIGG-5', active: false, digest: 'd' } });
    expect(linkOf(linked, 'metafield', products)).toEqual({ product: 'DIGG-5', active: false });
    expect(linkOf(variant, 'metafield', products)).toBeNull();
  });

  test('is what auto-link matches on the SKU route: same SKU, else same barcode; SKU prevails', () => {
    expect(linkOf(variant, 'sku', products)).toEqual({ product: 'DIGG-1', active: true });
    expect(linkOf({ ...variant, sku: 'other' }, 'sku', products)).toEqual({
      product: 'DIGG-1',
      active: true,
    });
    expect(linkOf({ ...variant, sku: 'C-1', barcode: null }, 'sku', products)).toEqual({
      product: 'DIGG-1',
      active: true,
    });
    expect(linkOf({ ...variant, sku: '', barcode: ' ' }, 'sku', products)).toBeNull();
  });

  test('is not to be seen on the file route, nor without a route', () => {
    expect(linkOf(variant, 'file', products)).toBeNull();
    expect(linkOf(variant, null, products)).toBeNull();
    expect([hasLinkSource('file', true), hasLinkSource(null, true), hasLinkSource('sku', false)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([hasLinkSource('metafield', false), hasLinkSource('sku', true)]).toEqual([true, true]);
  });
});

test('suggestions: same SKU first, then same barcode, each product once', () => {
  expect(suggestLinks(variant, products).map((s) => [s.product, s.by])).toEqual([
    ['DIGG-1', 'sku'],
    ['DIGG-2', 'sku'],
    ['DIGG-3', 'barcode'],
  ]);
  expect(suggestLinks({ ...variant, sku: null, barcode: null }, products)).toEqual([]);
});
