import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Demo } from '../../demo/start-demo.ts';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON. */
  readonly json: unknown;
}

/** The real command line in a process of its own, on a data directory of its own, with the demo's secrets at hand. */
export interface Cli {
  readonly home: string;
  run(...args: string[]): Promise<CliResult>;
}

export function cliFor(demo: Pick<Demo, 'stores'>, home = mkdtempSync(join(tmpdir(), 'unstuck-cli-'))): Cli {
  const env: NodeJS.ProcessEnv = {
    ...environment(),
    UNSTUCK_HOME: home,
    UNSTUCK_KEYCHAIN: 'file',
    INIT_CWD: home,
  };
  for (const store of demo.stores) {
    env[store.tokenEnv] = store.token;
    env[keyEnv(store.tokenEnv)] = store.platformKey;
  }
  return { home, run: (...args) => run(args, env) };
}

/** The arguments that connect a demo store as its platform is set up. */
export function addArguments(store: Demo['stores'][number]): string[] {
  const { mode, countries } = store.syncCountries;
  return [
    'stores',
    'add',
    '--json',
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
    keyEnv(store.tokenEnv),
    '--countries',
    `${mode === 'deny' ? 'except:' : ''}${countries.join(',')}`,
    '--payment-terms',
    store.syncPaymentTerms ? 'on' : 'off',
    '--link-route',
    store.linkRoute,
    '--shipping-methods',
    store.shippingMethods.join(','),
    '--pickup-methods',
    store.pickupMethods.join(','),
    '--tax-id-countries',
    store.taxIdCountries.join(','),
  ];
}

const keyEnv = (tokenEnv: string): string => tokenEnv.replace(/_TOKEN$/, '_PLATFORM_KEY');

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr, json: parse(stdout) }));
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** This process's environment without any demo store's secrets: whoever has tried the demo has them exported. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/_(TOKEN|PLATFORM_KEY)$/.test(name)),
  );
}
