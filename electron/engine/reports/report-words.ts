import type { Diagnosis } from '../../../shared/domain/diagnosis.ts';
import type { ErrorType, OrderState } from '../../../shared/domain/error-type.ts';
import type { FixKind } from '../../../shared/domain/fix.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import type { WriteState } from '../../../shared/domain/write.ts';
import { EN_REPORT } from './en-report.ts';
import { FR_REPORT } from './fr-report.ts';

/** What a report says in one language. Times are UTC ms. */
export interface ReportWords {
  readonly title: (from: Millis, to: Millis) => string;
  readonly made: (stores: string, at: Millis, agent: string) => string;
  /** Which orders are in it. */
  readonly holds: string;
  readonly totals: (stuck: number, value: string, handled: number, runs: number) => string;
  readonly stuck: { readonly title: string; readonly none: string; readonly head: readonly string[] };
  readonly fixes: { readonly title: string; readonly none: string; readonly head: readonly string[] };
  readonly orders: { readonly title: string; readonly none: string; readonly head: readonly string[] };
  readonly errorType: (type: ErrorType) => string;
  readonly fix: (kind: FixKind) => string;
  readonly undoOf: (fix: string) => string;
  readonly orderState: (state: OrderState) => string;
  readonly writeState: (state: WriteState) => string;
  /** One sentence that says what keeps an order and names the culprit. */
  readonly evidence: (diagnosis: Diagnosis) => string;
  readonly reason: (reason: WriteReason) => string;
  /** Instead of a name, in a report that names nobody. */
  readonly someoneOfStaff: string;
  readonly redacted: string;
}

const WORDS: Readonly<Record<Language, ReportWords>> = { en: EN_REPORT, fr: FR_REPORT };

export function reportWords(language: Language): ReportWords {
  return WORDS[language];
}
