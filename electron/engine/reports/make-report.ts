import type { Language } from '../../../shared/domain/language.ts';
import { reportAsCsv } from './csv.ts';
import { reportAsJson } from './json.ts';
import { reportAsMarkdown } from './markdown.ts';
import { reportWords } from './report-words.ts';
import { gatherReport, redactReport, type ReportPeriod, type ReportSources } from './report.ts';

const FORMATS = {
  csv: { write: reportAsCsv, mime: 'text/csv' },
  md: { write: reportAsMarkdown, mime: 'text/markdown' },
  json: { write: reportAsJson, mime: 'application/json' },
} as const;
export type ReportFormat = keyof typeof FORMATS;

/** Makes an incident report of a period; `orders` counts the orders in it. */
export function makeReport(
  period: ReportPeriod,
  format: ReportFormat,
  sources: ReportSources,
  meta: {
    readonly madeAt: number;
    readonly agent: string;
    readonly redact: boolean;
    readonly language: Language;
  },
): { fileName: string; mime: string; orders: number; text: string } {
  const words = reportWords(meta.language);
  const whole = gatherReport(period, sources, meta, words);
  const report = meta.redact ? redactReport(whole, words) : whole;
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const scope = period.storeId === null ? '' : `-${period.storeId}`;
  return {
    fileName: `unstuck-incidents${scope}-${day(period.from)}-${day(period.to)}.${format}`,
    mime: FORMATS[format].mime,
    orders: report.orders.length,
    text: FORMATS[format].write(report, words),
  };
}
