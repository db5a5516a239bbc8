import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { ERROR_TYPES, type ErrorType } from '../../../../shared/domain/error-type.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { WRITE_TRAITS, type WriteOp } from '../../../../shared/domain/write.ts';
import type { TriageContext } from '../context.ts';
import { diagnose } from '../diagnose.ts';
import { projectContext, projectOrder } from '../project.ts';
import type { PlanOrder } from './definition.ts';

/**
 * What still keeps an order once `ops` (its own, and those on its variants, products and settings) are through; null:
 * nothing is known to. Marks of ours change nothing about that. What the platform said stays true where our rules cannot
 * tell and `cures` does not hold for its type; where they can, they decide: the platform will look again.
 */
export function remainingAfter(
  it: PlanOrder,
  ctx: TriageContext,
  ops: readonly WriteOp[],
  cures: (type: ErrorType) => boolean,
): ErrorType | null {
  const primary = it.diagnoses[0]?.type ?? null;
  if (ops.every(({ op }) => WRITE_TRAITS[op].repeat === 'local')) return primary;
  const after = projectOrder(it.order, ops);
  const found = new Set(diagnose(after, projectContext(ctx, ops)).map(({ type }) => type));
  const told = it.diagnoses
    .filter(({ type, source }) => source === 'platform' && !canTell(type, after, ctx) && !cures(type))
    .map(({ type }) => type);
  return told[0] ?? ERROR_TYPES.find((type) => found.has(type)) ?? null;
}

/** Whether the local rule of `type` is on for this order, so that its silence means the error is not there. */
function canTell(type: ErrorType, order: Order, ctx: TriageContext): boolean {
  const hidden = (part: Order['redacted'][number]): boolean => order.redacted.includes(part);
  switch (type) {
    case 'payment_pending':
      return order.financialStatus !== null && !(ctx.settings.paymentTerms && hidden('paymentTerms'));
    case 'destination_not_whitelisted':
      return ctx.settings.countries !== null && !hidden('shippingAddress');
    case 'product_not_linked':
      return ctx.linkSource && ctx.productsReadable && !hidden('products');
    case 'no_shippable_product':
    case 'product_not_found':
      return ctx.productsReadable && !hidden('products');
    case 'postal_code_missing':
      return !hidden('zip') && !hidden('shippingAddress');
    case 'order_cancelled':
    case 'order_already_fulfilled':
    case 'ignored_by_tag':
    case 'awaiting_global_e_approval':
    case 'unknown':
      return true;
    default:
      return assertNever(type);
  }
}
