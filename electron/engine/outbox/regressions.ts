import type { RunId, StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { OrderCheck } from './checks-repo.ts';

/** An order that a run had solved and that is stuck again, since when (UTC ms). */
export interface Regression {
  readonly run: RunId;
  readonly at: Millis;
}

/** Which orders are stuck again after they were solved, in memory: a list must not query the journal per order. */
export interface Regressions {
  of(store: StoreId, gid: string): Regression | null;
  all(): readonly { readonly store: StoreId; readonly gid: string }[];
  put(store: StoreId, gid: string, regression: Regression): void;
  drop(store: StoreId, gid: string): void;
}

export function createRegressions(checks: readonly OrderCheck[]): Regressions {
  const byOrder = new Map<string, Regression & { readonly store: StoreId; readonly gid: string }>();
  const keyOf = (store: StoreId, gid: string): string => `${store} ${gid}`;
  const put: Regressions['put'] = (store, gid, { run, at }) =>
    void byOrder.set(keyOf(store, gid), { store, gid, run, at });
  for (const { store, gid, run, regressedAt } of checks)
    if (regressedAt !== null) put(store, gid, { run, at: regressedAt });
  return {
    of: (store, gid) => byOrder.get(keyOf(store, gid)) ?? null,
    all: () => [...byOrder.values()],
    put,
    drop: (store, gid) => void byOrder.delete(keyOf(store, gid)),
  };
}
