import { z } from 'zod';
import type { WriteOpOf } from '../../../../shared/domain/write.ts';
import { nextCursor } from '../decode/scalars.ts';
import { orderLinesDocument } from '../documents/orders.ts';
import { ORDER_AGREEMENTS, ORDER_SHIPPING_LINES } from '../documents/read-backs.ts';
import { Interrupted, type WriteApi } from './write-api.ts';

/** What an order edit touches, as it is at one moment. */
export const editStateSchema = z.object({
  /** Ids of the committed order edits; null: they cannot be read. */
  agreements: z.array(z.string()).nullable(),
  lines: z.array(
    z.object({ id: z.string(), title: z.string(), variant: z.string().nullable(), quantity: z.int() }),
  ),
  /** Titles of the shipping lines; empty where the edit adds none. */
  shippingTitles: z.array(z.string()),
});
export type EditState = z.output<typeof editStateSchema>;

/** Reads what tells whether an edit took effect: lines, the shipping line where one is added, and past edits. */
export async function editLooks(api: WriteApi, op: WriteOpOf<'order_edit'>): Promise<EditState> {
  const lines: EditState['lines'] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof linesPage>> = await linesPage(api, op.order, after);
    for (const { id, title, variant, currentQuantity } of page?.nodes ?? []) {
      lines.push({ id, title, variant: variant?.id ?? null, quantity: currentQuantity });
    }
    after = page ? nextCursor(page.pageInfo) : null;
  } while (after !== null);
  const addsShipping = op.changes.some(({ change }) => change === 'add_shipping_line');
  const shippingTitles = addsShipping ? await api.ask(ORDER_SHIPPING_LINES, { id: op.order }) : [];
  return { lines, shippingTitles, agreements: await agreements(api, op.order) };
}

const linesPage = (api: WriteApi, id: string, after: string | null) =>
  api.ask(orderLinesDocument(api.parts), { id, after });

async function agreements(api: WriteApi, id: string): Promise<string[] | null> {
  try {
    const all = await api.ask(ORDER_AGREEMENTS, { id });
    return all.filter(({ reason }) => reason === 'ORDER_EDIT').map((agreement) => agreement.id);
  } catch (thrown) {
    if (thrown instanceof Interrupted && thrown.why.kind === 'denied') return null;
    throw thrown;
  }
}
