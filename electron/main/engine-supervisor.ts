import type { DemoMerchants } from '../../shared/contract/demo-merchants.ts';
import { fromEngineSchema, type SecretRequest, type ToEngine } from '../../shared/contract/engine-process.ts';
import type { Millis } from '../../shared/domain/order.ts';
import { fromWireError, type UnstuckError } from '../../shared/errors.ts';
import { failed } from '../../shared/failed.ts';
import { restartDelay } from '../restart-delay.ts';

/** One life of the engine's process. `PagePort` is whatever carries a page's messages. */
export interface EngineChild<PagePort> {
  post(message: ToEngine, ports: readonly PagePort[]): void;
  onMessage(listener: (raw: unknown) => void): void;
  /** Called once, however it ended. */
  onExit(listener: () => void): void;
  kill(): void;
}

interface SupervisorOptions<PagePort> {
  readonly fork: () => EngineChild<PagePort>;
  readonly open: Extract<ToEngine, { type: 'open' }>;
  readonly answerSecret: (request: SecretRequest) => Promise<Extract<ToEngine, { type: 'secret' }>>;
  /** The demo merchants, for whichever life of the engine asks. */
  readonly merchants: () => Promise<DemoMerchants>;
  /** The engine has ended by itself: ports given to it lead nowhere. It is started again. */
  readonly onEnded: () => void;
  /** It cannot open, or ends again and again: `retry` after the person has heard of it. */
  readonly onFailed: (error: UnstuckError) => void;
  readonly now: () => Millis;
  readonly later: (ms: Millis, run: () => void) => void;
}

export interface EngineSupervisor<PagePort> {
  /** Gives `port` to the engine, now or as soon as it is up. */
  connect(port: PagePort): void;
  retry(): void;
  /** Ends the engine in order, or by force when it takes longer than `patience` ms. */
  close(patience: Millis): Promise<void>;
}

/** Keeps one engine process running: starts it, starts it again with back-off when it crashes, hands it its ports. */
export function superviseEngine<PagePort>(options: SupervisorOptions<PagePort>): EngineSupervisor<PagePort> {
  const { fork, open, answerSecret, merchants, onEnded, onFailed, now, later } = options;
  let child: EngineChild<PagePort> | null = null;
  let ready = false;
  let closing = false;
  let crashes: readonly Millis[] = [];
  let waiting: readonly PagePort[] = [];
  let ended = Promise.withResolvers<void>();

  const giveSecret = async (to: EngineChild<PagePort>, request: SecretRequest): Promise<void> => {
    const answer = await answerSecret(request);
    if (child === to) to.post(answer, []);
  };

  const giveMerchants = async (to: EngineChild<PagePort>): Promise<void> => {
    const running = await merchants().catch(() => null);
    if (child === to) to.post({ type: 'merchants', merchants: running }, []);
  };

  const start = (): void => {
    if (closing || child !== null) return;
    const current = fork();
    child = current;
    ended = Promise.withResolvers();
    let failure: UnstuckError | null = null;
    current.onMessage((raw) => {
      const parsed = fromEngineSchema.safeParse(raw);
      if (!parsed.success || child !== current) return;
      const message = parsed.data;
      switch (message.type) {
        case 'ready':
          ready = true;
          for (const port of waiting) current.post({ type: 'serve' }, [port]);
          waiting = [];
          return;
        case 'failed':
          failure = fromWireError(message.error);
          return;
        case 'merchants.get':
          void giveMerchants(current);
          return;
        case 'secret.get':
        case 'secret.set':
        case 'secret.delete':
          void giveSecret(current, message);
      }
    });
    current.onExit(() => {
      const wasReady = ready;
      child = null;
      ready = false;
      ended.resolve();
      if (closing) return;
      if (wasReady) onEnded();
      if (failure) return onFailed(failure);
      crashes = [...crashes, now()];
      const delay = restartDelay(crashes, now());
      if (delay === null) return onFailed(endsAgainAndAgain());
      later(delay, start);
    });
    current.post(open, []);
  };
  start();

  return {
    connect(port) {
      if (ready) child?.post({ type: 'serve' }, [port]);
      else waiting = [...waiting, port];
    },
    retry() {
      crashes = [];
      start();
    },
    async close(patience) {
      closing = true;
      if (child === null) return;
      child.post({ type: 'close' }, []);
      later(patience, () => child?.kill());
      await ended.promise;
    },
  };
}

const endsAgainAndAgain = (): UnstuckError => failed('internal', { code: 'engine_keeps_ending' });
