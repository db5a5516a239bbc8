import { createClient, type Client } from '../../../shared/contract/client.ts';
import type { Port } from '../../../shared/contract/port.ts';
import type { ClientMessage, EngineMessage } from '../../../shared/contract/wire.ts';
import type { Logger } from '../ports.ts';
import type { EngineService } from './handlers.ts';
import { serveConnection } from './serve.ts';

/** The page's client without a transport between: for the command line and for tests. */
export function connectInProcess(service: EngineService, logger: Logger): Client {
  const [client, engine] = portPair<ClientMessage, EngineMessage>();
  serveConnection(service, engine, logger);
  return createClient(client);
}

/** Two ends of one connection. Messages arrive in order, in a later microtask, as they would over a real transport. */
export function portPair<A, B>(): [Port<A>, Port<B>] {
  let closed = false;
  const received: [(raw: unknown) => void, (raw: unknown) => void] = [() => undefined, () => undefined];
  const ended: (() => void)[] = [];
  const close = (): void => {
    if (closed) return;
    closed = true;
    for (const listener of ended) queueMicrotask(listener);
  };
  const end = (own: 0 | 1, other: 0 | 1): Port<unknown> => ({
    send: (message) => {
      if (!closed) queueMicrotask(() => received[other](message));
    },
    onMessage: (listener) => {
      received[own] = listener;
    },
    onClose: (listener) => void ended.push(listener),
    close,
  });
  return [end(0, 1), end(1, 0)];
}
