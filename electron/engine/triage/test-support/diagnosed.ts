import type { ErrorType } from '../../../../shared/domain/error-type.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { TriageContext } from '../context.ts';
import { diagnose } from '../diagnose.ts';
import { aContext } from './samples.ts';

/** The error types of the order's diagnoses, in order of precedence. */
export const typesOf = (order: Order, ctx: TriageContext = aContext()) =>
  diagnose(order, ctx).map((d) => d.type);

/** The evidence of the order's diagnosis of `type`; undefined: it does not have that error. */
export const evidenceOf = (type: ErrorType, order: Order, ctx: TriageContext = aContext()) =>
  diagnose(order, ctx).find((d) => d.type === type)?.evidence;

/** The line items that the evidence of `type` names. */
export function itemsOf(type: ErrorType, order: Order, ctx: TriageContext = aContext()) {
  const evidence = evidenceOf(type, order, ctx);
  return evidence && 'items' in evidence ? evidence.items : [];
}
