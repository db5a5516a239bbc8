import { Worker } from 'node:worker_threads';
import { type BirpcReturn, createBirpc } from 'birpc';
import type { EngineEvent } from '../../../../shared/contract/events.ts';
import type { StoreId } from '../../../../shared/domain/ids.ts';
import { messageOf, type UnstuckError } from '../../../../shared/errors.ts';
import { failed } from '../../../../shared/failed.ts';
import type { JournalOverlay } from '../../outbox/journal-overlay.ts';
import type { OverlayChange } from '../../outbox/overlay-index.ts';
import type { Logger, Ports } from '../../ports.ts';
import type { StoreBudget } from '../../shopify/store-budget.ts';
import type { Store } from '../../stores/store.ts';
import type { Sync, SyncDeps } from '../create-sync.ts';
import { lendBudgets } from './lend-budgets.ts';
import { crossing, type EngineCalls, type SyncSetup, type ThreadCalls } from './thread-calls.ts';

type Tell<T> = (listener: (moved: T) => void) => void;

export interface SyncThreadDeps {
  /** The module that calls `serveSync` in the new thread. */
  readonly entry: URL;
  readonly cache: SyncSetup['cache'];
  readonly env: Ports['env'];
  readonly secrets: Pick<Ports['secrets'], 'get'>;
  readonly logger: Logger;
  readonly publish: (event: EngineEvent) => void;
  readonly stores: SyncDeps['stores'] & { list(): readonly Store[] };
  readonly overlay: Pick<JournalOverlay, 'whole' | 'settle'>;
  readonly isOffline: () => boolean;
  /** The store's query points, which the engine's writes are spent from. */
  readonly budget: (store: StoreId) => StoreBudget;
  /** What of the engine's state the thread keeps a copy of, and who tells when it moves. */
  readonly follow: {
    readonly overlay: Tell<OverlayChange>;
    readonly stores: Tell<void>;
    readonly network: Tell<boolean>;
    readonly connections: Tell<StoreId>;
  };
}

type Rpc = BirpcReturn<ThreadCalls, EngineCalls>;

/**
 * Reads stores, judges and writes the cache in another thread, so that the one that answers the agent never waits for
 * it. A thread that ends unexpectedly fails what it was asked, in words, and is started anew by the next call: the
 * cache holds whole batches only, so it goes on where it was.
 * @throws UnstuckError as the cache's opening does
 */
export async function startSyncThread(deps: SyncThreadDeps): Promise<Sync> {
  const { logger, overlay, stores, follow } = deps;
  let starting: Promise<Rpc> | null = null;
  let live: { readonly rpc: Rpc; readonly ended: Promise<void> } | null = null;
  let closing = false;
  let running: readonly StoreId[] = [];
  let lastCall = 0;
  let storesAreStale = false;
  const lent = lendBudgets(deps.budget);

  const functions: EngineCalls = {
    ...lent.calls,
    secret: (name) => deps.secrets.get(name),
    noteSync: (store, outcome) => void stores.noteSync(store, outcome),
    noteAccess: (store, probe) => {
      void stores.noteAccess(store, probe);
      // Before the answer, which the thread goes on with.
      sayStores();
    },
    settle: (store, seen) => overlay.settle(store, seen),
    publish: deps.publish,
    runningMoved: (ids) => {
      running = ids;
    },
    log: (level, event, detail) => logger[level](event, detail),
  };

  const start = async (): Promise<Rpc> => {
    const worker = new Worker(deps.entry, { name: 'unstuck-sync' });
    const rpc = createBirpc<ThreadCalls, EngineCalls>(functions, {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      post: (message) => worker.postMessage(message),
      on: (listener) => void worker.on('message', listener),
      off: (listener) => void worker.off('message', listener),
      ...crossing,
      timeout: -1,
    });
    let reason = 'it ended';
    worker.once('error', (error) => {
      reason = messageOf(error);
    });
    const ended = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        resolve();
        if (closing) return;
        starting = null;
        live = null;
        running = [];
        lent.takeBack();
        logger.error('sync.thread_lost', { reason });
        rpc.$close(brokeOff(reason));
        deps.publish({ type: 'changed', topic: 'status' });
      });
    });
    const setup = {
      cache: deps.cache,
      env: { ...deps.env },
      stores: stores.list(),
      overlay: overlay.whole(),
      isOffline: deps.isOffline(),
    };
    const opened = rpc.open(setup);
    // From here on what moves is told, and arrives after the setup that it changes.
    live = { rpc, ended };
    try {
      await opened;
      await rpc.catchUp();
    } catch (thrown) {
      // One that could not begin is of no use; the next call starts another.
      await worker.terminate();
      throw thrown;
    }
    return rpc;
  };

  const thread = (): Promise<Rpc> => {
    if (closing) return Promise.reject(failed('cancelled', { code: 'closing' }));
    sayStores();
    starting ??= start();
    return starting;
  };
  /** What only keeps a copy level needs no thread: a new one begins with all of it. */
  const tell = async (say: (rpc: Rpc) => Promise<void>): Promise<void> => {
    try {
      if (live && !closing) await say(live.rpc);
    } catch (thrown) {
      logger.warn('sync.thread_not_told', { message: messageOf(thrown) });
    }
  };
  const sayStores = (): void => {
    if (!storesAreStale) return;
    storesAreStale = false;
    void tell((rpc) => rpc.storesMoved.asEvent(stores.list()));
  };

  follow.overlay((change) => void tell((rpc) => rpc.overlayMoved.asEvent(change)));
  follow.network((isOffline) => void tell((rpc) => rpc.networkMoved.asEvent(isOffline)));
  follow.connections((store) => void tell((rpc) => rpc.connectionForgotten.asEvent(store)));
  follow.stores(() => {
    storesAreStale = true;
    // Once the transaction that changes them is through.
    queueMicrotask(sayStores);
  });

  await thread();
  return {
    run: async ({ signal, ...options } = {}) => {
      const rpc = await thread();
      const call = (lastCall += 1);
      const abort = (): void => void rpc.abort.asEvent(call);
      signal?.addEventListener('abort', abort, { once: true });
      try {
        if (signal?.aborted) abort();
        return await rpc.run(call, options);
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
    running: () => running,
    forgetStore: async (store) => (await thread()).forgetStore(store),
    beginImport: async (store, kind) => (await thread()).beginImport(store, kind),
    importChunk: async (id, bytes) => (await thread()).importChunk(id, bytes),
    endImport: async (id) => (await thread()).endImport(id),
    cancelImport: async (id) => (await thread()).cancelImport(id),
    rejudgeEntities: async (store, entities) => (await thread()).rejudgeEntities(store, [...entities]),
    rejudgeStore: async (store) => (await thread()).rejudgeStore(store),
    rejudgeDue: async (now) => (await thread()).rejudgeDue(now),
    catchUp: async () => (await thread()).catchUp(),
    close: async () => {
      closing = true;
      await starting?.catch(() => undefined);
      if (!live) return;
      await live.rpc.close();
      await live.ended;
    },
  };
}

const brokeOff = (reason: string): UnstuckError =>
  failed('internal', { code: 'sync_broke_off', words: reason }, { retryable: true });
