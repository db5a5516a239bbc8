import type { StoreId } from '../../../../shared/domain/ids.ts';
import type { Clock } from '../../ports.ts';
import type { Cost } from '../../shopify/budget.ts';
import { createStoreBudget, type Grant, type StoreBudget } from '../../shopify/store-budget.ts';

/** The engine's side of the budgets, as the thread calls it. */
interface BudgetCalls {
  admitRead(store: StoreId, points: number): Promise<number>;
  readOver(ticket: number): Promise<void>;
  pointsLearned(store: StoreId, cost: Cost): Promise<void>;
}

const NOTHING: Grant = { spend: () => undefined, release: () => undefined };

/**
 * The query points of a store as a thread that only reads sees them: its reads take their turn in the engine, where the
 * writes spend, and what its answers say is told there.
 */
export function distantBudget(engine: BudgetCalls, store: StoreId, clock: Clock): StoreBudget {
  const near = createStoreBudget(clock);
  return {
    ...near,
    learn: (cost) => {
      near.learn(cost);
      void engine.pointsLearned(store, cost);
    },
    admitRead: async (points, signal) => {
      if (signal?.aborted) return NOTHING;
      const over = Promise.withResolvers<null>();
      const stop = (): void => over.resolve(null);
      signal?.addEventListener('abort', stop, { once: true });
      const asked = engine.admitRead(store, points);
      const ticket = await Promise.race([asked, over.promise]).finally(() =>
        signal?.removeEventListener('abort', stop),
      );
      if (ticket === null) {
        void asked.then((late) => engine.readOver(late));
        return NOTHING;
      }
      return { spend: () => undefined, release: () => void engine.readOver(ticket) };
    },
  };
}
