import type { Order } from '../../../../shared/domain/order.ts';
import { clause } from '../../../../shared/domain/sentence.ts';
import type { OrderEditChange } from '../../../../shared/domain/write.ts';
import { draft, type Draft } from './definition.ts';
import { reprocessSteps } from './reprocess-steps.ts';

/** Why Shopify will not let this order be edited, in its own words; null: it may be edited. */
export function editRefusal(order: Order): string | null {
  if (order.merchantEditable) return null;
  const words = order.merchantEditableErrors.map(clause).filter((it) => it !== '');
  const why = words.length === 0 ? 'it gives no reason' : words.join('; ');
  return `Shopify does not let it be edited (${why}): recreate it, or dismiss it.`;
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
