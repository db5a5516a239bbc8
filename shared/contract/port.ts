import type { ClientMessage, EngineMessage } from './wire.ts';

/**
 * One end of a two-way, ordered connection: a WebSocket, a MessagePort or a pair in process. What arrives is `unknown`
 * until wire.ts has parsed it. Listeners are set once, before the first message can arrive; `close` is idempotent.
 */
export interface Port<Sent> {
  send(message: Sent): void;
  onMessage(listener: (raw: unknown) => void): void;
  /** Called once, whichever side closed. */
  onClose(listener: () => void): void;
  close(): void;
}

/** The engine's end. */
export type EnginePort = Port<EngineMessage>;
/** The page's or the command line's end. */
export type ClientPort = Port<ClientMessage>;
