import { createBirpc } from 'birpc';
import { UnstuckError } from '../../../../shared/errors.ts';
import { cacheMigrations } from '../../db/migrations/cache.ts';
import { openDatabase } from '../../db/open.ts';
import { createNetworkSwitch, type NetworkSwitch } from '../../network-switch.ts';
import { createOverlayIndex, type OverlayIndex } from '../../outbox/overlay-index.ts';
import type { Clock, Http, Logger } from '../../ports.ts';
import { type Connections, createConnections } from '../../stores/connections.ts';
import type { Store } from '../../stores/store.ts';
import { createSync, type Sync } from '../create-sync.ts';
import { distantBudget } from './distant-budget.ts';
import { crossing, type EngineCalls, type SyncSetup, type ThreadCalls } from './thread-calls.ts';

/** The thread's end of the channel to the engine. */
interface ThreadPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  close(): void;
}

/** The engine as the thread calls it; birpc gives every call a promise. */
type EngineSide = {
  readonly [K in keyof EngineCalls]: (
    ...given: Parameters<EngineCalls[K]>
  ) => Promise<Awaited<ReturnType<EngineCalls[K]>>>;
};

interface Opened {
  readonly sync: Sync;
  readonly overlay: OverlayIndex;
  readonly network: NetworkSwitch;
  readonly connections: Connections;
  stores: readonly Store[];
  readonly close: () => void;
}

/** Runs the pull side of the engine behind `port` until it is told to close. */
export function serveSync(port: ThreadPort, world: { readonly http: Http; readonly clock: Clock }): void {
  let opened: Opened | null = null;
  const calls = new Map<number, AbortController>();
  const here = (): Opened => {
    if (opened) return opened;
    throw new UnstuckError('internal', 'The sync thread was called before it was opened.');
  };
  const functions: ThreadCalls = {
    open: (setup) => {
      opened = openSync(setup, engine, world);
    },
    run: async (call, options) => {
      const abort = new AbortController();
      calls.set(call, abort);
      try {
        return await here().sync.run({ ...options, signal: abort.signal });
      } finally {
        calls.delete(call);
      }
    },
    abort: (call) => calls.get(call)?.abort(),
    rejudgeEntities: (store, entities) => here().sync.rejudgeEntities(store, entities),
    rejudgeStore: (store) => here().sync.rejudgeStore(store),
    rejudgeDue: (now) => here().sync.rejudgeDue(now),
    catchUp: () => here().sync.catchUp(),
    forgetStore: (store) => here().sync.forgetStore(store),
    beginImport: (store, kind) => here().sync.beginImport(store, kind),
    importChunk: (id, bytes) => here().sync.importChunk(id, bytes),
    endImport: (id) => here().sync.endImport(id),
    cancelImport: (id) => here().sync.cancelImport(id),
    overlayMoved: (change) => here().overlay.apply(change),
    storesMoved: (stores) => {
      here().stores = stores;
    },
    networkMoved: (isOffline) => here().network.set(isOffline),
    connectionForgotten: (store) => here().connections.forget(store),
    close: async () => {
      await opened?.sync.close();
      opened?.close();
      opened = null;
      // The answer must have left before the thread does.
      setImmediate(() => port.close());
    },
  };
  const engine = createBirpc<EngineCalls, ThreadCalls>(functions, {
    post: (message) => port.postMessage(message),
    on: (listener) => void port.on('message', listener),
    ...crossing,
    timeout: -1,
  });
}

function openSync(
  setup: SyncSetup,
  engine: EngineSide,
  { http, clock }: { readonly http: Http; readonly clock: Clock },
): Opened {
  const cache = openDatabase({ ...setup.cache, migrations: cacheMigrations, kind: 'cache' });
  const network = createNetworkSwitch(http);
  network.set(setup.isOffline);
  const logger = loggerTo(engine);
  const index = createOverlayIndex();
  index.apply(setup.overlay);
  const connections = createConnections(
    { get: (id) => state.stores.find((store) => store.id === id) ?? null },
    {
      http: network.http,
      clock,
      logger,
      env: setup.env,
      secrets: { get: (name) => engine.secret(name) },
      budget: (store) => distantBudget(engine, store, clock),
    },
  );
  const sync = createSync({
    cache,
    connections,
    stores: {
      list: () => state.stores,
      noteSync: (store, outcome) => engine.noteSync(store, outcome),
      noteAccess: (store, probe) => engine.noteAccess(store, probe),
    },
    overlay: {
      ...index,
      // Gone here at once; the engine makes it durable, and says so again.
      settle: (store, seen) => {
        index.drop(index.shownBy(store, seen));
        void engine.settle(store, seen);
      },
    },
    clock,
    logger,
    publish: (event) => {
      void engine.runningMoved(sync.running());
      void engine.publish(event);
    },
  });
  const state: Opened = {
    sync,
    overlay: index,
    network,
    connections,
    stores: setup.stores,
    close: () => cache.close(),
  };
  return state;
}

function loggerTo(engine: EngineSide): Logger {
  const at =
    (level: keyof Logger): Logger[typeof level] =>
    (event, detail) =>
      void engine.log(level, event, detail);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
