import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startDemo, type Demo, type DemoOptions, type DemoStore } from '../../electron/demo/start-demo.ts';

export interface Merchants {
  readonly demo: Demo;
  /** The data directory in which they are connected. */
  readonly home: string;
  /** What the engine must be started with to reach them. */
  readonly env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/** Demo merchants in this process, connected by the command line in one of its own. */
export async function connectMerchants(
  options: Pick<DemoOptions, 'least' | 'throttle' | 'reprocessDelayMs'> & {
    readonly orders: number;
    readonly stores: number;
    /** Our own rules alone judge, at once: no platform is connected, and no order gets a grace period. */
    readonly withoutPlatform?: true;
  },
): Promise<Merchants> {
  const home = await mkdtemp(join(tmpdir(), 'unstuck-e2e-'));
  const demo = await startDemo(options);
  const env = { ...process.env, UNSTUCK_KEYCHAIN: 'file', ...secretsOf(demo.stores) };
  for (const store of demo.stores) {
    const args = addArguments(store);
    const platform = args.indexOf('--platform');
    await cli(['--home', home, ...(options.withoutPlatform ? args.toSpliced(platform, 6) : args)], env);
    const slug = store.domain.replace('.myshopify.com', '');
    if (options.withoutPlatform)
      await cli(['--home', home, 'stores', 'set', slug, '--grace-minutes', '0'], env);
  }
  return {
    demo,
    home,
    env,
    close: async () => {
      await demo.close();
      await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
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
    '--shipping-methods',
    store.shippingMethods.join(','),
    '--pickup-methods',
    store.pickupMethods.join(','),
    '--tax-id-countries',
    store.taxIdCountries.join(','),
  ];
}
