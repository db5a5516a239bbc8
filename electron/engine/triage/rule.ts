import type { Evidence } from '../../../shared/domain/diagnosis.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Cause } from './cause.ts';
import type { TriageContext } from './context.ts';

/** One error type: when an order has it, what proves it, and what is behind it. */
export interface Rule<T extends ErrorType> {
  /** The evidence when the order (as it is, or projected) has this error; null when not, or when the rule is off. */
  find(order: Order, ctx: TriageContext): Evidence<T> | null;
  /**
   * The evidence as far as the order shows it when the platform says that the order has this error and `find` does
   * not see it. `ids`: the product or variant numbers that the platform names.
   */
  told(order: Order, ctx: TriageContext, ids: readonly string[]): Evidence<T>;
  /** The root causes behind the evidence, none where each order is a case of its own. */
  causes(evidence: Evidence<T>): readonly Cause[];
}

export type Rules = { readonly [T in ErrorType]: Rule<T> };
