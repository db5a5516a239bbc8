import type { Failure } from '../../../shared/domain/failure.ts';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import type { StoreSync } from '../../../shared/contract/rows.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { failed, unexpected } from '../../../shared/failed.ts';
import { forgetStore } from '../db/cache/forget-store.ts';
import { ensureStoreNo } from '../db/cache/store-numbers.ts';
import { noteStuck } from '../db/cache/stuck-history.ts';
import type { WritableDb } from '../db/open.ts';
import type { Overlay } from '../outbox/overlay.ts';
import type { Clock, Logger } from '../ports.ts';
import type { ShopProbe } from '../shopify/store-api.ts';
import type { Store, StoreConnections } from '../stores/store.ts';
import { createImports, type Imports } from './imports.ts';
import type { StoreRun } from './store-run.ts';
import { type SyncAttempt, type SyncFailure, syncStore } from './sync-store.ts';
import { createTriageRunner, type TriageRunner } from './triage-runner.ts';

/** How the contact with a store went, for its row. `at`: UTC ms; null: it failed. */
export interface SyncOutcome {
  readonly state: Store['state'];
  readonly reason: string | null;
  /** The reason as data. */
  readonly said: Failure | null;
  readonly at: Millis | null;
}

export interface SyncDeps {
  readonly cache: WritableDb;
  readonly connections: StoreConnections;
  readonly stores: {
    list(): readonly Store[];
    noteSync(store: StoreId, outcome: SyncOutcome): Promise<void> | void;
    /** What the token may see is other than before; once it resolves, `list` says so. */
    noteAccess(store: StoreId, probe: ShopProbe): Promise<void> | void;
  };
  readonly overlay: Overlay;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly publish: (event: EngineEvent) => void;
}

