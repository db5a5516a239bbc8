import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { messageOf, UnstuckError } from '../../../shared/errors.ts';
import { createWake, sleepUntilWoken } from '../outbox/wake.ts';
import type { Clock, Logger } from '../ports.ts';
import type { Store } from '../stores/store.ts';
import type { Sync } from '../sync/create-sync.ts';
import { type LastSync, LONGEST_REST_MS, restAfter } from './rest-after.ts';

/** Stores that are read at once; each has its own budget at Shopify, all share this machine. */
const AT_ONCE = 8;
/** Of these, stores that were never read: their first loads take minutes, and must not keep the others waiting. */
const FIRST_LOADS_AT_ONCE = 4;
/** After the last write that took effect, so that a burst of them is followed by one look. */
const AFTER_WRITES_MS = 2_000;
/** How long a store counts as looked at after a page asked for its orders. */
const IN_VIEW_MS = 2 * 60_000;
/** The longest sleep: a clock that was set meanwhile is noticed then. */
const LONGEST_SLEEP_MS = 60_000;

export interface ScheduleDeps {
  readonly sync: Pick<Sync, 'run'>;
  readonly stores: { list(): readonly Store[] };
  readonly clock: Clock;
  readonly logger: Logger;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** When which store is read. Every method may be called at any time, also for a store that is not there. */
export interface Schedule {
  /** An agent looks at orders of these stores: they are read before others, and more often, for a while. */
  readonly look: (stores: Iterable<StoreId>) => void;
  /** Writes of these stores moved: what they did should show without waiting for their turn. */
  readonly wrote: (stores: Iterable<StoreId>) => void;
  /** Stores were connected, changed or reconnected, or the network is back: look at what waits again. */
  readonly wake: (reason: 'stores' | 'network') => void;
  /** Resolves after `signal` has aborted and what was running has ended. */
  readonly ended: Promise<void>;
}

interface Lane {
  dueAt: Millis;
  /** Something moved while the store was being read, maybe behind the reader: look again by then. */
  againAt: Millis;
  failures: number;
  running: Promise<void> | null;
}

/**
 * Reads every store again and again, each in a lane of its own: a store that is slow, down or refused costs the others
 * nothing. Stores that an agent looks at come first, then the one that has waited longest.
 */
export function startSchedule({ sync, stores, clock, logger, random, signal }: ScheduleDeps): Schedule {
  const lanes = new Map<StoreId, Lane>();
  const seen = new Map<StoreId, Millis>();
  const wake = createWake();
  signal.addEventListener('abort', () => wake.notify(), { once: true });

  const laneOf = (store: StoreId, now: Millis): Lane => {
    const known = lanes.get(store);
    if (known) return known;
    const lane = { dueAt: now, againAt: Infinity, failures: 0, running: null };
    lanes.set(store, lane);
    return lane;
  };
  const isRefused = (id: StoreId): boolean =>
    stores.list().find((store) => store.id === id)?.state === 'reconnect';
  /** Also where the clock was set back: no store rests for so long. */
  const isDue = ({ dueAt }: Lane, now: Millis): boolean =>
    dueAt <= now || (dueAt !== Infinity && dueAt - now > LONGEST_REST_MS);
  const inView = (store: StoreId): boolean => clock.now() - (seen.get(store) ?? -Infinity) < IN_VIEW_MS;

  const read = async (store: StoreId, lane: Lane): Promise<void> => {
    let failure: LastSync['failure'];
    try {
      const [row] = await sync.run({ storeId: store, signal });
      failure = row?.error === undefined ? null : 'failed';
    } catch (thrown) {
      failure = 'failed';
      // A store that was removed meanwhile has nothing to say.
      if (!(thrown instanceof UnstuckError && thrown.code === 'not_found'))
        logger.error('schedule.sync', { store, message: messageOf(thrown) });
    }
    if (isRefused(store)) failure = 'refused';
    lane.failures = failure === null ? 0 : lane.failures + 1;
    const rest = restAfter({ failure, failures: lane.failures, inView: inView(store) }, random());
    const again = failure === null ? lane.againAt : Infinity;
    lane.dueAt = rest === 'never' ? Infinity : Math.min(clock.now() + rest, again);
    lane.againAt = Infinity;
    lane.running = null;
    wake.notify();
  };

  /** @param now one reading of the clock for the whole turn: what is due by it is started, or waits for a place */
  const startDue = (now: Millis): void => {
    const all = stores.list();
    const ids = new Set(all.map(({ id }) => id));
    for (const [id, lane] of lanes) if (!ids.has(id) && lane.running === null) lanes.delete(id);
    const due: { store: Store; lane: Lane }[] = [];
    let running = 0;
    let firstLoads = 0;
    for (const store of all) {
      const lane = laneOf(store.id, now);
      // Somebody gave it a new token.
      if (lane.dueAt === Infinity && store.state !== 'reconnect')
        Object.assign(lane, { dueAt: now, failures: 0 });
      if (lane.running !== null) {
        running += 1;
        if (store.lastSync === null) firstLoads += 1;
      } else if (isDue(lane, now)) due.push({ store, lane });
    }
    due.sort(
      (a, b) => Number(inView(b.store.id)) - Number(inView(a.store.id)) || a.lane.dueAt - b.lane.dueAt,
    );
    for (const { store, lane } of due) {
      if (running >= AT_ONCE) return;
      if (store.lastSync === null) {
        if (firstLoads >= FIRST_LOADS_AT_ONCE) continue;
        firstLoads += 1;
      }
      running += 1;
      lane.running = read(store.id, lane);
    }
  };

  /** What was due at `now` and was not started waits for a place, whose end wakes this. */
  const untilNext = (now: Millis): Millis => {
    const later = [...lanes.values()]
      .filter(({ running, dueAt }) => running === null && dueAt > now)
      .map(({ dueAt }) => dueAt - clock.now());
    return Math.max(0, Math.min(LONGEST_SLEEP_MS, ...later));
  };

  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      const now = clock.now();
      startDue(now);
      await sleepUntilWoken(clock, untilNext(now), wake, signal);
    }
    await Promise.all([...lanes.values()].map(async ({ running }) => running));
  };

  const bringForward = (store: StoreId, at: Millis): void => {
    const lane = lanes.get(store);
    if (!lane) return;
    if (lane.running !== null) {
      lane.againAt = Math.min(lane.againAt, at);
      return;
    }
    if (lane.dueAt === Infinity || lane.dueAt <= at) return;
    lane.dueAt = at;
    wake.notify();
  };

  return {
    look: (looked) => {
      for (const store of looked) {
        const was = inView(store);
        seen.set(store, clock.now());
        const lane = lanes.get(store);
        // One that is down keeps its distance, also when it is looked at.
        if (!was && lane?.running === null && lane.failures === 0) bringForward(store, clock.now());
      }
    },
    wrote: (wrote) => {
      for (const store of wrote) bringForward(store, clock.now() + AFTER_WRITES_MS);
    },
    wake: (reason) => {
      if (reason === 'network')
        for (const [store, lane] of lanes) if (lane.failures > 0) bringForward(store, clock.now());
      wake.notify();
    },
    ended: loop(),
  };
}
