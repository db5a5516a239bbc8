import type { Diagnosis, DiagnosisSource, Evidence } from '../../../shared/domain/diagnosis.ts';
import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { TriageContext } from './context.ts';
import { RULES } from './rules/registry.ts';

/**
 * The sync errors that the order itself shows, in order of precedence; none: nothing is known to keep it. Says nothing
 * of whether the platform already has the order: that is `judge`'s part.
 */
export function diagnose(order: Order, ctx: TriageContext): readonly Diagnosis[] {
  return ERROR_TYPES.flatMap((type) => {
    const evidence = RULES[type].find(order, ctx);
    return evidence === null ? [] : [diagnosisOf(type, evidence, 'local', null)];
  });
}

/** A diagnosis of `type`; `message`: the platform's raw text where that is the source. */
export function diagnosisOf<T extends ErrorType>(
  type: T,
  evidence: Evidence<T>,
  source: DiagnosisSource,
  message: string | null,
): Diagnosis {
  // T pairs type and evidence, which the union cannot be told generically.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { type, evidence, source, message } as Diagnosis;
}
