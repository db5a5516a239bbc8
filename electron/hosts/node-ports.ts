import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pino, { type DestinationStream } from 'pino';
import type { Clock, Http, Logger, Ports, Secrets } from '../engine/ports.ts';
import { failed } from '../../shared/failed.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, signal ? { signal } : {});
    } catch (thrown) {
      if (!(thrown instanceof Error) || thrown.name !== 'AbortError') throw thrown;
    }
  },
};

/** Node's own `fetch`. */
export const network: Http = (url, init) => fetch(url, init);

/** The engine's ports on plain Node: system clock and network, the host's secrets, a log file in the data directory. */
export function createNodePorts(home: string, secrets: Secrets, env: NodeJS.ProcessEnv = process.env): Ports {
  return {
    clock: systemClock,
    http: network,
    secrets,
    paths: { home },
    logger: fileLogger(home),
    env,
    agent: env['UNSTUCK_AGENT'] ?? userInfo().username,
  };
}

function fileLogger(home: string): Logger {
  const destination = openLog(home);
  const log = pino(
    {
      base: null,
      // Belt and braces: no caller logs a secret, and if one did, it would not be written.
      redact: {
        paths: ['token', 'key', 'apiKey', 'authorization', '*.token', '*.key', '*.authorization'],
        censor: '…',
      },
    },
    destination,
  );
  return {
    debug: (event, detail = {}) => log.debug(detail, event),
    info: (event, detail = {}) => log.info(detail, event),
    warn: (event, detail = {}) => log.warn(detail, event),
    error: (event, detail = {}) => log.error(detail, event),
  };
}

/** Characters that wait in memory for room on the disk; what comes on top is dropped. */
const MOST_WAITING = 1_000_000;

/** Opened at once, so that a folder or a file that cannot be written is refused before anything is done. */
function openLog(home: string): DestinationStream {
  try {
    mkdirSync(join(home, 'logs'), { recursive: true, mode: 0o700 });
    const log = pino.destination({
      dest: join(home, 'logs', 'unstuck.log'),
      sync: true,
      mode: 0o600,
      maxLength: MOST_WAITING,
    });
    // Unheard, it would be thrown at whoever logs, on a full disk above all: work does not stop for want of a log. What
    // cannot be written waits for the next line.
    log.on('error', () => undefined);
    return log;
  } catch (cause) {
    throw failed('disk', { code: 'folder_unwritable', folder: home }, { cause });
  }
}
