import { stringify } from 'csv-stringify/sync';
import type { ReadableDb } from '../db/open.ts';
import { type AuditRow, auditRows } from './audit-repo.ts';

const COLUMNS = [
  'id',
  'at',
  'who',
  'what',
  'run',
  'write',
  'store',
  'detail',
  'reason',
  'before',
  'after',
  'requestId',
  'digest',
  'hash',
] as const satisfies readonly (keyof AuditRow)[];

/** The whole audit trail as text. */
export interface ExportedHistory {
  readonly text: string;
  readonly lines: number;
  /** Hash of the last line; empty where there is none. */
  readonly head: string;
}

/**
 * The audit trail as it is kept, oldest first, with the columns that its hashes are made of: whoever has the file can
 * prove the chain without the database (audit-chain.ts). CSV is written so that no spreadsheet runs what a cell says.
 */
export function exportHistory(journal: ReadableDb, format: 'csv' | 'json'): ExportedHistory {
  const rows = [...auditRows(journal)];
  const last = rows.at(-1);
  const head = last?.hash ?? '';
  if (format === 'json')
    return { text: `${JSON.stringify({ head, lines: rows }, null, 2)}\n`, lines: rows.length, head };
  const cells = rows.map((row) => COLUMNS.map((column) => row[column] ?? ''));
  const text = stringify([[...COLUMNS], ...cells], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  return { text, lines: rows.length, head };
}
