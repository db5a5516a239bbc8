import type { ImportKind } from '../../../shared/domain/import.ts';
import { delimiterOf } from './csv-records.ts';
import { linkColumns } from './links-csv.ts';
import { beginsWithOrder, platformColumns } from './platform-errors.ts';
import { orderColumns } from './shopify-orders-csv.ts';

/** What a file holds, told by how it begins; null: nothing that can be imported. */
export function detectKind(start: string): ImportKind | null {
  const text = start.trimStart();
  if (/^[{[]/.test(text)) return 'orders-json';
  const [line = ''] = text.split(/\r?\n/, 1);
  const header = line.split(delimiterOf(line)).map((name) => name.replaceAll('"', ''));
  const { columns } = orderColumns(header);
  if (columns.name >= 0 && columns.itemName >= 0) return 'shopify-orders-csv';
  if (platformColumns(header) !== null) return 'platform-errors';
  if (linkColumns(header) !== null) return 'links-csv';
  return beginsWithOrder(line) ? 'platform-errors' : null;
}
