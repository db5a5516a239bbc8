import type { Exclusion } from '../../../../shared/domain/exclusion.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { OrderEditChange } from '../../../../shared/domain/write.ts';
import { draft, type Draft } from './definition.ts';
import { reprocessSteps } from './reprocess-steps.ts';

/** Why this order cannot be edited; null: it can. */
export function editRefusal(order: Order): Exclusion | null {
  if (order.merchantEditable) return null;
  return { code: 'uneditable', words: [...order.merchantEditableErrors] };
}

/** One order edit (begin, changes, commit; the buyer is not notified), then reprocess of the order. */
export function orderEditSteps(
  order: Order,
  changes: readonly OrderEditChange[],
  staffNote: string,
): Draft[] {
  const edit = draft({ op: 'order_edit', order: order.gid, changes: [...changes], staffNote });
  return [edit, ...reprocessSteps(order, [edit])];
}
