import { stringify } from 'csv-stringify/sync';
import { decimalString } from '../../../shared/domain/money.ts';
import type { ReportWords } from './report-words.ts';
import type { Report } from './report.ts';

const HEAD = [
  'store',
  'order',
  'created',
  'state',
  'error_type',
  'evidence',
  'platform_message',
  'value',
  'currency',
  'customer',
  'city',
  'country',
  'fixes',
  'result',
  'reason',
  'after_fix',
  'stuck_again_since',
] as const;

/**
 * One row per order, RFC 4180; column names and keys are the same in every language. With a byte order mark so that spreadsheets read it as UTF-8. A cell that a spreadsheet
 * would run as a formula gets a leading apostrophe: order notes and names come from strangers.
 */
export function reportAsCsv(report: Report, words: ReportWords): string {
  const rows = report.orders.map(({ order, actions }) => {
    const last = actions.at(-1);
    return [
      order.storeName,
      order.name,
      new Date(order.createdAt).toISOString(),
      order.state,
      order.errorType ?? '',
      order.diagnoses.map(words.evidence).join(' '),
      order.diagnoses.map(({ message }) => message ?? '').find((message) => message !== '') ?? '',
      decimalString(order.value),
      order.value.currency,
      order.customer ?? '',
      order.city ?? '',
      order.country ?? '',
      actions.map(({ fix }) => fix).join(' '),
      last?.state ?? '',
      last?.reason ?? '',
      last?.outcome ?? '',
      order.regressed ? new Date(order.regressed.at).toISOString() : '',
    ];
  });
  return stringify([[...HEAD], ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}
