import type { WebSocket } from 'ws';
import { decodeMessage, encodeMessage } from '../../../shared/contract/codec.ts';
import type { EnginePort } from '../../../shared/contract/port.ts';

/** The engine's end of a WebSocket: JSON text both ways (codec.ts); `ws` itself closes on a message over its limit. */
export function wsPort(socket: WebSocket, maxChars: number): EnginePort {
  return {
    send(message) {
      if (socket.readyState === socket.OPEN) socket.send(encodeMessage(message));
    },
    onMessage(listener) {
      socket.on('message', (data, binary) => listener(binary ? undefined : read(data, maxChars)));
    },
    onClose(listener) {
      socket.once('close', listener);
      // `close` follows every error; without a listener the error would end the process.
      socket.on('error', () => undefined);
    },
    close: () => socket.close(),
  };
}

/** undefined where the text is no message: it then fails the wire schema like any other that does not fit. */
function read(data: unknown, maxChars: number): unknown {
  try {
    return decodeMessage(String(data), maxChars);
  } catch {
    return undefined;
  }
}
