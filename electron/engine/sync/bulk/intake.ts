import { gid, isGid } from '../../../../shared/domain/ids.ts';
import type { Millis, Order } from '../../../../shared/domain/order.ts';
import { troubleInEnglish } from '../../../../shared/words/en-trouble.ts';
import { noteSeen } from '../../db/cache/bulk-seen.ts';
import type { WholeProduct } from '../../shopify/bulk/bulk-products.ts';
import { ingestOrders } from '../ingest-orders.ts';
import { keepUnread } from '../keep-unread.ts';
import { keepCatalog, readProducts } from '../pull-catalog.ts';
import type { StoreRun } from '../store-run.ts';
import type { Intake } from './take-in-file.ts';

/** Takes in orders. `sweeps`: remembers which, so that those that are not there any more can be told. */
export async function ordersIntake(run: StoreRun, sweeps: boolean): Promise<Intake<Order>> {
  const { cache, no, reader, signal, meter } = run;
  const ingest = async (orders: readonly Order[], alsoWrite: () => void): Promise<void> => {
    await ingestOrders(run, orders, (ids) => {
      if (sweeps) noteSeen(cache, no, ids);
      alsoWrite();
    });
  };
  return {
    kind: 'orders',
    form: await reader.bulk.orders(signal),
    ingest,
    readById: async (ids, alsoWrite) => {
      const answer = await reader.ordersByGid(
        ids.filter((id) => isGid('Order', id)),
        signal,
      );
      meter.cost += answer.cost;
      await ingest(answer.orders, alsoWrite);
      keepUnread(run, answer.unread);
    },
    keepUnread: (unread) =>
      keepUnread(
        run,
        unread.map(({ id, trouble }) => ({
          gid: id !== null && isGid('Order', id) ? gid('Order', id) : null,
          trouble,
        })),
      ),
  };
}

/** Takes in products with their variants. `readAt`: before they were asked for, by our clock, UTC ms. */
export async function productsIntake(run: StoreRun, readAt: Millis): Promise<Intake<WholeProduct>> {
  const { reader, signal, logger, store } = run;
  return {
    kind: 'products',
    form: await reader.bulk.products(signal),
    ingest: (wholes, alsoWrite) =>
      keepCatalog(
        run,
        {
          asked: [],
          products: wholes.map(({ product }) => product),
          variants: wholes.flatMap(({ variants }) => variants),
          readAt,
        },
        alsoWrite,
      ),
    readById: async (ids, alsoWrite) => {
      const answer = await readProducts(
        run,
        ids.flatMap((id) => (isGid('Product', id) ? gid('Product', id) : [])),
      );
      await keepCatalog(run, answer, alsoWrite);
    },
    // Products that orders have are asked for by id where they are not here.
    keepUnread: (unread) => {
      for (const { trouble } of unread)
        logger.warn('sync.product_unread', { store: store.id, reason: troubleInEnglish(trouble) });
    },
  };
}
