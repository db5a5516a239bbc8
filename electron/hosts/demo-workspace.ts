import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoMerchants } from '../../shared/contract/demo-merchants.ts';
import { storeId } from '../../shared/domain/ids.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import { type Engine, openEngine } from '../engine/engine.ts';
import type { Secrets } from '../engine/ports.ts';
import { connectInProcess } from '../engine/rpc/in-process.ts';
import { platformKeyName, tokenName } from '../engine/stores/connections.ts';
import { memorySecrets } from './memory-secrets.ts';
import { createNodePorts } from './node-ports.ts';

/** Says which merchants the workspace is connected to; written once all of them are. */
const MARK = 'merchants.id';

/**
 * A workspace on demo merchants in a folder of its own, for a first run with no store. It lives as long as the merchants
 * do: an engine that crashed finds stores, queue and history as they were. On other merchants it starts afresh, since
 * the cache of merchants that are gone would only mislead.
 */
export async function openDemoWorkspace(
  home: string,
  { merchants, engineOptions }: { readonly merchants: DemoMerchants; readonly engineOptions: EngineOptions },
): Promise<Engine> {
  const folder = join(home, 'demo');
  const mark = join(folder, MARK);
  const isTheirs = existsSync(mark) && readFileSync(mark, 'utf8') === merchants.id;
  if (!isTheirs) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secrets = memorySecrets();
  await secrets.set('database-key', merchants.databaseKey);
  const ports = createNodePorts(folder, secrets);
  const engine = await openEngine(ports, { ...engineOptions, demo: true });
  const client = connectInProcess(engine, ports.logger);
  if (isTheirs) await giveSecrets(merchants, await client.call('stores.list', {}), secrets);
  else for (const store of merchants.stores) await client.call('stores.add', store);
  client.close();
  writeFileSync(mark, merchants.id, { mode: 0o600 });
  return engine;
}

/** An engine keeps the merchants' secrets in memory only; the next one is given them again. */
async function giveSecrets(
  merchants: DemoMerchants,
  connected: readonly { readonly id: string; readonly domain: string }[],
  secrets: Secrets,
): Promise<void> {
  for (const { domain, token, platform } of merchants.stores) {
    const known = connected.find((store) => store.domain === domain);
    if (known === undefined) continue;
    const id = storeId(known.id);
    await secrets.set(tokenName(id), token);
    if (platform) await secrets.set(platformKeyName(id), platform.key);
  }
}
