import { z } from 'zod';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { legacyId } from '../../../../shared/domain/ids.ts';
import { decimalString } from '../../../../shared/domain/money.ts';
import type { OrderEditChange, WriteOpOf } from '../../../../shared/domain/write.ts';
import {
  ORDER_EDIT_ADD_SHIPPING_LINE,
  ORDER_EDIT_ADD_VARIANT,
  ORDER_EDIT_BEGIN,
  ORDER_EDIT_SET_QUANTITY,
} from '../documents/order-edits.ts';
import { currencyCode } from './currency-code.ts';
import { type Progress, refusalOf, type Sent } from './remote-write.ts';
import type { WriteApi } from './write-api.ts';

/** A begun order edit as the journal keeps it. committing: its commit may have left. */
export const editSessionSchema = z.object({ id: z.string(), phase: z.enum(['staging', 'committing']) });
export type EditSession = z.output<typeof editSessionSchema>;

type Begun =
  | { readonly kind: 'staged'; readonly session: EditSession }
  | Extract<Sent, { kind: 'refused' | 'stale' }>;

interface CalculatedLine {
  readonly id: string;
  readonly quantity: number;
}

/** Begins a session and stages the changes in it. None of these requests changes the order. */
export async function beginEdit(
  api: WriteApi,
  op: WriteOpOf<'order_edit'>,
  progress: Progress,
): Promise<Begun> {
  const { calculatedOrder, userErrors } = await api.ask(ORDER_EDIT_BEGIN, { id: op.order });
  const refused = refusalOf(userErrors);
  if (refused !== null || !calculatedOrder) {
    return { kind: 'refused', reason: refused ?? { code: 'edit_not_begun' } };
  }
  const session: EditSession = { id: calculatedOrder.id, phase: 'staging' };
  progress.save(session);
  for (const change of op.changes) {
    const problem = await stage(api, session, change, calculatedOrder.lineItems.nodes);
    if (problem) return problem;
  }
  return { kind: 'staged', session };
}

async function stage(
  api: WriteApi,
  { id }: EditSession,
  change: OrderEditChange,
  lines: readonly CalculatedLine[],
): Promise<Extract<Begun, { kind: 'refused' | 'stale' }> | null> {
  switch (change.change) {
    case 'remove_item': {
      // A calculated line has the number of the line that it stands for.
      const line = lines.find((it) => legacyId(it.id) === legacyId(change.lineItem));
      if (!line)
        return {
          kind: 'refused',
          reason: { code: 'item_not_listed' },
        };
      if (line.quantity !== change.baseQuantity)
        return { kind: 'stale', reason: { code: 'quantity_changed' } };
      return refusal(
        await api.ask(ORDER_EDIT_SET_QUANTITY, { id, line: line.id, quantity: 0, restock: true }),
      );
    }
    case 'add_variant':
      return refusal(
        await api.ask(ORDER_EDIT_ADD_VARIANT, { id, variant: change.variant, quantity: change.quantity }),
      );
    case 'add_shipping_line': {
      const { price } = change;
      const line = {
        title: change.title,
        price: { amount: decimalString(price), currencyCode: currencyCode(price.currency) },
      };
      return refusal(await api.ask(ORDER_EDIT_ADD_SHIPPING_LINE, { id, line }));
    }
    default:
      return assertNever(change);
  }
}

function refusal(payload: { readonly userErrors: Parameters<typeof refusalOf>[0] }) {
  const reason = refusalOf(payload.userErrors);
  return reason === null ? null : { kind: 'refused' as const, reason };
}
