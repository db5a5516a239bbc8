import type { Diagnosis } from '../../../shared/domain/diagnosis.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import type { Cause } from './cause.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules/registry.ts';

/** The root causes behind a diagnosis, each with its default fix; none where each order is a case of its own. */
export function causesOf(diagnosis: Diagnosis): readonly Cause[] {
  // The registry pairs type and rule, which indexing by a union cannot express.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const rule = RULES[diagnosis.type] as Rule<ErrorType>;
  return rule.causes(diagnosis.evidence);
}
