import { type Gid, gid } from '../../../shared/domain/ids.ts';
import type { ImportProblem, Rejection } from '../../../shared/domain/import.ts';
import type { Address, LineItem, Order, OrderAttribute, OrderPart } from '../../../shared/domain/order.ts';
import { failed } from '../../../shared/failed.ts';
import type { CsvRecord } from './csv-records.ts';
import { financialStatus } from './financial-status.ts';
import { columnIn } from './header.ts';
import {
  amount,
  currencyCode,
  type Field,
  idNumber,
  plainCell,
  wholeNumber,
  yesOrNo,
  zonedTime,
} from './parse-field.ts';
import { accepted, type Reading } from './reading.ts';

/**
 * The columns of the admin's own export (Orders → Export), by our name for them: as the file has them, and as Shopify's
 * documentation spells them where that is otherwise (help.shopify.com, “Exporting orders to a CSV file”).
 */
const COLUMNS = {
  name: ['Name'],
  id: ['Id'],
  email: ['Email'],
  phone: ['Phone'],
  financialStatus: ['Financial Status'],
  paidAt: ['Paid at'],
  fulfillmentStatus: ['Fulfillment Status'],
  fulfilledAt: ['Fulfilled at'],
  currency: ['Currency'],
  total: ['Total'],
  shippingMethod: ['Shipping Method'],
  noteAttributes: ['Note Attributes'],
  createdAt: ['Created at'],
  cancelledAt: ['Cancelled at', 'Canceled at'],
  gateways: ['Payment Method'],
  tags: ['Tags'],
  source: ['Source'],
  termsName: ['Payment Terms Name', 'Payment terms'],
  termsDue: ['Next Payment Due At'],
  itemQuantity: ['Lineitem quantity'],
  itemName: ['Lineitem name'],
  itemSku: ['Lineitem sku'],
  itemShips: ['Lineitem requires shipping'],
  shipName: ['Shipping Name'],
  shipCompany: ['Shipping Company'],
  shipStreet: ['Shipping Street'],
  shipAddress1: ['Shipping Address1'],
  shipAddress2: ['Shipping Address2'],
  shipCity: ['Shipping City'],
  shipZip: ['Shipping Zip'],
  shipProvince: ['Shipping Province'],
  shipCountry: ['Shipping Country'],
  shipPhone: ['Shipping Phone'],
} as const satisfies Record<string, readonly string[]>;
export type OrderColumn = keyof typeof COLUMNS;

/** Without these an order cannot be told from another, or not be dated or counted. */
const NEEDED = ['name', 'id', 'createdAt', 'currency', 'total', 'itemName', 'itemQuantity'] as const;

/** What an order lacks where a file has none of these columns. The export never tells products and buying companies. */
const PARTS: readonly { readonly part: OrderPart; readonly columns: readonly OrderColumn[] }[] = [
  { part: 'shippingAddress', columns: ['shipCountry'] },
  { part: 'zip', columns: ['shipZip'] },
  { part: 'name', columns: ['shipName'] },
  { part: 'email', columns: ['email'] },
  { part: 'phone', columns: ['phone', 'shipPhone'] },
  { part: 'paymentTerms', columns: ['termsName'] },
];

/** Where each known column stands; -1: the file does not have it. */
export type OrderColumns = Readonly<Record<OrderColumn, number>>;

/** The known columns of a header, and which of the needed ones it lacks, by the name that the export gives them. */
export function orderColumns(header: readonly string[]): {
  readonly columns: OrderColumns;
  readonly missing: readonly string[];
} {
  const at = (names: readonly string[]): number => columnIn(header, names);
  const columns: OrderColumns = {
    name: at(COLUMNS.name),
    id: at(COLUMNS.id),
    email: at(COLUMNS.email),
    phone: at(COLUMNS.phone),
    financialStatus: at(COLUMNS.financialStatus),
    paidAt: at(COLUMNS.paidAt),
    fulfillmentStatus: at(COLUMNS.fulfillmentStatus),
    fulfilledAt: at(COLUMNS.fulfilledAt),
    currency: at(COLUMNS.currency),
    total: at(COLUMNS.total),
    shippingMethod: at(COLUMNS.shippingMethod),
    noteAttributes: at(COLUMNS.noteAttributes),
    createdAt: at(COLUMNS.createdAt),
    cancelledAt: at(COLUMNS.cancelledAt),
    gateways: at(COLUMNS.gateways),
    tags: at(COLUMNS.tags),
    source: at(COLUMNS.source),
    termsName: at(COLUMNS.termsName),
    termsDue: at(COLUMNS.termsDue),
    itemQuantity: at(COLUMNS.itemQuantity),
    itemName: at(COLUMNS.itemName),
    itemSku: at(COLUMNS.itemSku),
    itemShips: at(COLUMNS.itemShips),
    shipName: at(COLUMNS.shipName),
    shipCompany: at(COLUMNS.shipCompany),
    shipStreet: at(COLUMNS.shipStreet),
    shipAddress1: at(COLUMNS.shipAddress1),
    shipAddress2: at(COLUMNS.shipAddress2),
    shipCity: at(COLUMNS.shipCity),
    shipZip: at(COLUMNS.shipZip),
    shipProvince: at(COLUMNS.shipProvince),
    shipCountry: at(COLUMNS.shipCountry),
    shipPhone: at(COLUMNS.shipPhone),
  };
  return { columns, missing: NEEDED.filter((name) => columns[name] < 0).map((name) => COLUMNS[name][0]) };
}

