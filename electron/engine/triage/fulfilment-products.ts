import type { FulfilmentProduct } from '../../../shared/domain/catalog.ts';

/** The fulfilment platform's products by what auto-link matches on. Answers come in order of product id. */
export interface FulfilmentProducts {
  bySku(sku: string): readonly FulfilmentProduct[];
  byBarcode(barcode: string): readonly FulfilmentProduct[];
}

/** Looks up the platform's products by SKU and by barcode; products without one are not found by it. */
export function indexFulfilmentProducts(products: readonly FulfilmentProduct[]): FulfilmentProducts {
  const sorted = products.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const bySku = Map.groupBy(sorted, (p) => p.sku?.trim() ?? '');
  const byBarcode = Map.groupBy(sorted, (p) => p.barcode?.trim() ?? '');
  return {
    bySku: (sku) => (sku === '' ? [] : (bySku.get(sku) ?? [])),
    byBarcode: (barcode) => (barcode === '' ? [] : (byBarcode.get(barcode) ?? [])),
  };
}
