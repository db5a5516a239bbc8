/** The header row of the Shopify admin's own export of orders, whole. */
const HEADER =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References'.split(
    ',',
  );

/** What a row of the export holds, by column; all others are empty. */
export type ExportRow = Readonly<Record<string, string>>;

/** The first row of order `n`: paid, one item, to Paris. */
export function exportRow(n: number, over: ExportRow = {}): ExportRow {
  return {
    Name: `#${1000 + n}`,
    Email: 'aoife@example.com',
    'Financial Status': 'paid',
    'Paid at': '2026-11-16 08:00:00 +0100',
    'Fulfillment Status': 'unfulfilled',
    Currency: 'EUR',
    Total: '84.50',
    'Shipping Method': 'Colissimo',
    'Created at': '2026-11-16 08:00:00 +0100',
    'Lineitem quantity': '1',
    'Lineitem name': 'Carafe - Smoke',
    'Lineitem sku': 'C-1',
    'Lineitem requires shipping': 'true',
    'Shipping Name': 'Aoife Byrne',
    'Shipping Address1': '12 Rue des Martyrs',
    'Shipping City': 'Paris',
    'Shipping Zip': "'75009",
    'Shipping Country': 'FR',
    Id: String(5_000_000_000 + n),
    Source: 'web',
    ...over,
  };
}

/** A further item of the order above it: the export repeats its name only. */
export function itemRow(n: number, over: ExportRow = {}): ExportRow {
  return {
    Name: `#${1000 + n}`,
    'Lineitem quantity': '2',
    'Lineitem name': 'Glass',
    'Lineitem sku': 'G-1',
    'Lineitem requires shipping': 'true',
    ...over,
  };
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** An export as a file has it. `without`: columns that it lacks. */
export function ordersExport(rows: readonly ExportRow[], without: readonly string[] = []): string {
  const header = HEADER.filter((name) => !without.includes(name));
  return [header, ...rows.map((row) => header.map((name) => quoted(row[name] ?? '')))]
    .map((line) => `${line.join(',')}\n`)
    .join('');
}
