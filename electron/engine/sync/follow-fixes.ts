import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import { type StoreId, storeId } from '../../../shared/domain/ids.ts';
import { messageOf } from '../../../shared/errors.ts';
import type { Board } from '../board/create-board.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { CheckPorts } from '../outbox/after-check.ts';
import type { Clock, Logger } from '../ports.ts';
import type { Store } from '../stores/store.ts';

/** How often fixed orders that nothing was said of are looked at for their time. */
const LOOK_EVERY_MS = 30_000;
const PART = 500;

export interface FollowFixes {
  /** Something moved on the board: fixed orders among it are looked at. */
  readonly hear: (event: EngineEvent) => void;
  /** Resolves when all that was heard so far has been looked at. */
  readonly settled: () => Promise<void>;
  /** From now on also by the clock, until `signal` aborts; begins with all there are, for what was missed meanwhile. */
  readonly start: (signal: AbortSignal) => void;
}

/**
 * Keeps what became of fixed orders in step with the board: after each sync of a store those that wait for it, at once
 * those whose standing moved, and by the clock those that nothing is said of.
 */
export function followFixes(deps: {
  readonly outbox: Pick<Outbox, 'afterCheck'>;
  readonly board: Pick<Board, 'standingOf' | 'gidsOf'>;
  readonly stores: { list(): readonly Pick<Store, 'id' | 'settings'>[] };
  readonly clock: Clock;
  readonly logger: Logger;
  readonly publish: (event: EngineEvent) => void;
}): FollowFixes {
  const { outbox, board, stores, clock, logger, publish } = deps;
  const { afterCheck } = outbox;
  const ports: CheckPorts = {
    standing: (store, gid) => board.standingOf(store, gid),
    graceMs: (id) => (stores.list().find((store) => store.id === id)?.settings.graceMinutes ?? 0) * 60_000,
  };
  let waiting: { readonly store: StoreId; readonly ids: readonly number[] | null }[] = [];
  let round: Promise<void> | null = null;

  /** The regressed ones show on the board and in lists. */
  const tell = (store: StoreId, moved: number): void => {
    if (moved === 0) return;
    for (const topic of ['runs', 'history', 'board'] as const)
      publish({ type: 'changed', topic, ...(topic === 'board' ? { storeId: store } : {}) });
  };
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (thrown) {
      logger.error('outbox.after_check', { message: messageOf(thrown) });
    }
  };
  const look = async (store: StoreId, ids: readonly number[] | null): Promise<void> => {
    if (!afterCheck.concerns(store)) return;
    if (ids === null) return guarded(() => tell(store, afterCheck.lookAtDue(store, ports)));
    for (let at = 0; at < ids.length; at += PART) {
      if (at > 0) await yieldToOthers();
      const part = ids.slice(at, at + PART);
      guarded(() => tell(store, afterCheck.lookAt(store, board.gidsOf(part), ports)));
    }
  };
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const heard = waiting;
      waiting = [];
      for (const { store, ids } of heard) await look(store, ids);
    }
    round = null;
  };

  const throughAll = async (signal: AbortSignal): Promise<void> => {
    for (const store of afterCheck.stores()) {
      let last = '';
      for (;;) {
        if (signal.aborted) return;
        const gids = afterCheck.fixedAfter(store, last, PART);
        if (gids.length === 0) break;
        guarded(() => tell(store, afterCheck.lookAt(store, gids, ports)));
        last = gids.at(-1) ?? '';
        await yieldToOthers();
      }
    }
  };
  const byTheClock = async (signal: AbortSignal): Promise<void> => {
    await throughAll(signal);
    while (!signal.aborted) {
      await clock.sleep(LOOK_EVERY_MS, signal);
      if (signal.aborted) return;
      for (const store of afterCheck.stores()) await look(store, null);
    }
  };

  return {
    hear: (event) => {
      if (event.type !== 'changed' || event.storeId === undefined) return;
      // A store's row moves at the end of each of its syncs.
      const ids =
        event.topic === 'orders' ? (event.ids ?? null) : event.topic === 'stores' ? null : undefined;
      if (ids === undefined) return;
      waiting.push({ store: storeId(event.storeId), ids });
      round ??= Promise.resolve().then(run);
    },
    settled: async () => {
      for (let current = round; current; current = round) await current;
    },
    start: (signal) => {
      void byTheClock(signal);
    },
  };
}
