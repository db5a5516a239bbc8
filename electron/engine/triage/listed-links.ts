import type { ProductLink } from '../../../shared/domain/catalog.ts';
import type { Gid } from '../../../shared/domain/ids.ts';

/**
 * What an imported link list says of a variant, by its id, else by its SKU; null: nothing. Items of imported orders may
 * have only one of the two.
 */
export type ListedLinks = (of: {
  readonly variant: Gid<'ProductVariant'> | null;
  readonly sku: string | null;
}) => ProductLink | null;