interface SyncOptions {
  /** Left out: all stores. */
  readonly storeId?: StoreId | undefined;
  /** Read everything anew, and drop what the store no longer has. */
  readonly full?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Sync
  extends Pick<TriageRunner, 'rejudgeEntities' | 'rejudgeStore' | 'rejudgeDue' | 'catchUp'>, Imports {
  /**
   * Pulls stores, side by side; one that fails says so in its row and keeps nothing from the others. A store whose
   * sync is under way is not read twice: the second caller gets the first one's result.
   * A read-only store has nothing to be pulled from.
   * @throws UnstuckError `not_found` for a store that is not there, `refused` for a read-only one that was asked for
   */
  run(options?: SyncOptions): Promise<StoreSync[]>;
  /** Stores whose sync is under way. */
  running(): readonly StoreId[];
  /** Ends what runs, once it has kept what it has. */
  close(): Promise<void>;
  /** Drops everything that was read of a store. */
  forgetStore(store: StoreId): Promise<void>;
}

/** The pull side of the engine: brings the cache in step with the stores, and verdicts in step with the cache. */
export function createSync(deps: SyncDeps): Sync {
  const { cache, connections, stores, overlay, clock, logger, publish } = deps;
  const underWay = new Map<StoreId, Promise<StoreSync>>();
  const closing = new AbortController();
  const turns = new Map<StoreId, { last: number }>();
  const turnOf = (id: StoreId): { last: number } => {
    const turn = turns.get(id) ?? { last: 0 };
    turns.set(id, turn);
    return turn;
  };
  const moved = (storeId: StoreId, ids: readonly number[]): void => {
    publish({ type: 'changed', topic: 'orders', storeId, ids: [...ids] });
    publish({ type: 'changed', topic: 'board', storeId });
    publish({ type: 'changed', topic: 'causes', storeId });
  };
  const triage = createTriageRunner({ cache, stores, overlay, clock, onMoved: moved });

  const attempt = async (store: Store, options: SyncOptions): Promise<SyncAttempt> => {
    const meter = newMeter();
    let phaseBegan = { at: clock.now(), read: 0 };
    try {
      const run: StoreRun = {
        cache,
        store,
        no: ensureStoreNo(cache, store.id),
        reader: await connections.reader(store.id),
        triage,
        overlay,
        clock,
        logger,
        signal: options.signal,
        meter,
        turn: turnOf(store.id),
        moved: (ids) => moved(store.id, ids),
        progress: () => {
          const seconds = Math.max(0.001, (clock.now() - phaseBegan.at) / 1000);
          const rate = (meter.read - phaseBegan.read) / seconds;
          publish({
            type: 'progress',
            task: 'sync',
            phase: meter.phase,
            storeId: store.id,
            done: meter.read,
            total: meter.total,
            rate,
            leftMs: meter.total === null || rate === 0 ? null : (left(meter) / rate) * 1000,
          });
        },
        begin: (phase, read, total) => {
          Object.assign(meter, { phase, read, total });
          phaseBegan = { at: clock.now(), read };
          run.progress();
        },
      };
      return await syncStore(run, () => connections.platform(store.id), options.full ?? false);
    } catch (thrown) {
      return neverBegan(store.id, thrown);
    }
  };

  /** A scope that was taken away, or given, since the last look: look again, and go on with what there is. */
  const attemptWithScopes = async (store: Store, options: SyncOptions): Promise<SyncAttempt> => {
    const first = await attempt(store, options);
    if (first.failure?.code !== 'missing_scope') return first;
    try {
      const reader = await connections.reader(store.id);
      await stores.noteAccess(store.id, await reader.probe(options.signal));
    } catch (thrown) {
      return neverBegan(store.id, thrown);
    }
    const again = stores.list().find(({ id }) => id === store.id);
    return again ? attempt(again, options) : first;
  };

  const start = async (store: Store, options: SyncOptions): Promise<StoreSync> => {
    const { result, failure } = await attemptWithScopes(store, options);
    await stores.noteSync(store.id, outcomeOf(failure, clock.now()));
    if (failure === null && noteStuck(cache, ensureStoreNo(cache, store.id), clock.now()))
      publish({ type: 'changed', topic: 'trend', storeId: store.id });
    publish({ type: 'changed', topic: 'stores', storeId: store.id });
    return result;
  };

  const lane = (store: Store, options: SyncOptions): Promise<StoreSync> => {
    const known = underWay.get(store.id);
    if (known) return known;
    // Whoever began it: a page that looked while the background pulled must hear when that is over.
    const tell = (): void => publish({ type: 'changed', topic: 'status' });
    const promise = start(store, options).finally(() => {
      underWay.delete(store.id);
      tell();
    });
    underWay.set(store.id, promise);
    tell();
    return promise;
  };

  return {
    async run(options = {}) {
      const wanted = stores
        .list()
        .filter(({ id }) => options.storeId === undefined || id === options.storeId);
      if (options.storeId !== undefined && wanted.length === 0) {
        throw failed('not_found', { code: 'no_store', store: options.storeId });
      }
      await triage.rejudgeDue(clock.now());
      const pulled = wanted.filter(({ state }) => state !== 'readonly');
      const [only] = wanted;
      if (options.storeId !== undefined && only && pulled.length === 0) {
        throw failed('refused', { code: 'store_read_only', name: only.name });
      }
      const signal = AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])]);
      return Promise.all(pulled.map((store) => lane(store, { ...options, signal })));
    },
    running: () => [...underWay.keys()],
    close: async () => {
      closing.abort();
      await Promise.allSettled(underWay.values());
    },
    forgetStore: async (id) => forgetStore(cache, id),
    ...createImports({ cache, stores, triage, clock, publish, moved }),
    rejudgeEntities: triage.rejudgeEntities,
    rejudgeStore: triage.rejudgeStore,
    rejudgeDue: triage.rejudgeDue,
    catchUp: triage.catchUp,
  };
}

function newMeter(): StoreRun['meter'] {
  return {
    mode: 'incremental',
    phase: 'reading',
    read: 0,
    total: null,
    orders: 0,
    products: 0,
    cost: 0,
    unread: 0,
    notes: [],
  };
}

const left = ({ read, total }: StoreRun['meter']): number => Math.max(0, (total ?? read) - read);

function neverBegan(id: StoreId, thrown: unknown): SyncAttempt {
  const failure = thrown instanceof UnstuckError ? thrown : unexpected(thrown);
  const { message: error, code } = failure;
  const said = failure.said ?? undefined;
  return {
    result: { id, mode: 'incremental', orders: 0, products: 0, durationMs: 0, cost: 0, error, code, said },
    failure,
  };
}

function outcomeOf(failure: SyncFailure | null, now: Millis): SyncOutcome {
  if (failure === null) return { state: 'ok', reason: null, said: null, at: now };
  const { code, message: reason, said } = failure;
  if (code === 'unauthorized') return { state: 'reconnect', reason, said, at: null };
  if (code === 'offline') return { state: 'offline', reason, said, at: null };
  return { state: 'ok', reason, said, at: null };
}
