import { toEngineSchema, type FromEngine, type ToEngine } from '../../../shared/contract/engine-process.ts';
import type { MainPort } from './message-port.ts';

/** The engine's end of the private channel that Electron's main process forked it with (`process.parentPort`). */
export interface ParentPort {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly MainPort[] }) => void,
  ): unknown;
  postMessage(message: unknown): void;
}

export interface Parent {
  send(message: FromEngine): void;
  /** Adds a listener to everything main says, with the ports that came along. */
  onMessage(listener: (message: ToEngine, ports: readonly MainPort[]) => void): void;
}

/** Messages that do not fit the contract can only come from another version's main, and are not heard. */
export function parentOf(port: ParentPort): Parent {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data, ports }) => {
        const parsed = toEngineSchema.safeParse(data);
        if (parsed.success) listener(parsed.data, ports);
      });
    },
  };
}
