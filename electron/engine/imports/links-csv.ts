import { type Gid, gid } from '../../../shared/domain/ids.ts';
import { failed } from '../../../shared/failed.ts';
import type { CsvRecord } from './csv-records.ts';
import { columnIn } from './header.ts';
import { idNumber, plainCell, yesOrNo } from './parse-field.ts';
import { accepted, type Reading, rejected } from './reading.ts';

/** One line of a link list: a variant by its id, or all variants of a SKU, linked to a fulfilment product. */
export interface ListedLink {
  readonly variant: Gid<'ProductVariant'> | null;
  readonly sku: string | null;
  readonly product: string;
  readonly active: boolean;
}

const VARIANT = ['variant', 'variant id', 'shopify variant id', 'variante', 'id variante'];
const SKU = ['sku', 'variant sku'];
const PRODUCT = [
  'product',
  'fulfilment product',
  'fulfillment product',
  'bigblue product',
  'bigblue product id',
  'bigblue id',
  'product id',
  'produit',
];
const ACTIVE = ['active', 'managed', 'actif', 'géré'];

/** Where the columns of a link list stand; null: the header is not one of such a list. */
export function linkColumns(header: readonly string[]): {
  readonly variant: number;
  readonly sku: number;
  readonly product: number;
  readonly active: number;
} | null {
  const columns = {
    variant: columnIn(header, VARIANT),
    sku: columnIn(header, SKU),
    product: columnIn(header, PRODUCT),
    active: columnIn(header, ACTIVE),
  };
  return columns.product >= 0 && (columns.variant >= 0 || columns.sku >= 0) ? columns : null;
}

/**
 * The links of a list.
 * @param isProduct whether the platform has a product of this id; null: nobody knows its products
 * @throws UnstuckError `bad_input` for a header without the product, or with neither variant nor SKU
 */
export async function* readLinksCsv(
  records: AsyncIterable<CsvRecord>,
  isProduct: ((id: string) => boolean) | null,
): AsyncGenerator<Reading<ListedLink>> {
  let columns: ReturnType<typeof linkColumns> = null;
  for await (const record of records) {
    const { row } = record;
    if (columns === null) {
      columns = linkColumns(record.kind === 'record' ? record.values : []);
      if (columns === null)
        throw failed('bad_input', { code: 'no_link_list' }, { meta: { field: 'product' } });
      continue;
    }
    if (record.kind === 'broken') {
      yield rejected(row, '', record.problem);
      continue;
    }
    const cell = (at: number): string => plainCell(record.values[at]);
    const product = cell(columns.product);
    const sku = cell(columns.sku) || null;
    const variant = cell(columns.variant) === '' ? null : idNumber(cell(columns.variant));
    const active = cell(columns.active) === '' ? { value: true } : yesOrNo(cell(columns.active));
    if (product === '') yield rejected(row, 'product', { code: 'missing' });
    else if (isProduct !== null && !isProduct(product))
      yield rejected(row, 'product', { code: 'unknown_product', value: product });
    else if (variant === null && sku === null) yield rejected(row, 'variant', { code: 'no_variant' });
    else if (variant !== null && 'problem' in variant) yield rejected(row, 'variant', variant.problem);
    else if ('problem' in active) yield rejected(row, 'active', active.problem);
    else
      yield accepted(row, {
        variant: variant && gid('ProductVariant', `gid://shopify/ProductVariant/${variant.value}`),
        sku,
        product,
        active: active.value,
      });
  }
}
