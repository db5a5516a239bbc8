import { describe, expect, test } from 'vitest';
import { indexFulfilmentProducts } from './fulfilment-products.ts';
import { hasLinkSource, linkOf, suggestLinks } from './links.ts';
import type { ListedLinks } from './listed-links.ts';
import { aFulfilmentProduct, aVariant, variantGid } from './test-support/samples.ts';

const fulfilmentProducts = indexFulfilmentProducts([
  aFulfilmentProduct(3, { barcode: '400' }),
  aFulfilmentProduct(2, { sku: ' C-1 ' }),
  aFulfilmentProduct(1, { sku: 'C-1', barcode: '400' }),
  aFulfilmentProduct(4),
]);
const sources = { fulfilmentProducts, listedLinks: null };
const variant = aVariant(1, { sku: 'C-1', barcode: '400', linkMetafield: null });

describe('the link of a variant', () => {
  test('is what its metafield says, active or not, on the metafield route', () => {
    const linked = aVariant(1, { linkMetafield: { product: 'DIGG-5', active: false, digest: 'd' } });
    expect(linkOf(linked, 'metafield', sources)).toEqual({ product: 'DIGG-5', active: false });
    expect(linkOf(variant, 'metafield', sources)).toBeNull();
  });

  test('is what auto-link matches on the SKU route: same SKU, else same barcode; SKU prevails', () => {
    expect(linkOf(variant, 'sku', sources)).toEqual({ product: 'DIGG-1', active: true });
    expect(linkOf({ ...variant, sku: 'other' }, 'sku', sources)).toEqual({
      product: 'DIGG-1',
      active: true,
    });
    expect(linkOf({ ...variant, sku: 'C-1', barcode: null }, 'sku', sources)).toEqual({
      product: 'DIGG-1',
      active: true,
    });
    expect(linkOf({ ...variant, sku: '', barcode: ' ' }, 'sku', sources)).toBeNull();
  });

  test('is what the imported list says on the file route: by the variant’s id, else by its SKU', () => {
    const listedLinks: ListedLinks = ({ variant: id, sku }) =>
      id === variantGid(1)
        ? { product: 'DIGG-1', active: false }
        : sku === 'C-2'
          ? { product: 'DIGG-2', active: true }
          : null;
    const listed = { fulfilmentProducts, listedLinks };
    expect(linkOf(variant, 'file', listed)).toEqual({ product: 'DIGG-1', active: false });
    expect(linkOf(aVariant(2, { sku: 'C-2' }), 'file', listed)).toEqual({ product: 'DIGG-2', active: true });
    expect(linkOf(aVariant(3), 'file', listed)).toBeNull();
  });

  test('is not to be seen without a list, without a route, or by SKU without the platform’s products', () => {
    expect(linkOf(variant, 'file', sources)).toBeNull();
    expect(linkOf(variant, null, sources)).toBeNull();
    expect(hasLinkSource('file', true, false)).toBe(false);
    expect(hasLinkSource('sku', false, true)).toBe(false);
    expect(hasLinkSource(null, true, true)).toBe(false);
    expect(hasLinkSource('file', false, true)).toBe(true);
    expect(hasLinkSource('metafield', false, false)).toBe(true);
    expect(hasLinkSource('sku', true, false)).toBe(true);
  });
});

test('suggestions: same SKU first, then same barcode, each product once', () => {
  expect(suggestLinks(variant, fulfilmentProducts).map((s) => [s.product, s.by])).toEqual([
    ['DIGG-1', 'sku'],
    ['DIGG-2', 'sku'],
    ['DIGG-3', 'barcode'],
  ]);
  expect(suggestLinks({ ...variant, sku: null, barcode: null }, fulfilmentProducts)).toEqual([]);
});
