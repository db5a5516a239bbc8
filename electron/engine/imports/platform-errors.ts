import { failed } from '../../../shared/failed.ts';
import { csvRecords, delimiterOf, firstLine } from './csv-records.ts';
import { columnIn } from './header.ts';
import { plainCell } from './parse-field.ts';
import { accepted, type Reading, rejected } from './reading.ts';

/** What the platform's own list says of one order. */
export interface ListedOrderError {
  /** The order's name or number as the list has it. */
  readonly order: string;
  /** The platform's status code, e.g. EXCEPTION; null: the list has none. */
  readonly status: string | null;
  readonly message: string | null;
}

const ORDER = [
  'order',
  'order number',
  'order name',
  'order id',
  'external id',
  'reference',
  'name',
  'commande',
  'numéro de commande',
  'n° de commande',
];
const MESSAGE = [
  'message',
  'error',
  'error message',
  'sync error',
  'reason',
  'erreur',
  'erreur de synchronisation',
];
const STATUS = ['status', 'status code', 'statut'];

/** Where the columns of a platform list stand; null: the header is not one of such a list. */
export function platformColumns(
  header: readonly string[],
): { readonly order: number; readonly message: number; readonly status: number } | null {
  const columns = {
    order: columnIn(header, ORDER),
    message: columnIn(header, MESSAGE),
    status: columnIn(header, STATUS),
  };
  return columns.order >= 0 && (columns.message >= 0 || columns.status >= 0) ? columns : null;
}

/**
 * The orders of the platform's list: a CSV with a header that names order and message (or status), or text as it is
 * copied from the platform's page, one order per line, or its message on the line below.
 */
export async function* readPlatformErrors(
  pieces: AsyncIterable<string>,
): AsyncGenerator<Reading<ListedOrderError>> {
  const { head, rest } = await firstLine(pieces);
  const columns = platformColumns(head.split(delimiterOf(head)).map((name) => name.replaceAll('"', '')));
  if (columns === null) yield* readLines(rest);
  else yield* readTable(rest, columns);
}

async function* readTable(
  text: AsyncIterable<string>,
  columns: NonNullable<ReturnType<typeof platformColumns>>,
): AsyncGenerator<Reading<ListedOrderError>> {
  let isHeader = true;
  for await (const record of csvRecords(text)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    if (record.kind === 'broken') {
      yield rejected(record.row, '', record.problem);
      continue;
    }
    const cell = (at: number): string | null => plainCell(record.values[at]) || null;
    const order = cell(columns.order);
    const listed = { status: cell(columns.status)?.toUpperCase() ?? null, message: cell(columns.message) };
    if (order === null) yield rejected(record.row, 'order', { code: 'no_order_number' });
    else if (listed.status === null && listed.message === null)
      yield rejected(record.row, 'message', { code: 'no_message' });
    else yield accepted(record.row, { order, ...listed });
  }
}

/** `#1001`, `1001` or `FR-1001`, maybe after “Order”, then the rest of the line. */
const LINE =
  /^\s*(?:(?:order|commande)\s+(?:n[°o]\s*)?)?(#?(?:[A-Za-z]{1,6}[-_]?)?\d{3,19})(?![\w-])[\s,;:|–—-]*(.*)$/i;

async function* readLines(text: AsyncIterable<string>): AsyncGenerator<Reading<ListedOrderError>> {
  let waiting: { readonly row: number; readonly order: string } | null = null;
  let row = 0;
  for await (const line of lines(text)) {
    row += 1;
    if (line.trim() === '') continue;
    const [, order, said = ''] = LINE.exec(line) ?? [];
    const message = said.trim() || null;
    if (order === undefined) {
      if (waiting === null) yield rejected(row, 'order', { code: 'no_order_number' });
      else yield accepted(waiting.row, { order: waiting.order, status: null, message: line.trim() });
      waiting = null;
      continue;
    }
    if (waiting !== null) yield rejected(waiting.row, 'message', { code: 'no_message' });
    waiting = message === null ? { row, order } : null;
    if (message !== null) yield accepted(row, { order, status: null, message });
  }
  if (waiting !== null) yield rejected(waiting.row, 'message', { code: 'no_message' });
}

/** Longer lines are none of a list of errors. */
const LINE_CHARS = 64 * 1024;

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of text) {
    const parts = (held + piece).split(/\r?\n/);
    held = parts.pop() ?? '';
    yield* parts;
    if (held.length > LINE_CHARS)
      throw failed('bad_input', { code: 'no_error_list' }, { meta: { field: 'file' } });
  }
  if (held !== '') yield held;
}

/** Whether a line of text speaks of an order. */
export function beginsWithOrder(line: string): boolean {
  return LINE.test(line);
}