interface Row {
  readonly row: number;
  readonly values: readonly string[];
}

/**
 * The orders of an export. An order has one row per line item, one after the other; all but the first leave out what
 * belongs to the order. An order of which one row does not parse is left out as a whole.
 * @throws UnstuckError `bad_input` for a header without a needed column
 */
export async function* readOrdersCsv(records: AsyncIterable<CsvRecord>): AsyncGenerator<Reading<Order>> {
  let columns: OrderColumns | null = null;
  let group: Group | null = null;
  for await (const record of records) {
    if (columns === null) {
      columns = knownColumns(record.kind === 'record' ? record.values : []);
      continue;
    }
    const { name, id } = whose(record, columns);
    const belongs: boolean = group !== null && name === group.name && (id === '' || id === group.id);
    if (!belongs && group !== null) yield orderIn(group, columns);
    group = added(belongs ? group : null, record, { name, id });
  }
  if (group !== null && columns !== null) yield orderIn(group, columns);
}

/** The rows of one order so far. */
interface Group {
  readonly name: string;
  readonly id: string;
  readonly rows: Row[];
  readonly broken: Rejection[];
}

/** Which order a row is of. Of a broken one only its first field, where the export has the order's name, can be read. */
function whose(record: CsvRecord, columns: OrderColumns): { readonly name: string; readonly id: string } {
  if (record.kind === 'broken') return { name: plainCell(record.firstField), id: '' };
  return { name: plainCell(record.values[columns.name]), id: plainCell(record.values[columns.id]) };
}

function added(group: Group | null, record: CsvRecord, of: Pick<Group, 'name' | 'id'>): Group {
  const now = group ?? { ...of, rows: [], broken: [] };
  if (record.kind === 'record') now.rows.push(record);
  else now.broken.push({ row: record.row, field: '', problem: record.problem });
  return now;
}

const orderIn = ({ rows, broken }: Group, columns: OrderColumns): Reading<Order> =>
  broken.length > 0 ? { kind: 'rejected', rejections: broken } : readOrder(rows, columns);

function knownColumns(header: readonly string[]): OrderColumns {
  const { columns, missing } = orderColumns(header);
  if (missing.length === 0) return columns;
  throw failed(
    'bad_input',
    { code: 'columns_missing', columns: [...missing] },
    { meta: { field: missing[0] } },
  );
}

function readOrder(rows: readonly Row[], columns: OrderColumns): Reading<Order> {
  const [first] = rows;
  const rejections: Rejection[] = [];
  if (!first) return { kind: 'rejected', rejections };
  const reader = (row: Row) => cellReader(row, columns, (rejection) => rejections.push(rejection));
  const head = reader(first);
  const id = head.needed('id', idNumber);
  const name = head.needed('name', (value) => ({ value }));
  const createdAt = head.needed('createdAt', zonedTime);
  const currency = head.needed('currency', currencyCode);
  const total = currency === null ? null : head.needed('total', (text) => amount(text, currency));
  const cancelledAt = head.optional('cancelledAt', zonedTime);
  const fulfilledAt = head.optional('fulfilledAt', zonedTime);
  const paidAt = head.optional('paidAt', zonedTime);
  const dueAt = head.optional('termsDue', zonedTime);
  const lineItems = rows.map((row, at) => readItem(reader(row), at + 1));
  if (id === null || name === null || createdAt === null || total === null || rejections.length > 0)
    return { kind: 'rejected', rejections: oncePerRow(rejections) };

  const redacted: OrderPart[] = ['products', 'purchasingEntity'];
  for (const { part, columns: needs } of PARTS)
    if (needs.every((column) => columns[column] < 0)) redacted.push(part);
  const terms = head.text('termsName');
  const method = head.text('shippingMethod');
  const fulfillment = head.text('fulfillmentStatus')?.toLowerCase() ?? 'unfulfilled';
  return accepted(first.row, {
    gid: gid('Order', `gid://shopify/Order/${id}`),
    name,
    createdAt,
    // The export does not say when the order last changed; nothing that it dates is later.
    updatedAt: Math.max(createdAt, cancelledAt ?? 0, fulfilledAt ?? 0, paidAt ?? 0),
    cancelledAt,
    cancelReason: null,
    test: false,
    sourceName: head.text('source'),
    financialStatus: financialStatus(head.text('financialStatus')),
    fulfillmentStatus: FULFILLMENT[fulfillment] ?? fulfillment.toUpperCase(),
    tags: listOf(head.text('tags'), ','),
    total,
    email: head.text('email'),
    phone: head.text('phone'),
    gateways: listOf(head.text('gateways'), ' + '),
    buyer: 'b2c',
    paymentTerms:
      terms === null
        ? null
        : { name: terms, overdue: false, schedules: dueAt === null ? [] : [schedule(dueAt)] },
    shippingAddress: redacted.includes('shippingAddress') ? null : readAddress(head),
    shippingLine: method === null ? null : { title: method, code: null },
    lineItems: lineItems.filter((item) => item !== null),
    attributes: columns.noteAttributes < 0 ? null : attributesOf(head.text('noteAttributes') ?? ''),
    fulfillments:
      fulfilledAt === null
        ? []
        : [
            {
              gid: gid('Fulfillment', 'gid://shopify/Fulfillment/1'),
              status: 'SUCCESS',
              createdAt: fulfilledAt,
              service: null,
              location: null,
            },
          ],
    canMarkAsPaid: false,
    merchantEditable: false,
    merchantEditableErrors: [],
    tagEvents: null,
    redacted,
  });
}

