import type { StoreId, WriteId } from '../../../shared/domain/ids.ts';
import { remoteWriteOf } from '../shopify/writes/registry.ts';
import { gatherChanges } from './gather-changes.ts';
import { type LaneEnd, type LanePorts, runLane, unblock } from './lane.ts';
import { moveWrite, UNSTUCK } from './move-write.ts';
import { createWake, sleepUntilWoken } from './wake.ts';

/** Stores that a pass could not send to. */
export interface PassEnd {
  readonly offline: readonly StoreId[];
  readonly unauthorized: readonly StoreId[];
}

export interface Sender {
  /** Sends until nothing moves any more without the agent or a connection, or `signal` aborts. */
  drain(signal: AbortSignal): Promise<PassEnd>;
  /** Keeps sending in the background from now on; new work wakes it. */
  start(): void;
  /** Something can move that could not before: a commit, a decision, a resumed store. */
  wake(stores: Iterable<StoreId>): void;
  /** Writes whose answer was lost with the process become unknown, to be read back (invariant 2). */
  recover(): void;
  isBusy(id: WriteId): boolean;
  stop(): Promise<void>;
}

/** Longer than any back-off. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** As long as any kind of write needs before a read-back can tell: orderCreate, for the search index. */
const LONGEST_SETTLE_MS = 15_000;
const OFFLINE_PAUSE_MS = 15_000;
const TROUBLE_PAUSE_MS = 5_000;
/** Without a wake-up the background looks again this often: the clock may have jumped. */
const IDLE_PAUSE_MS = 60_000;

/** Runs the stores' lanes side by side; a drain has the outbox to itself while it lasts. */
export function createSender(ports: Omit<LanePorts, 'busy' | 'together'>): Sender {
  const { journal, clock, logger } = ports;
  const busy = new Set<WriteId>();
  const lanePorts: LanePorts = { ...ports, busy, together: gatherChanges(journal) };
  const wake = createWake();
  const awake = new Set<StoreId>();
  const stopped = new AbortController();
  let background: Promise<void> | null = null;
  let backgroundPass = new AbortController();
  let turn: Promise<unknown> = Promise.resolve();
  let drains = 0;

  /** One after the other: two passes would send a store's writes twice as fast as it allows. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  function recover(): void {
    journal.change(() => {
      const now = clock.now();
      // A clock that was set back must not keep anything waiting until it has caught up.
      journal.writes.bringForward(now, now + LONGEST_WAIT_MS, now + LONGEST_SETTLE_MS);
      for (const { id, op, sentAt } of journal.writes.inState('sending')) {
        // What an operation of the store holds is told by its result, whoever follows it.
        if (busy.has(id) || journal.bulk.holds(id)) continue;
        // The clock may have been set back since.
        const settled = Math.min(sentAt ?? now, now) + (remoteWriteOf(op)?.settleMs ?? 0);
        const reason = { code: 'unknown_ended' } as const;
        const patch = { nextAttemptAt: Math.max(now, settled) };
        moveWrite(journal, id, 'find_interrupted', { now, who: UNSTUCK, reason, patch });
      }
    });
  }

  async function lane(store: StoreId, signal: AbortSignal, patient: boolean): Promise<LaneEnd> {
    return (await unblock(lanePorts, store)) ?? runLane(lanePorts, store, { signal, wake, patient });
  }

  async function pass(signal: AbortSignal, patient: boolean): Promise<PassEnd> {
    recover();
    const lanes = new Map<StoreId, Promise<void>>();
    const ends = new Map<StoreId, LaneEnd>();
    const failures: unknown[] = [];
    for (const store of journal.writes.storesWithOpenWrites()) awake.add(store);
    for (;;) {
      for (const store of awake) {
        if (lanes.has(store) || failures.length > 0 || signal.aborted) continue;
        awake.delete(store);
        const run = lane(store, signal, patient).then(
          (how) => void ends.set(store, how),
          (thrown: unknown) => void failures.push(thrown),
        );
        lanes.set(
          store,
          run.finally(() => lanes.delete(store)),
        );
      }
      if (lanes.size === 0) break;
      await Promise.race([...lanes.values(), wake.wait()]);
    }
    if (failures.length > 0) throw failures[0];
    const ended = (how: LaneEnd): StoreId[] =>
      [...ends].flatMap(([store, end]) => (end === how ? [store] : []));
    return { offline: ended('offline'), unauthorized: ended('unauthorized') };
  }

  async function work(): Promise<void> {
    while (!stopped.signal.aborted) {
      let pause = IDLE_PAUSE_MS;
      let failed = false;
      if (drains === 0) {
        backgroundPass = new AbortController();
        const signal = AbortSignal.any([stopped.signal, backgroundPass.signal]);
        try {
          const { offline } = await inTurn(() => pass(signal, true));
          if (offline.length > 0) pause = OFFLINE_PAUSE_MS;
        } catch (thrown) {
          logger.error('outbox.pass_failed', { error: String(thrown) });
          // The journal cannot be written (a full disk): soon again, but never at once, or nothing else would get a turn.
          failed = true;
          pause = TROUBLE_PAUSE_MS;
        }
      }
      if (awake.size === 0 || drains > 0 || failed) await sleepUntilWoken(clock, pause, wake, stopped.signal);
    }
  }

  return {
    recover,
    isBusy: (id) => busy.has(id),
    drain: async (signal) => {
      drains += 1;
      backgroundPass.abort();
      try {
        return await inTurn(() => pass(AbortSignal.any([signal, stopped.signal]), false));
      } finally {
        drains -= 1;
        wake.notify();
      }
    },
    start: () => {
      background ??= work();
    },
    wake: (stores) => {
      for (const store of stores) awake.add(store);
      wake.notify();
    },
    stop: async () => {
      stopped.abort();
      wake.notify();
      await Promise.allSettled([background, turn]);
    },
  };
}
