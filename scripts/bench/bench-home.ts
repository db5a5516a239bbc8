import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger, Ports, Secrets } from '../../electron/engine/ports.ts';
import { NOW } from './synthetic-store.ts';

/** The key of every database of the benchmark, floors included: they are encrypted alike. */
export const BENCH_KEY = 'b5'.repeat(32);

const made = new Set<string>();

/** A new folder for databases. */
export function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'unstuck-bench-'));
  made.add(home);
  return home;
}

/** A copy of a workspace that nobody has open, for what changes it. */
export function copyHome(home: string): string {
  const copy = makeHome();
  cpSync(home, copy, { recursive: true });
  return copy;
}

export function removeHome(home: string): void {
  rmSync(home, { recursive: true, force: true });
  made.delete(home);
}

/** Removes what is left, however the run ended. */
export function removeHomes(): void {
  for (const home of made) removeHome(home);
}

export const quietLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** Nothing waits, and nothing is ever a minute later. */
const standingClock = { now: () => NOW, sleep: async () => undefined };

/** The engine's ports for a data directory: no network, a clock that stands, secrets in memory. */
export function benchPorts(home: string): Ports {
  const secrets: Secrets = {
    backend: 'memory',
    persistent: false,
    get: async (name) => (name === 'database-key' ? BENCH_KEY : null),
    set: async () => undefined,
    delete: async () => undefined,
  };
  return {
    clock: standingClock,
    http: () => Promise.reject(new TypeError('The benchmark has no network.')),
    secrets,
    paths: { home },
    logger: quietLogger,
    env: {},
    agent: 'bench',
  };
}
