import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DemoMerchants } from '../../../shared/contract/demo-merchants.ts';
import { fromWireError, type UnstuckError } from '../../../shared/errors.ts';
import { failed } from '../../../shared/failed.ts';
import { restartDelay } from '../../restart-delay.ts';
import {
  fromWebEngineSchema,
  type FromWebEngine,
  type SessionState,
  type ToWebEngine,
} from './engine-channel.ts';

const ENTRY = fileURLToPath(new URL('../web-engine.ts', import.meta.url));
/** How long the engine may take to end what is on its way before it is ended by force; nothing is lost then either. */
const CLOSING_PATIENCE = 15_000;

interface WebEngineOptions {
  readonly home: string;
  readonly demo: boolean;
  readonly own: boolean;
  readonly port: number;
  /** The demo merchants, for whichever life of the engine asks. */
  readonly merchants: () => Promise<DemoMerchants>;
  /** The first life answers. */
  readonly onReady: (ready: Extract<FromWebEngine, { type: 'ready' }>) => void;
  /** It has ended by itself and is started again. */
  readonly onCrashed: () => void;
  /** It cannot open, or ends again and again. */
  readonly onFailed: (error: UnstuckError) => void;
}

interface WebEngine {
  readonly close: () => Promise<void>;
}

/**
 * Keeps one process running that serves page and engine, at one address: after a crash it starts another, with back-off,
 * at the same port and with the sessions that browsers hold, so that the page connects again by itself.
 */
export function superviseWebEngine(options: WebEngineOptions): WebEngine {
  const { home, demo, own, merchants, onReady, onCrashed, onFailed } = options;
  let { port } = options;
  let sessions: SessionState = { tokens: [], sessions: [] };
  let child: ChildProcess | null = null;
  let closing = false;
  let wasReady = false;
  let crashes: readonly number[] = [];
  let ended = Promise.withResolvers<void>();

  const start = (): void => {
    if (closing) return;
    // A terminal sends its Ctrl-C to both processes; this one then asks the other to end in order.
    const current = fork(ENTRY, { stdio: 'inherit' });
    child = current;
    ended = Promise.withResolvers();
    const post = (message: ToWebEngine): void => {
      if (current.connected) current.send(message);
    };
    let failure: UnstuckError | null = null;
    current.on('message', (raw) => {
      const parsed = fromWebEngineSchema.safeParse(raw);
      // Node's own word on which modules it loaded, which `node --watch` waits for.
      if (!parsed.success) return void process.send?.(raw);
      const message = parsed.data;
      switch (message.type) {
        case 'ready':
          port = message.port;
          if (!wasReady) onReady(message);
          wasReady = true;
          return;
        case 'sessions':
          sessions = message.state;
          return;
        case 'merchants.get':
          void merchants()
            .catch(() => null)
            .then((running) => post({ type: 'merchants', merchants: running }));
          return;
        case 'failed':
          failure = fromWireError(message.error);
      }
    });
    current.once('exit', () => {
      child = null;
      ended.resolve();
      if (closing) return;
      if (failure) return onFailed(failure);
      crashes = [...crashes, Date.now()];
      const delay = restartDelay(crashes, Date.now());
      if (delay === null) return onFailed(failed('internal', { code: 'engine_keeps_ending' }));
      onCrashed();
      setTimeout(start, delay);
    });
    post({ type: 'open', home, demo, own, port, sessions });
  };
  start();

  return {
    close: async () => {
      closing = true;
      const last = child;
      if (last === null) return;
      if (last.connected) last.send({ type: 'close' } satisfies ToWebEngine);
      const impatience = setTimeout(() => last.kill('SIGKILL'), CLOSING_PATIENCE);
      await ended.promise;
      clearTimeout(impatience);
    },
  };
}
