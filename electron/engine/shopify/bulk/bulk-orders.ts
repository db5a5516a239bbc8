import type { z } from 'zod';
import { GID_STARTS, legacyId } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { bulkOrder, rawLine, rawSchedule, toOrder } from '../decode/order.ts';
import { usualBulkOrder, usualLine } from '../decode/usual-order.ts';
import type { DocumentParts } from '../documents/parts.ts';
import type { BulkForm } from './bulk-form.ts';
import { readLine } from './read-line.ts';

type BulkOrder = z.output<typeof bulkOrder>;

const lineItem = rawLine.transform((line) => ({ line }));
const schedule = rawSchedule.transform((paid) => ({ schedule: paid }));
type OrderChild = z.output<typeof lineItem> | z.output<typeof schedule>;

/** Orders with their line items and payment schedules. `parts`: what the query asked for. */
export function bulkOrders(parts: DocumentParts): BulkForm<BulkOrder, OrderChild, Order> {
  return {
    read: (line) =>
      readLine<BulkOrder, OrderChild>(line, {
        root: bulkOrder,
        usualRoot: usualBulkOrder,
        child: (id) => (id.startsWith(GID_STARTS.PaymentSchedule) ? schedule : lineItem),
        usualChild: (id, value) => (id.startsWith(GID_STARTS.LineItem) ? usualItem(value) : null),
      }),
    /**
     * The subtotal's quantity leaves out tips and gift cards, so it may be reached before the last line has come; a line
     * that comes later still is found at the end of the file.
     */
    isComplete: (order, children) => {
      let pieces = 0;
      let lines = 0;
      for (const child of children) {
        if (!('line' in child)) continue;
        lines += 1;
        pieces += child.line.quantity;
      }
      const isPlanned = !order.paymentTerms || lines < children.length;
      return lines > 0 && pieces >= order.subtotalLineItemsQuantity && isPlanned;
    },
    assemble: (order, children) => {
      const { paymentTerms } = order;
      const schedules = children.flatMap((child) => ('schedule' in child ? child.schedule : []));
      return toOrder(
        {
          ...order,
          paymentTerms: paymentTerms && {
            ...paymentTerms,
            paymentSchedules: { nodes: byAge(schedules) },
          },
        },
        byAge(children.flatMap((child) => ('line' in child ? child.line : []))),
        order.fulfillments,
        parts,
      );
    },
  };
}

function usualItem(value: unknown): OrderChild | null {
  const line = usualLine(value);
  return line && { line };
}

/** As pages have them: ids grow with time. */
function byAge<Thing extends { readonly id: string }>(things: Thing[]): Thing[] {
  if (things.length < 2) return things;
  return things
    .map((thing) => ({ thing, number: Number(legacyId(thing.id)) }))
    .toSorted((a, b) => a.number - b.number)
    .map(({ thing }) => thing);
}
