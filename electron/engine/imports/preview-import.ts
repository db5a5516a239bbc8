import type { ImportKind } from '../../../shared/domain/import.ts';
import { csvRecords } from './csv-records.ts';
import { decodeText } from './decode-text.ts';
import { detectKind } from './detect-kind.ts';
import { jsonTexts } from './json-texts.ts';
import { linkColumns } from './links-csv.ts';
import { platformColumns } from './platform-errors.ts';
import { orderColumns } from './shopify-orders-csv.ts';

/** How a file begins, to be looked at before it is imported. */
export interface ImportPreview {
  /** null: nothing that can be imported. */
  readonly kind: ImportKind | null;
  /** The header of a table, and whether a column is read; none where the file is no table. */
  readonly columns: readonly { readonly name: string; readonly isRead: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** Needed columns that the header lacks. */
  readonly missing: readonly string[];
}

const ROWS = 5;
const CELL_CHARS = 200;

/** @param start the file's first bytes, as many as there are or some 64 KiB; a row that they cut off is left out */
export async function previewImport(start: Uint8Array, isWhole: boolean): Promise<ImportPreview> {
  let text = '';
  for await (const piece of decodeText([start])) text += piece;
  const kind = detectKind(text);
  const short = (cell: string): string => cell.trim().slice(0, CELL_CHARS);
  if (kind === null || kind === 'orders-json') {
    const texts: string[] = [];
    for await (const json of kind === null ? text.split('\n') : jsonTexts([text])) texts.push(json);
    return { kind, columns: [], rows: texts.slice(0, ROWS).map((it) => [short(it)]), missing: [] };
  }
  const records: (readonly string[])[] = [];
  for await (const record of csvRecords([text])) if (record.kind === 'record') records.push(record.values);
  if (!isWhole) records.pop();
  const [header = [], ...rows] = records;
  const first = rows.slice(0, ROWS).map((row) => row.map(short));
  const read = readColumns(kind, header);
  // Text as it is copied from the platform has no header.
  if (read === null)
    return { kind, columns: [], rows: [header.map(short), ...first].slice(0, ROWS), missing: [] };
  const columns = header.map((name, at) => ({ name: short(name), isRead: read.at.has(at) }));
  return { kind, columns, rows: first, missing: read.missing };
}

function readColumns(
  kind: Exclude<ImportKind, 'orders-json'>,
  header: readonly string[],
): { readonly at: ReadonlySet<number>; readonly missing: readonly string[] } | null {
  if (kind === 'shopify-orders-csv') {
    const { columns, missing } = orderColumns(header);
    return { at: new Set(Object.values(columns)), missing };
  }
  const found = kind === 'links-csv' ? linkColumns(header) : platformColumns(header);
  return found && { at: new Set(Object.values(found)), missing: [] };
}
