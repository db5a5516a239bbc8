import type { EnginePort } from '../../../shared/contract/port.ts';

/** What of Electron's `MessagePortMain` is used. */
export interface MainPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  once(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** The engine's end of a page's message port: messages cross as they are, id lists as `Uint32Array`s. */
export function messagePort(port: MainPort): EnginePort {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data));
      // Held back until somebody listens, so that a hello that was sent at once is not lost.
      port.start();
    },
    onClose: (listener) => {
      port.once('close', listener);
    },
    close: () => port.close(),
  };
}
