import { ordersWithoutTagEvents, saveTagEvents, type OrderToAsk } from '../db/cache/tag-events-repo.ts';
import { transaction } from '../db/open.ts';
import type { StoreRun } from './store-run.ts';

/** Requests under way at once: one order's events take one. */
const LANES = 4;

/** Asks who tagged the orders that an ignore tag keeps. Read for those only: events cost a request per order. */
export async function pullTagEvents(run: StoreRun): Promise<void> {
  const waiting = ordersWithoutTagEvents(run.cache, run.no).values();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (const order of waiting) {
      if (failed) return;
      await pullOne(run, order).catch((thrown: unknown) => {
        failed = true;
        throw thrown;
      });
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
}

async function pullOne(
  { cache, no, store, reader, triage, signal, meter, moved }: StoreRun,
  asked: OrderToAsk,
): Promise<void> {
  signal?.throwIfAborted();
  const { events, cost } = await reader.tagEvents(asked.gid, signal);
  meter.cost += cost;
  transaction(cache, () => {
    saveTagEvents(cache, no, asked.gid, asked.updatedAt, events);
    triage.judge(store, [asked.id]);
  });
  moved([asked.id]);
}
