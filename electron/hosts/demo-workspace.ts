import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { connectInput } from '../demo/connect-input.ts';
import { type Demo, startDemo } from '../demo/start-demo.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import { type Engine, openEngine } from '../engine/engine.ts';
import { connectInProcess } from '../engine/rpc/in-process.ts';
import type { Secrets } from '../engine/ports.ts';
import { createNodePorts } from './node-ports.ts';

export interface DemoWorkspace {
  readonly engine: Engine;
  readonly demo: Demo;
  readonly close: () => Promise<void>;
}

/**
 * A workspace on demo merchants in a folder of its own, for a first run with no store. It starts afresh every time: the
 * merchants live in memory, and a cache of merchants that are gone would only mislead.
 */
export async function openDemoWorkspace(
  home: string,
  options: {
    readonly engineOptions: EngineOptions;
    readonly openSecrets: (folder: string) => Secrets;
  },
): Promise<DemoWorkspace> {
  const folder = join(home, 'demo');
  rmSync(folder, { recursive: true, force: true });
  const demo = await startDemo({});
  const ports = createNodePorts(folder, options.openSecrets(folder));
  const engine = await openEngine(ports, { ...options.engineOptions, demo: true });
  const client = connectInProcess(engine, ports.logger);
  for (const store of demo.stores) await client.call('stores.add', connectInput(store));
  client.close();
  return {
    engine,
    demo,
    close: async () => {
      await engine.close();
      await demo.close();
    },
  };
}
