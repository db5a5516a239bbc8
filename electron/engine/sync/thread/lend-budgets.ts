import type { StoreId } from '../../../../shared/domain/ids.ts';
import type { Grant, StoreBudget } from '../../shopify/store-budget.ts';
import type { EngineCalls } from './thread-calls.ts';

/** What the sync thread spends of the budgets that the engine keeps. */
export interface LentBudgets {
  readonly calls: Pick<EngineCalls, 'admitRead' | 'readOver' | 'pointsLearned'>;
  /** The thread is gone: what it had been granted is free again. */
  takeBack(): void;
}

export function lendBudgets(budget: (store: StoreId) => StoreBudget): LentBudgets {
  const granted = new Map<number, Grant>();
  let last = 0;
  return {
    calls: {
      admitRead: async (store, points) => {
        const grant = await budget(store).admitRead(points);
        last += 1;
        granted.set(last, grant);
        return last;
      },
      readOver: (ticket) => {
        granted.get(ticket)?.release();
        granted.delete(ticket);
      },
      pointsLearned: (store, cost) => budget(store).learn(cost),
    },
    takeBack: () => {
      for (const grant of granted.values()) grant.release();
      granted.clear();
    },
  };
}
