import type { DemoMerchants } from '../../shared/contract/demo-merchants.ts';
import { type EngineEvent, TOPICS } from '../../shared/contract/events.ts';
import type { WorkspaceName } from '../../shared/contract/methods.ts';
import { type Engine, openEngine } from '../engine/engine.ts';
import type { Logger, Secrets } from '../engine/ports.ts';
import type { EngineService } from '../engine/rpc/handlers.ts';
import { openDemoWorkspace } from './demo-workspace.ts';
import { createNodePorts } from './node-ports.ts';
import { syncThreadEntry } from './sync-thread-entry.ts';

/** What a host serves: one workspace at a time, under connections that outlive a change to the other. */
export interface Workspace {
  readonly service: EngineService;
  /** The open workspace's. */
  readonly logger: Logger;
  /** Whether the stores of the open workspace are demo merchants on this machine. */
  readonly isDemo: () => boolean;
  /** From now on syncs and sends by itself, whichever workspace is open. */
  readonly start: () => void;
  readonly close: () => Promise<void>;
}

export interface WorkspaceOptions {
  readonly home: string;
  readonly host: string;
  readonly demo: boolean;
  /** Open `home` also where no store is connected yet: to connect the first one. */
  readonly own: boolean;
  /** The secrets of `home`; the demo workspace keeps its own in memory. */
  readonly openSecrets: () => Secrets;
  /** The host's demo merchants, started by the first call; the same ones for each engine of the host's life. */
  readonly merchants: () => Promise<DemoMerchants>;
}

interface Opened {
  readonly name: WorkspaceName;
  readonly engine: Engine;
}

/**
 * The workspace in `home`; a demo workspace beside it when it has no store yet, or when `demo` asks for one. A page can
 * change to the other with `workspace.open`: what it had queued stays where it is.
 * @throws UnstuckError `in_use`, `damaged`, `newer_database` or `disk`, each with its remedy
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const listeners = new Map<(event: EngineEvent) => void, () => void>();
  let started = false;
  let changing: Promise<void> | null = null;

  const follow = (listener: (event: EngineEvent) => void): void => {
    listeners.get(listener)?.();
    listeners.set(listener, opened.engine.subscribe(listener));
  };
  const change = async (name: WorkspaceName): Promise<void> => {
    if (opened.name === name) return;
    const before = opened;
    opened = await open(name, options, switchTo);
    for (const listener of listeners.keys()) {
      follow(listener);
      for (const topic of TOPICS) listener({ type: 'changed', topic });
    }
    if (started) opened.engine.start();
    await before.engine.close();
  };
  const switchTo = (name: WorkspaceName): Promise<void> => {
    changing ??= change(name).finally(() => {
      changing = null;
    });
    return changing;
  };
  let opened = await first(options, switchTo);

  return {
    service: {
      get version() {
        return opened.engine.version;
      },
      get handlers() {
        return opened.engine.handlers;
      },
      subscribe: (listener) => {
        follow(listener);
        return () => {
          listeners.get(listener)?.();
          listeners.delete(listener);
        };
      },
    },
    get logger() {
      return opened.engine.logger;
    },
    isDemo: () => opened.name === 'demo',
    start: () => {
      started = true;
      opened.engine.start();
    },
    close: async () => {
      await changing?.catch(() => undefined);
      await opened.engine.close();
    },
  };
}

type SwitchTo = (name: WorkspaceName) => Promise<void>;

async function first(options: WorkspaceOptions, switchTo: SwitchTo): Promise<Opened> {
  if (!options.demo) {
    const own = await open('own', options, switchTo);
    if (options.own || own.engine.hasStores()) return own;
    await own.engine.close();
  }
  return open('demo', options, switchTo);
}

async function open(
  name: WorkspaceName,
  { home, host, openSecrets, merchants }: WorkspaceOptions,
  switchTo: SwitchTo,
): Promise<Opened> {
  const engineOptions = { host, syncThread: syncThreadEntry(), openWorkspace: switchTo };
  const engine =
    name === 'demo'
      ? await openDemoWorkspace(home, { merchants: await merchants(), engineOptions })
      : await openEngine(createNodePorts(home, openSecrets()), engineOptions);
  return { name, engine };
}
