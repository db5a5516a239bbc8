import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis, Order } from '../../../shared/domain/order.ts';
import { SETTINGS_ENTITY } from '../../../shared/domain/write.ts';
import { createOrderReads } from '../db/cache/order-record.ts';
import { createOrdersRepo } from '../db/cache/orders-repo.ts';
import { createPlatformWord } from '../db/cache/platform-repo.ts';
import { ensureStoreNo, findStoreNo, storesByNo, type StoreNo } from '../db/cache/store-numbers.ts';
import { writeSyncState } from '../db/cache/sync-state.ts';
import type { Verdict } from '../db/cache/verdict.ts';
import { transaction, type WritableDb } from '../db/open.ts';
import type { Overlay } from '../outbox/overlay.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../stores/store.ts';
import { ordersOutOfStep } from './out-of-step.ts';
import { dueOrders, ordersOfStore, ordersWithEntities } from './orders-to-judge.ts';
import { basisOf, createStoreContext } from './store-context.ts';
import { verdictOf } from './verdict-of.ts';

/** Orders judged in one transaction: long enough to be quick, short enough to let others in. */
const BATCH = 500;

/** Keeps the verdicts of the cache in step with what they rest on. */
export interface TriageRunner {
  /**
   * Judges orders that are here, in one transaction or in the one that is open.
   * @returns ids of the orders that stand differently now
   */
  readonly judge: (store: Store, ids: Iterable<number>) => readonly number[];
  /** Judges orders of a store against the cache as it is now; for use inside one transaction. */
  readonly judgeOf: (store: Store) => (order: Order) => Verdict;
  /** Queued writes on these entities of a store (gids, `store:settings`) came, went or took effect. */
  readonly rejudgeEntities: (store: StoreId, entities: Iterable<string>) => Promise<number>;
  /** The store's settings, or what was read of its platform, are others now. */
  readonly rejudgeStore: (store: StoreId) => Promise<number>;
  /** At the start: what was committed to the journal and, for a crash, is not on the board yet. */
  readonly catchUp: () => Promise<number>;
  /** Time has passed: grace periods and snoozes that have ended by `now`. */
  readonly rejudgeDue: (now: Millis) => Promise<number>;
}

export interface TriageRunnerDeps {
  readonly cache: WritableDb;
  readonly stores: { list(): readonly Store[] };
  readonly overlay: Overlay;
  readonly clock: Pick<Clock, 'now'>;
  /** Called with the orders of a store that stand differently now. */
  readonly onMoved: (store: StoreId, ids: readonly number[]) => void;
}

export function createTriageRunner({
  cache,
  stores,
  overlay,
  clock,
  onMoved,
}: TriageRunnerDeps): TriageRunner {
  const orders = createOrderReads(cache);
  const storeOf = (id: StoreId): Store | undefined => stores.list().find((store) => store.id === id);

  const judgeOf: TriageRunner['judgeOf'] = (store) => {
    const no = ensureStoreNo(cache, store.id);
    const bench = {
      store: store.id,
      ctx: createStoreContext(cache, store, no),
      platformWord: createPlatformWord(cache, no),
      overlay,
      now: clock.now(),
    };
    return (order) => verdictOf(order, bench);
  };

  const judge: TriageRunner['judge'] = (store, ids) =>
    transaction(cache, () => {
      const repo = createOrdersRepo(cache);
      const verdictFor = judgeOf(store);
      const moved: number[] = [];
      for (const id of ids) {
        const record = orders.get(id);
        if (record && repo.saveVerdict(record, verdictFor(record.order))) moved.push(id);
      }
      repo.flush();
      return moved;
    });

  const judgeInBatches = async (store: Store, ids: readonly number[]): Promise<number> => {
    let count = 0;
    for (let start = 0; start < ids.length; start += BATCH) {
      if (start > 0) await yieldToOthers();
      const moved = judge(store, ids.slice(start, start + BATCH));
      count += moved.length;
      if (moved.length > 0) onMoved(store.id, moved);
    }
    return count;
  };

  const onStore = async (id: StoreId, select: (no: StoreNo) => readonly number[]): Promise<number> => {
    const store = storeOf(id);
    const no = findStoreNo(cache, id);
    return store && no !== null ? judgeInBatches(store, select(no)) : 0;
  };

  const rejudgeStore = async (id: StoreId): Promise<number> => {
    const store = storeOf(id);
    const no = findStoreNo(cache, id);
    if (!store || no === null) return 0;
    const moved = await judgeInBatches(store, ordersOfStore(cache, no));
    writeSyncState(cache, no, { judgedOn: basisOf(store) });
    return moved;
  };

  return {
    judge,
    judgeOf,
    rejudgeEntities(id, entities) {
      const touched = [...entities];
      if (touched.includes(SETTINGS_ENTITY)) return rejudgeStore(id);
      return onStore(id, (no) => ordersWithEntities(cache, no, touched));
    },
    rejudgeStore,
    async catchUp() {
      let count = 0;
      for (const store of stores.list()) {
        const no = findStoreNo(cache, store.id);
        if (no !== null) count += await judgeInBatches(store, ordersOutOfStep(cache, no, store.id, overlay));
      }
      return count;
    },
    async rejudgeDue(now) {
      const names = storesByNo(cache);
      let count = 0;
      for (const [no, ids] of dueOrders(cache, now)) {
        const id = names.get(no);
        const store = id && storeOf(id);
        if (store) count += await judgeInBatches(store, ids);
      }
      return count;
    },
  };
}
