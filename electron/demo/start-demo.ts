import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAct, type Act } from './act.ts';
import { createDemoClock } from './clock.ts';
import { createFaults, type FaultPlan } from './faults.ts';
import { inspectMerchant, type Inspection } from './inspect.ts';
import { createMerchant, type Merchant } from './merchant.ts';
import { countries } from './merchants/countries.ts';
import type { ErrorType } from './merchants/order-plan.ts';
import { loadNamePools } from './merchants/people.ts';
import { merchantProfiles, type LinkRoute } from './merchants/profiles.ts';
import { countSeeded, type SeededCounts } from './seeded-counts.ts';
import { createDemoServer } from './server.ts';

export interface DemoOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: '127.0.0.1';
  /** Orders over all stores together; 3000 by default. From 60 per store on, each has every error at least three times. */
  readonly orders?: number;
  /** At least so many orders per store that have this error alone; each has a few of every error anyway. */
  readonly least?: Readonly<Partial<Record<ErrorType, number>>>;
  /** How many merchants; 4 by default. */
  readonly stores?: number;
  /** The same seed gives the same merchants, relative to the time of the start. */
  readonly seed?: number;
  readonly faults?: FaultPlan;
  /** Source of UTC ms for timestamps; durations always run on real time. */
  readonly now?: () => number;
  /** Per store; Shopify Plus by default. */
  readonly throttle?: { readonly bucket: number; readonly restorePerSecond: number };
  /** How long the search index lags behind a write; 300 ms by default. */
  readonly indexLagMs?: number;
  /** How long the platform takes to react to a change; 50 ms by default. */
  readonly reprocessDelayMs?: number;
  /** How long a bulk operation waits before it runs; 50 ms by default. */
  readonly bulkDelayMs?: number;
  /** 200 by default, as documented. */
  readonly platformRequestsPerMinute?: number;
  /** By domain or slug: scopes not granted, and protected fields (`MailingAddress.zip`) not approved. */
  readonly access?: Readonly<
    Record<string, { readonly withheldScopes?: readonly string[]; readonly redacted?: readonly string[] }>
  >;
}

/** Where one demo merchant is to be found and what connecting it takes. */
export interface DemoStore {
  readonly name: string;
  readonly domain: string;
  readonly endpoint: string;
  readonly tokenEnv: string;
  readonly token: string;
  readonly platformEndpoint: string;
  readonly platformKey: string;
  readonly currency: string;
  readonly syncCountries: { readonly mode: 'allow' | 'deny'; readonly countries: string[] };
  readonly syncPaymentTerms: boolean;
  readonly shippingMethods: readonly string[];
  readonly pickupMethods: readonly string[];
  readonly taxIdCountries: readonly string[];
  readonly linkRoute: LinkRoute;
}

export interface Demo {
  readonly stores: readonly DemoStore[];
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Ends at once, also with open connections. */
  close(): Promise<void>;
  /** Replaces the fault rules. */
  setFaults(plan: FaultPlan): void;
  /** The true state of a store, for tests to compare with. */
  inspect(domain: string): Inspection;
  /** How many orders were seeded with which error: the truth by construction. */
  seededCounts(): SeededCounts;
  /** Changes things as somebody else would. */
  readonly act: Act;
}

/** Starts the demo merchants on the loopback interface. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { seed = 1, stores: storeCount = 4, orders = 3000, host = '127.0.0.1' } = options;
  const clock = createDemoClock(options.now);
  const pools = await loadNamePools(
    countries.map((country) => country.locale),
    seed,
  );
  const directory = await mkdtemp(join(tmpdir(), 'unstuck-demo-'));
  let url = '';
  const profiles = merchantProfiles(storeCount);
  const merchants = new Map<string, Merchant>();
  for (const [number, profile] of profiles.entries()) {
    const access = options.access?.[profile.slug] ?? options.access?.[`${profile.slug}.myshopify.com`];
    merchants.set(
      profile.slug,
      createMerchant(profile, number, {
        seed,
        orders: Math.floor(orders / storeCount) + (number < orders % storeCount ? 1 : 0),
        least: options.least ?? {},
        clock,
        pools,
        throttle: options.throttle ?? { bucket: 20_000, restorePerSecond: 1_000 },
        indexLagMs: options.indexLagMs ?? 300,
        reprocessDelayMs: options.reprocessDelayMs ?? 50,
        bulkDelayMs: options.bulkDelayMs ?? 50,
        platformRequestsPerMinute: options.platformRequestsPerMinute ?? 200,
        withheldScopes: access?.withheldScopes ?? [],
        redacted: access?.redacted ?? [],
        endpoint: () => `${url}/shops/${profile.slug}`,
        directory: () => directory,
      }),
    );
  }
  const faults = createFaults(options.faults ?? { rules: [] }, seed);
  const server = createDemoServer(merchants, faults);
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The demo server has no port.');
  url = `http://${host}:${address.port}`;

  const byDomain = new Map([...merchants.values()].map((merchant) => [merchant.domain, merchant]));
  const find = (domain: string): Merchant => {
    const merchant = byDomain.get(domain) ?? merchants.get(domain);
    if (merchant === undefined) throw new Error(`There is no demo store ${domain}.`);
    return merchant;
  };
  return {
    url,
    stores: [...merchants.values()].map((merchant) => describe(merchant, url)),
    setFaults: (plan) => faults.set(plan),
    inspect: (domain) => inspectMerchant(find(domain)),
    seededCounts: () => countSeeded([...merchants.values()]),
    act: createAct(find, clock, [...merchants.values()]),
    close: async () => {
      for (const merchant of merchants.values()) merchant.platform.close();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
      await Promise.all([...merchants.values()].map((merchant) => merchant.bulk.close()));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function describe(merchant: Merchant, url: string): DemoStore {
  const { profile, domain, access, platform, platformKey } = merchant;
  return {
    name: profile.name,
    domain,
    endpoint: `${url}/shops/${profile.slug}`,
    tokenEnv: `${profile.slug.replaceAll('-', '_').toUpperCase()}_TOKEN`,
    token: access.token,
    platformEndpoint: `${url}/platform/${profile.slug}`,
    platformKey,
    currency: profile.currency,
    syncCountries: {
      mode: platform.settings.syncCountries.mode,
      countries: [...platform.settings.syncCountries.countries],
    },
    syncPaymentTerms: platform.settings.syncPaymentTerms,
    shippingMethods: [...platform.settings.shippingMethods],
    pickupMethods: [...platform.settings.pickupMethods],
    taxIdCountries: [...platform.settings.taxIdCountries],
    linkRoute: profile.linkRoute,
  };
}
