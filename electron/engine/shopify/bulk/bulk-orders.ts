import { z } from 'zod';
import { legacyId } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { rawLine, rawOrder, rawPaymentTerms, rawSchedule, toOrder } from '../decode/order.ts';
import type { DocumentParts } from '../documents/parts.ts';
import type { BulkForm } from './bulk-form.ts';
import { readLine } from './read-line.ts';

const bulkOrder = rawOrder.omit({ lineItems: true }).extend({
  subtotalLineItemsQuantity: z.int(),
  paymentTerms: rawPaymentTerms.omit({ paymentSchedules: true }).nullish(),
});
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
        child: (id) => (id.startsWith('gid://shopify/PaymentSchedule/') ? schedule : lineItem),
      }),
    /**
     * The subtotal's quantity leaves out tips and gift cards, so it may be reached before the last line has come; a line
     * that comes later still is found at the end of the file.
     */
    isComplete: (order, children) => {
      const lines = linesOf(children);
      const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
      const isPlanned = !order.paymentTerms || lines.length < children.length;
      return lines.length > 0 && pieces >= order.subtotalLineItemsQuantity && isPlanned;
    },
    assemble: ({ paymentTerms, ...order }, children) => {
      const schedules = children.flatMap((child) => ('schedule' in child ? child.schedule : []));
      return toOrder(
        {
          ...order,
          paymentTerms: paymentTerms && {
            ...paymentTerms,
            paymentSchedules: { nodes: schedules.toSorted(byId) },
          },
        },
        linesOf(children).toSorted(byId),
        order.fulfillments,
        parts,
      );
    },
  };
}

const linesOf = (children: readonly OrderChild[]) =>
  children.flatMap((child) => ('line' in child ? child.line : []));

/** As pages have them: ids grow with time. */
const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  Number(legacyId(a.id)) - Number(legacyId(b.id));
