import type { Diagnosis, DiagnosisSource } from '../../../../shared/domain/diagnosis.ts';
import type { ErrorType, OrderState } from '../../../../shared/domain/error-type.ts';
import type { FixKind } from '../../../../shared/domain/fix.ts';
import type { Millis } from '../../../../shared/domain/order.ts';
import type { CauseSubject } from '../../../../shared/domain/root-cause.ts';

/** One root cause of one order, as the cache keeps it. */
export interface OrderCause {
  readonly key: string;
  readonly errorType: ErrorType;
  readonly subject: CauseSubject;
  readonly entity: string | null;
  readonly fix: FixKind;
  /** Whether nothing else keeps the order. */
  readonly unblocks: boolean;
}

/** Where an order stands, as it is kept beside it. */
export interface Verdict {
  readonly state: OrderState;
  /** The primary one; null when nothing keeps the order. */
  readonly errorType: ErrorType | null;
  /** Of the primary one. */
  readonly source: DiagnosisSource | null;
  /** The error type with the queued writes applied; equal to errorType without any. */
  readonly predicted: ErrorType | null;
  readonly diagnoses: readonly Diagnosis[];
  readonly causes: readonly OrderCause[];
  /** When the passing of time alone may change this, UTC ms. */
  readonly dueAt: Millis | null;
  /** Whether queued writes touch the order, its variants or its products. */
  readonly overlaid: boolean;
}
