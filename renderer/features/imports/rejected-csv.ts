/** A row that was left out, in the reader's words. */
export interface RejectedRow {
  readonly row: number;
  readonly field: string;
  readonly reason: string;
}

/**
 * Rows that were left out as a CSV (RFC 4180), with a byte order mark so that spreadsheets read it as UTF-8. A cell that a
 * spreadsheet would run as a formula gets a leading apostrophe: what is in an imported file comes from strangers.
 */
export function rejectedCsv(head: readonly [string, string, string], rows: readonly RejectedRow[]): string {
  const lines = [head, ...rows.map(({ row, field, reason }) => [String(row), field, reason])];
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