/** One detail a line, as `name: value`. */
function attributesOf(text: string): OrderAttribute[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, key, value] = /^\s*([^:]+):\s*(.*)$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [{ key: key.trim(), value: value.trim() }];
  });
}

const FULFILLMENT: Readonly<Record<string, string>> = {
  fulfilled: 'FULFILLED',
  unfulfilled: 'UNFULFILLED',
  partial: 'PARTIALLY_FULFILLED',
  restocked: 'RESTOCKED',
};

const schedule = (dueAt: number) => ({
  gid: gid('PaymentSchedule', 'gid://shopify/PaymentSchedule/1'),
  dueAt,
  completedAt: null,
});

/** The cells of one row. What does not parse is told once and is null. */
interface CellReader {
  text(column: OrderColumn): string | null;
  needed<T>(column: OrderColumn, parse: (text: string) => Field<T>): T | null;
  optional<T>(column: OrderColumn, parse: (text: string) => Field<T>): T | null;
}

function cellReader(
  { row, values }: Row,
  columns: OrderColumns,
  tell: (rejection: Rejection) => void,
): CellReader {
  const text = (column: OrderColumn): string | null => plainCell(values[columns[column]]) || null;
  const wrong = (column: OrderColumn, problem: ImportProblem): null => {
    tell({ row, field: COLUMNS[column][0], problem });
    return null;
  };
  const optional: CellReader['optional'] = (column, parse) => {
    const cell = text(column);
    if (cell === null) return null;
    const field = parse(cell);
    return 'problem' in field ? wrong(column, field.problem) : field.value;
  };
  return {
    text,
    optional,
    needed: (column, parse) =>
      text(column) === null ? wrong(column, { code: 'missing' }) : optional(column, parse),
  };
}

/** `at`: which of the order's items it is. The export has no ids of items; they are numbered in their stead. */
function readItem(cells: CellReader, at: number): LineItem | null {
  const title = cells.needed('itemName', (value) => ({ value }));
  const quantity = cells.needed('itemQuantity', wholeNumber);
  const ships = cells.optional('itemShips', yesOrNo);
  if (title === null || quantity === null) return null;
  const item: Gid<'LineItem'> = gid('LineItem', `gid://shopify/LineItem/${at}`);
  return {
    gid: item,
    title,
    variantTitle: null,
    sku: cells.text('itemSku'),
    quantity,
    currentQuantity: quantity,
    nonFulfillableQuantity: 0,
    // Where the file does not say, nothing may be held against the item.
    requiresShipping: ships ?? true,
    variant: null,
    product: null,
  };
}

/** null: every column of the address is empty, so the order has none. */
function readAddress(cells: CellReader): Address | null {
  const name = cells.text('shipName');
  const words = name?.split(/\s+/) ?? [];
  const country = cells.text('shipCountry')?.toUpperCase() ?? null;
  const address: Address = {
    firstName: words.length > 1 ? words.slice(0, -1).join(' ') : null,
    lastName: words.at(-1) ?? null,
    company: cells.text('shipCompany'),
    address1: cells.text('shipAddress1') ?? cells.text('shipStreet'),
    address2: cells.text('shipAddress2'),
    city: cells.text('shipCity'),
    provinceCode: cells.text('shipProvince'),
    zip: cells.text('shipZip'),
    countryCode: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
    phone: cells.text('shipPhone'),
  };
  return Object.values(address).every((part) => part === null) ? null : address;
}

function listOf(text: string | null, separator: string): readonly string[] {
  return (text ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function oncePerRow(rejections: readonly Rejection[]): readonly Rejection[] {
  return [...new Map(rejections.toReversed().map((it) => [it.row, it])).values()].toSorted(
    (a, b) => a.row - b.row,
  );
}
