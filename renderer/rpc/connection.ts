import { createClient, type CallOptions, type Client } from '../../shared/contract/client.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { Input, MethodName, Output } from '../../shared/contract/methods.ts';
import type { ClientPort } from '../../shared/contract/port.ts';
import { UnstuckError } from '../../shared/errors.ts';
import { failed } from '../../shared/failed.ts';

export type ConnectionState =
  | { readonly status: 'connecting' }
  | { readonly status: 'open' }
  /** Lost or not reached; tried again by itself. */
  | { readonly status: 'down' }
  /** Trying again would not help: no session, or another protocol. */
  | { readonly status: 'refused'; readonly error: UnstuckError };

/** The engine, over one connection after another. */
export interface Connection {
  /** Waits for a connection where there is none; a call under way when one is lost rejects with `disconnected`. */
  readonly call: <M extends MethodName>(
    method: M,
    input: Input<M>,
    options?: CallOptions,
  ) => Promise<Output<M>>;
  readonly onEvent: (listener: (event: EngineEvent) => void) => () => void;
  /** Called with every new connection but the first: what was read before it may be stale. */
  readonly onReconnect: (listener: () => void) => () => void;
  readonly state: ConnectionState;
  readonly onState: (listener: () => void) => () => void;
  /** Tries at once instead of after the back-off. */
  readonly retryNow: () => void;
}

/** Milliseconds before the next try: doubling from a quarter of a second to five seconds. */
export function backOff(attempt: number): number {
  return Math.min(250 * 2 ** attempt, 5000);
}

/**
 * Dials, greets, and dials again with back-off whenever the connection is lost.
 * @param dial opens a transport; rejecting with `unauthorized` or `protocol` ends the trying
 */
export function createConnection(dial: () => Promise<ClientPort>): Connection {
  const eventListeners = new Set<(event: EngineEvent) => void>();
  const reconnectListeners = new Set<() => void>();
  const stateListeners = new Set<() => void>();
  let state: ConnectionState = { status: 'connecting' };
  let client = Promise.withResolvers<Client>();
  let greeted = false;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dialling = false;

  const become = (next: ConnectionState): void => {
    state = next;
    for (const listener of stateListeners) listener();
  };

  const tryAgain = (): void => {
    become({ status: 'down' });
    timer = setTimeout(() => void connect(), backOff(attempt));
    attempt += 1;
  };

  const connect = async (): Promise<void> => {
    if (dialling) return;
    dialling = true;
    clearTimeout(timer);
    try {
      const port = await dial();
      const next = createClient(
        watched(port, () => {
          if (state.status !== 'open') return;
          client = Promise.withResolvers();
          tryAgain();
        }),
      );
      next.onEvent((event) => {
        for (const listener of eventListeners) listener(event);
      });
      await next.ready;
      attempt = 0;
      become({ status: 'open' });
      client.resolve(next);
      if (greeted) for (const listener of reconnectListeners) listener();
      greeted = true;
    } catch (thrown) {
      if (thrown instanceof UnstuckError && (thrown.code === 'unauthorized' || thrown.code === 'protocol')) {
        become({ status: 'refused', error: thrown });
      } else {
        tryAgain();
      }
    } finally {
      dialling = false;
    }
  };
  void connect();

  return {
    async call(method, input, options = {}) {
      const connected = await orAborted(client.promise, method, options.signal);
      return connected.call(method, input, options);
    },
    onEvent: (listener) => join(eventListeners, listener),
    onReconnect: (listener) => join(reconnectListeners, listener),
    get state() {
      return state;
    },
    onState: (listener) => join(stateListeners, listener),
    retryNow: () => void connect(),
  };
}

function join<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** `port`, with one more listener to its end; a port takes only its client's. */
function watched(port: ClientPort, onClose: () => void): ClientPort {
  return {
    ...port,
    onClose: (listener) =>
      port.onClose(() => {
        listener();
        onClose();
      }),
  };
}

function orAborted<T>(promise: Promise<T>, method: string, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(failed('cancelled', { code: 'cancelled', method }));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
