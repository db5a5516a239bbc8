import { openEngine, type Engine } from '../engine/engine.ts';
import type { Secrets } from '../engine/ports.ts';
import { openDemoWorkspace } from './demo-workspace.ts';
import { syncThreadEntry } from './sync-thread-entry.ts';
import { createNodePorts } from './node-ports.ts';

export interface Workspace {
  readonly engine: Engine;
  /** Its stores are demo merchants on this machine. */
  readonly demo: boolean;
  readonly close: () => Promise<void>;
}

/**
 * The workspace in `home`; a demo workspace beside it when it has no store yet, or when `demo` asks for one.
 * @param openSecrets by folder, since the demo workspace has secrets of its own
 * @throws UnstuckError `in_use`, `damaged`, `newer_database` or `disk`, each with its remedy
 */
export async function openWorkspace(options: {
  readonly home: string;
  readonly host: string;
  readonly demo: boolean;
  /** Open `home` also where no store is connected yet: to connect the first one. */
  readonly own?: boolean;
  readonly openSecrets: (folder: string) => Secrets;
}): Promise<Workspace> {
  const { home, host, demo, own = false, openSecrets } = options;
  if (!demo) {
    const engine = await openEngine(createNodePorts(home, openSecrets(home)), {
      host,
      syncThread: syncThreadEntry(),
    });
    if (own || engine.hasStores()) return { engine, demo: false, close: () => engine.close() };
    await engine.close();
  }
  const { engine, close } = await openDemoWorkspace(home, { host, openSecrets });
  return { engine, demo: true, close };
}
