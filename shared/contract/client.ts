import { fromWireError, type UnstuckError } from '../errors.ts';
import { describeIssues, failed, firstIssue } from '../failed.ts';
import type { EngineEvent } from './events.ts';
import { methods, PROTOCOL_VERSION, type Input, type MethodName, type Output } from './methods.ts';
import type { ClientPort } from './port.ts';
import { engineMessageSchema, type EngineMessage } from './wire.ts';

export interface CallOptions {
  /** Aborting rejects the call with `cancelled` at once and tells the engine to stop. */
  readonly signal?: AbortSignal | undefined;
}

/** The engine's methods over one connection. */
export interface Client {
  /** Rejects with an `UnstuckError`: the engine's, `bad_input`, `cancelled`, or `disconnected` when the connection ends first. */
  call<M extends MethodName>(method: M, input: Input<M>, options?: CallOptions): Promise<Output<M>>;
  /** Calls `listener` with every event until the returned function is called. */
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Resolves when both sides speak the same protocol; rejects with `protocol` or `disconnected`. */
  readonly ready: Promise<{ readonly version: string }>;
  close(): void;
}

interface Waiting {
  readonly method: MethodName;
  readonly resolve: (output: unknown) => void;
  readonly reject: (reason: UnstuckError) => void;
}

const disconnected = () => failed('disconnected', { code: 'disconnected' }, { retryable: true });

/**
 * A typed client over `port`, the same for page and command line: says hello, parses inputs before they leave and
 * outputs when they arrive, and settles every call exactly once.
 */
export function createClient(port: ClientPort): Client {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: EngineEvent) => void>();
  const greeting = Promise.withResolvers<{ version: string }>();
  greeting.promise.catch(() => undefined); // whoever awaits `ready` or a call hears of it
  let lastId = 0;
  let closed = false;

  const settle = (id: number): Waiting | undefined => {
    const call = waiting.get(id);
    waiting.delete(id);
    return call;
  };

  const receive = (message: EngineMessage): void => {
    switch (message.type) {
      case 'welcome':
        greeting.resolve({ version: message.version });
        return;
      case 'result':
        settle(message.id)?.resolve(message.output);
        return;
      case 'error':
        if (message.id === null) greeting.reject(fromWireError(message.error));
        else settle(message.id)?.reject(fromWireError(message.error));
        return;
      case 'event':
        for (const listener of listeners) listener(message.event);
    }
  };

  port.onMessage((raw) => {
    const parsed = engineMessageSchema.safeParse(raw);
    // An unknown message can only come from another version, which the hand-shake has already refused.
    if (parsed.success) receive(parsed.data);
  });
  port.onClose(() => {
    closed = true;
    greeting.reject(disconnected());
    for (const id of waiting.keys()) settle(id)?.reject(disconnected());
  });
  port.send({ type: 'hello', protocol: PROTOCOL_VERSION });

  const send = (method: MethodName, input: unknown, signal: AbortSignal | undefined): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = (lastId += 1);
      const abort = (): void => {
        if (!settle(id)) return;
        port.send({ type: 'cancel', id });
        reject(failed('cancelled', { code: 'cancelled', method }));
      };
      const done = (): void => signal?.removeEventListener('abort', abort);
      waiting.set(id, {
        method,
        resolve: (output) => (done(), resolve(output)),
        reject: (reason) => (done(), reject(reason)),
      });
      signal?.addEventListener('abort', abort, { once: true });
      port.send({ type: 'call', id, method, input });
    });

  return {
    async call<M extends MethodName>(
      method: M,
      input: Input<M>,
      { signal }: CallOptions = {},
    ): Promise<Output<M>> {
      const checked = methods[method].input.safeParse(input);
      if (!checked.success) throw describeIssues(checked.error, `Input of ${method}`);
      await greeting.promise;
      if (signal?.aborted) throw failed('cancelled', { code: 'cancelled', method });
      if (closed) throw disconnected();
      // Sent as given: a transformed input would go through its transformation twice.
      const output = methods[method].output.safeParse(await send(method, input, signal));
      if (!output.success) {
        throw failed('protocol', { code: 'answer_misfit', method, ...firstIssue(output.error) });
      }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed above with this method's schema
      return output.data as Output<M>;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ready: greeting.promise,
    close: () => port.close(),
  };
}
