/**
 * What the desktop shell's preload puts at the page's disposal, as `globalThis.unstuckDesktop`: a way to the engine, and
 * nothing generic. Links open through `window.open` and reports are saved as downloads, both of which main judges.
 */
export interface DesktopBridge {
  /**
   * Asks for a message port to the engine. It comes, once the engine is up, as a `message` event of this window whose
   * data is a `PortDelivery` with the same nonce.
   */
  connect(nonce: string): void;
  /** Calls `listener` whenever the engine's process has ended: ports got before that lead nowhere. */
  onEngineEnded(listener: () => void): void;
}

/** The name of the bridge on the page's global object. */
export const BRIDGE_NAME = 'unstuckDesktop';

/** With this message comes the port that `connect` asked for. */
export interface PortDelivery {
  readonly type: 'unstuck.port';
  readonly nonce: string;
}

/** The page's address in the desktop shell; its origin without the slash. */
export const APP_URL = 'app://unstuck/';

/** Every channel between preload and main, with what it carries. */
export const CHANNELS = {
  /** preload -> main: a nonce, for a port. */
  connect: 'unstuck:connect',
  /** main -> preload: the nonce, with the port. */
  port: 'unstuck:port',
  /** main -> preload: nothing; the engine's process has ended. */
  engineEnded: 'unstuck:engine-ended',
  /** preload -> main: the language that the page is shown in. */
  language: 'unstuck:language',
} as const;
