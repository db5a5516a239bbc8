import { troubleInEnglish } from '../../../shared/words/en-trouble.ts';
import { forgetUnreadOrders, noteUnreadOrder, unreadOrders } from '../db/cache/unread-orders.ts';
import { transaction } from '../db/open.ts';
import type { UnreadOrder } from '../shopify/store-api.ts';
import { ingestOrders } from './ingest-orders.ts';
import type { StoreRun } from './store-run.ts';

const AT_ONCE = 100;

/** Keeps aside the orders that could not be read: they keep nothing from the others, and the store's row tells of them. */
export function keepUnread(
  { cache, no, store, meter, logger }: StoreRun,
  unread: readonly UnreadOrder[],
): void {
  if (unread.length === 0) return;
  meter.unread += unread.length;
  const [first] = unread;
  logger.warn('sync.orders_unread', {
    store: store.id,
    orders: unread.length,
    reason: first && troubleInEnglish(first.trouble),
  });
  transaction(cache, () => {
    for (const { gid, trouble } of unread) if (gid !== null) noteUnreadOrder(cache, no, gid, trouble);
  });
}

/** Asks again, by id, for the orders that an earlier sync could not read. */
export async function rereadUnread(run: StoreRun): Promise<void> {
  const { cache, no, reader, signal, meter } = run;
  const asked = unreadOrders(cache, no);
  for (let start = 0; start < asked.length; start += AT_ONCE) {
    const batch = asked.slice(start, start + AT_ONCE);
    const answer = await reader.ordersByGid(batch, signal);
    meter.cost += answer.cost;
    await ingestOrders(run, answer.orders);
    const still = new Set(answer.unread.map(({ gid }) => gid));
    transaction(cache, () => {
      forgetUnreadOrders(
        cache,
        no,
        batch.filter((gid) => !still.has(gid)),
      );
    });
    keepUnread(run, answer.unread);
  }
}
