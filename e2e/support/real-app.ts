import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startDemo, type Demo, type DemoStore } from '../../electron/demo/start-demo.ts';

export interface RealApp {
  readonly demo: Demo;
  /** Where the page is, with its one-time token. */
  readonly url: string;
  close(): Promise<void>;
}

/** Demo merchants in this process; the command line connects them, and the web host serves them, each in its own. */
export async function startRealApp(options: {
  readonly orders: number;
  readonly stores: number;
}): Promise<RealApp> {
  const home = await mkdtemp(join(tmpdir(), 'unstuck-e2e-'));
  const demo = await startDemo(options);
  const env = { ...process.env, UNSTUCK_KEYCHAIN: 'file', ...secretsOf(demo.stores) };
  for (const store of demo.stores) await cli(['--home', home, ...addArguments(store)], env);
  const { url, stop } = await startWeb(['--home', home], env);
  return {
    demo,
    url,
    close: async () => {
      await stop();
      await demo.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/**
 * The web host as people start it.
 * @param args e.g. `--home DIR`, `--demo`
 */
export async function startWeb(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['electron/hosts/web.ts', '--no-open', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { url: await addressOf(child), stop: () => stop(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) =>
      reject(new Error(`The web host ended with exit code ${code}; it printed: ${printed}`)),
    );
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function cli(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  await promisify(execFile)(process.execPath, ['electron/hosts/cli.ts', ...args], { env });
}

const keyEnv = (store: DemoStore): string => store.tokenEnv.replace(/_TOKEN$/, '_PLATFORM_KEY');

function secretsOf(stores: readonly DemoStore[]): Record<string, string> {
  return Object.fromEntries(
    stores.flatMap((store) => [
      [store.tokenEnv, store.token],
      [keyEnv(store), store.platformKey],
    ]),
  );
}

function addArguments(store: DemoStore): string[] {
  const { mode, countries } = store.syncCountries;
  return [
    'stores',
    'add',
    '--name',
    store.name,
    '--domain',
    store.domain,
    '--token-env',
    store.tokenEnv,
    '--endpoint',
    store.endpoint,
    '--platform',
    'bigblue',
    '--platform-endpoint',
    store.platformEndpoint,
    '--platform-key-env',
    keyEnv(store),
    '--countries',
    `${mode === 'deny' ? 'except:' : ''}${countries.join(',')}`,
    '--payment-terms',
    store.syncPaymentTerms ? 'on' : 'off',
    '--link-route',
    store.linkRoute,
  ];
}
