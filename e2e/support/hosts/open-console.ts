import type { Page } from 'playwright/test';

/** The console, opened as people open it in one of the two hosts. */
export interface OpenConsole {
  readonly page: Page;
  /** Addresses that were handed to the system's browser. Empty in the web host, which opens them itself. */
  readonly openedOutside: () => Promise<readonly string[]>;
  /** The engine's process. */
  readonly enginePid: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/**
 * @param args as after `npm start --`: `--home DIR`, `--demo`
 */
export type OpenHost = (args: readonly string[], env: NodeJS.ProcessEnv) => Promise<OpenConsole>;

/** What main calls the engine's process. */
export const ENGINE_SERVICE = 'Unstuck engine';
