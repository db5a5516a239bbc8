import { type Engine, openEngine } from '../../electron/engine/engine.ts';
import type { CallContext } from '../../electron/engine/rpc/handlers.ts';
import { benchPorts } from './bench-home.ts';

/** Nobody cancels. */
export const CALL: CallContext = { signal: new AbortController().signal };

/** The whole engine on a data directory, as a host opens it; it neither syncs nor sends by itself. */
export const openBenchEngine = (home: string): Promise<Engine> =>
  openEngine(benchPorts(home), { host: 'bench' });
