import type { Gid } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { WriteOp } from '../../../../shared/domain/write.ts';
import type { TriageContext } from '../context.ts';
import { draft, type Draft } from './definition.ts';
import { pushSteps, reprocessSteps } from './reprocess-steps.ts';

/** A write on a product, or on one of its variants. */
export interface ProductWrite {
  readonly product: Gid<'Product'>;
  readonly op: WriteOp;
}

/** Product writes, then a push of each product to the platform, then reprocess of the order (domain.md, Error types). */
export function productSteps(order: Order, ctx: TriageContext, writes: readonly ProductWrite[]): Draft[] {
  const drafts = writes.map(({ product, op }) => ({ product, write: draft(op) }));
  const pushes = [...Map.groupBy(drafts, ({ product }) => product)].flatMap(([product, group]) =>
    pushSteps(
      product,
      ctx,
      group.map(({ write }) => write),
    ),
  );
  const all = [...drafts.map(({ write }) => write), ...pushes];
  return [...all, ...reprocessSteps(order, all)];
}
