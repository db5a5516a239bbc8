import { existsSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { serveSync } from '../serve-sync.ts';

/** A sync thread that dies at its next request while the file `UNSTUCK_TEST_FUSE` names is there. */
const fuse = process.env['UNSTUCK_TEST_FUSE'];
if (parentPort)
  serveSync(parentPort, {
    http: (url, init) => {
      if (fuse !== undefined && existsSync(fuse)) {
        rmSync(fuse);
        process.exit(7);
      }
      return fetch(url, init);
    },
    clock: {
      now: () => Date.now(),
      sleep: (ms, signal) => delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
    },
  });
