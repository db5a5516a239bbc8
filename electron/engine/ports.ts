import type { Millis } from '../../shared/domain/order.ts';

/** What the engine needs of the world; each host and each test brings its own. */
export interface Ports {
  readonly clock: Clock;
  readonly http: Http;
  readonly secrets: Secrets;
  readonly paths: Paths;
  readonly logger: Logger;
  /** The process environment, for secrets given by variable name. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Who works here, for runs and the audit trail: the OS user's name. */
  readonly agent: string;
}

export interface Clock {
  /** UTC milliseconds. */
  now(): Millis;
  /** Resolves after `ms`, or at once when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** `fetch`, so that tests own the network. */
export type Http = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Where secrets live: the operating system's keychain where there is one. Names are `store/<id>/token`,
 * `store/<id>/platform-key` and `database-key`. A value never goes to a log, a database or an error message.
 */
export interface Secrets {
  /** For `doctor`: `os keychain`, `key file (0600)`, `memory` … */
  readonly backend: string;
  /** Whether a value set now is still there after a restart. */
  readonly persistent: boolean;
  get(name: string): Promise<string | null>;
  set(name: string, value: string): Promise<void>;
  delete(name: string): Promise<void>;
}

export interface Paths {
  /** The data directory (`--home`, `UNSTUCK_HOME` or the platform's place for it). */
  readonly home: string;
}

export interface Logger {
  debug(event: string, detail?: Record<string, unknown>): void;
  info(event: string, detail?: Record<string, unknown>): void;
  warn(event: string, detail?: Record<string, unknown>): void;
  error(event: string, detail?: Record<string, unknown>): void;
}
