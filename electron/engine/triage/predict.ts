import type { Diagnosis } from '../../../shared/domain/diagnosis.ts';
import { REPROCESS_TAG, type ErrorType } from '../../../shared/domain/error-type.ts';
import { hasTag, type Order } from '../../../shared/domain/order.ts';
import type { WriteOp } from '../../../shared/domain/write.ts';
import type { TriageContext } from './context.ts';
import { diagnose } from './diagnose.ts';
import { projectContext, projectOrder } from './project.ts';

/**
 * What will still keep a stuck order once `ops` are through; null: nothing is known to, it is predicted to sync.
 * What only the platform sees stays until it is asked to look again. `diagnoses`: those of the order as it is.
 */
export function predict(
  order: Order,
  ctx: TriageContext,
  diagnoses: readonly Diagnosis[],
  ops: readonly WriteOp[],
): ErrorType | null {
  const seenBefore = new Set(diagnose(order, ctx).map((d) => d.type));
  const onlyPlatformSees = diagnoses.find((d) => !seenBefore.has(d.type));
  const asked = ops.some(
    (op) => op.op === 'order_tags_add' && op.order === order.gid && hasTag(op.tags, REPROCESS_TAG),
  );
  if (onlyPlatformSees && !asked) return onlyPlatformSees.type;
  return diagnose(projectOrder(order, ops), projectContext(ctx, ops))[0]?.type ?? null;
}
