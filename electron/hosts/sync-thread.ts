import { parentPort } from 'node:worker_threads';
import { serveSync } from '../engine/sync/thread/serve-sync.ts';
import { network, systemClock } from './node-ports.ts';

/** The thread in which a host that answers an agent reads the stores; the engine starts it, see `startSyncThread`. */
if (parentPort) serveSync(parentPort, { http: network, clock: systemClock });
