import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '../../../shared/contract/client.ts';
import { connectInput } from '../../demo/connect-input.ts';
import type { DemoStore } from '../../demo/start-demo.ts';
import type { EngineOptions } from '../engine-options.ts';
import { type Engine, openEngine } from '../engine.ts';
import type { Clock, Ports, Secrets } from '../ports.ts';
import { connectInProcess } from '../rpc/in-process.ts';

/** An engine on a data directory of its own, with the wall's clock and secrets in memory. */
export interface TestWorkspace {
  readonly client: Client;
  readonly engine: Engine;
  readonly ports: Ports;
  close(): Promise<void>;
}

export async function openWorkspace(
  change: Partial<Ports> = {},
  options: Partial<EngineOptions> = {},
): Promise<TestWorkspace> {
  const ports = testPorts(change);
  const engine = await openEngine(ports, { host: 'test', ...options });
  const client = connectInProcess(engine, ports.logger);
  return {
    client,
    engine,
    ports,
    close: async () => {
      client.close();
      await engine.close();
    },
  };
}

/** Connects demo stores as their platforms are set up, and pulls them. */
export async function connectStores(client: Client, stores: readonly DemoStore[]): Promise<void> {
  for (const store of stores) await client.call('stores.add', connectInput(store));
  await client.call('sync.run', {});
}

/** Waits for what other people's systems do in their own time, up to ten seconds. */
export async function eventually<T>(read: () => T | Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await read();
    if (holds(value) || tries === 100) return value;
    await delay(100);
  }
}

function testPorts(change: Partial<Ports>): Ports {
  const quiet = (): void => undefined;
  return {
    clock: wallClock,
    http: (url, init) => fetch(url, init),
    secrets: memorySecrets(),
    paths: { home: mkdtempSync(join(tmpdir(), 'unstuck-engine-')) },
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    env: {},
    agent: 'ana',
    ...change,
  };
}

const wallClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
};

function memorySecrets(): Secrets {
  const kept = new Map<string, string>();
  return {
    backend: 'memory',
    persistent: false,
    get: async (name) => kept.get(name) ?? null,
    set: async (name, value) => void kept.set(name, value),
    delete: async (name) => void kept.delete(name),
  };
}
