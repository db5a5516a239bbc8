import { z } from 'zod';
import type { Product, Variant } from '../../../../shared/domain/catalog.ts';
import { rawProduct, rawVariant, toProduct, toVariant } from '../decode/product.ts';
import type { BulkForm } from './bulk-form.ts';
import { readLine } from './read-line.ts';

const bulkProduct = rawProduct
  .omit({ variants: true })
  .extend({ variantsCount: z.object({ count: z.int() }).nullable() });
type BulkProduct = z.output<typeof bulkProduct>;
type BulkVariant = z.output<typeof rawVariant>;

/** A product with all of its variants. */
export interface WholeProduct {
  readonly product: Product;
  readonly variants: readonly Variant[];
}

/** Products with their variants. */
export const bulkProducts: BulkForm<BulkProduct, BulkVariant, WholeProduct> = {
  read: (line) => readLine<BulkProduct, BulkVariant>(line, { root: bulkProduct, child: () => rawVariant }),
  isComplete: ({ variantsCount }, variants) =>
    variantsCount !== null && variants.length >= variantsCount.count,
  assemble: (product, variants) => ({
    product: toProduct(product),
    variants: variants.map((variant) => toVariant(variant, product.id)),
  }),
};
