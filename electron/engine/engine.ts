import type { WorkspaceNotice } from '../../shared/domain/workspace-notice.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import { createBoard } from './board/create-board.ts';
import { lockHome } from './db/lock.ts';
import type { EngineOptions } from './engine-options.ts';
import { createNetworkSwitch } from './network-switch.ts';
import { openDatabases } from './open-databases.ts';
import { createOutbox } from './outbox/outbox.ts';
import type { Logger, Ports } from './ports.ts';
import type { EngineService } from './rpc/handlers.ts';
import { makeHandlers } from './rpc/make-handlers.ts';
import { type Schedule, startSchedule } from './schedule/start-schedule.ts';
import { createConnections } from './stores/connections.ts';
import { createStoresRepo } from './stores/stores-repo.ts';
import { createStoresService } from './stores/stores-service.ts';
import { createSync } from './sync/create-sync.ts';
import { startSyncThread } from './sync/thread/start-sync-thread.ts';
import { type FollowFixes, followFixes } from './sync/follow-fixes.ts';
import { followOutbox } from './sync/follow-outbox.ts';
import { VERSION } from './version.ts';

export interface Engine extends EngineService {
  readonly logger: Logger;
  readonly hasStores: () => boolean;
  /** What the agent should know about how the workspace opened. */
  readonly notices: readonly WorkspaceNotice[];
  /** From now on syncs and sends by itself; without, only when it is called. */
  readonly start: () => void;
  /** Ends what is on its way and lets the data directory go. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the application core on one data directory, for any host.
 * @throws UnstuckError `in_use`, `damaged`, `newer_database` or `disk`, each with its remedy
 */
export async function openEngine(given: Ports, options: EngineOptions): Promise<Engine> {
  const network = createNetworkSwitch(given.http);
  const ports: Ports = { ...given, http: network.http };
  const { clock, logger, agent, paths } = ports;
  const lock = lockHome(paths.home);
  try {
    const databases = await openDatabases(ports);
    const listeners = new Set<(event: EngineEvent) => void>();
    const publish = (event: EngineEvent): void => {
      for (const tell of listeners) tell(event);
      fixes?.hear(event);
    };
    let fixes: FollowFixes | null = null;

    const repo = createStoresRepo(databases.journal);
    const stores = createStoresService(repo);
    const connections = createConnections(repo, ports);
    const outbox = createOutbox({
      journal: databases.journal,
      clock,
      random: Math.random,
      connections,
      stores: { get: (id) => repo.get(id) },
      applySetting: (store, op) => stores.apply(store, op),
      logger,
      agent,
      currentOrder: (store, gid) => board.orderByGid(store, gid),
    });
    const { overlay } = outbox;
    const board = createBoard({
      cache: databases.reads,
      stores,
      overlay,
      regressions: outbox.afterCheck.regressions,
      clock,
    });
    const { syncThread } = options;
    const sync = syncThread
      ? await startSyncThread({
          entry: syncThread,
          cache: databases.cacheFile,
          env: ports.env,
          secrets: ports.secrets,
          logger,
          publish,
          stores,
          overlay,
          isOffline: network.isOffline,
          budget: (store) => connections.budget(store),
          follow: {
            overlay: (tell) => outbox.onChange((change) => tell(change.overlay)),
            stores: (tell) => repo.onChange(tell),
            network: network.onChange,
            connections: (tell) => connections.onForget(tell),
          },
        })
      : createSync({ cache: databases.cache, connections, stores, overlay, clock, logger, publish });
    const following = followOutbox({ outbox, sync, publish, logger });
    fixes = followFixes({ outbox, board, stores, clock, logger, publish });
    const { settled: checked, start: watchFixes } = fixes;
    outbox.recover();
    await sync.catchUp();

    const background = new AbortController();
    let schedule: Schedule | null = null;
    outbox.onChange(({ stores: wrote }) => schedule?.wrote(wrote));
    repo.onChange(() => schedule?.wake('stores'));
    network.onChange((isOffline) => {
      if (!isOffline) schedule?.wake('network');
    });
    return {
      version: VERSION,
      logger,
      notices: databases.notices,
      handlers: makeHandlers({
        ports,
        options,
        databases,
        repo,
        stores,
        connections,
        network,
        outbox,
        board,
        sync,
        publish,
        settled: async () => {
          await following.settled();
          await checked();
        },
        look: (looked) => schedule?.look(looked),
      }),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      hasStores: () => repo.list().length > 0,
      start: () => {
        outbox.kick();
        watchFixes(background.signal);
        schedule ??= startSchedule({
          sync,
          stores,
          clock,
          logger,
          random: Math.random,
          signal: background.signal,
        });
      },
      close: async () => {
        background.abort();
        await schedule?.ended;
        await outbox.stop();
        await following.settled();
        await sync.close();
        await checked();
        repo.keep();
        databases.close();
        lock.release();
      },
    };
  } catch (thrown) {
    lock.release();
    throw thrown;
  }
}
