import { allScopes, type Access } from './admin-api/access.ts';
import { createBulkOperations, type BulkOperations } from './admin-api/bulk/bulk-operations.ts';
import { createStagedUploads, type StagedUploads } from './admin-api/bulk/staged-uploads.ts';
import { appActor, type ApiContext } from './admin-api/context.ts';
import { createEditSessions } from './admin-api/edit-sessions.ts';
import { concreteTypeOf, executableSchema, readerOf } from './admin-api/resolvers.ts';
import { createThrottle, type Throttle, type ThrottleLimits } from './admin-api/throttle.ts';
import type { DemoClock } from './clock.ts';
import { seedCatalogue } from './merchants/catalogue-seed.ts';
import { type ErrorType, planOrders, type OrderPlan } from './merchants/order-plan.ts';
import { seedOrder } from './merchants/order-seed.ts';
import type { NamePool } from './merchants/people.ts';
import { mappedMethods, type MerchantProfile } from './merchants/profiles.ts';
import { connectPlatform, type Platform } from './platform/platform.ts';
import { createStoreApi, type StoreApi } from './platform/store-api.ts';
import { diceFor } from './random.ts';
import { orderIds } from './shop/ids.ts';
import { createOrderBook } from './shop/order-book.ts';
import { createOrderIndex } from './shop/search-index.ts';
import { createShop, type Shop } from './shop/shop.ts';

/** Everything one demo merchant consists of: the shop, its Admin API, and the platform it is connected to. */
export interface Merchant {
  readonly profile: MerchantProfile;
  readonly domain: string;
  readonly shop: Shop;
  readonly plan: OrderPlan;
  readonly access: Access;
  readonly throttle: Throttle;
  readonly bulk: BulkOperations;
  readonly uploads: StagedUploads;
  readonly platform: Platform;
  readonly platformKey: string;
  readonly storeApi: StoreApi;
  /** A fresh context for one Admin API request. */
  apiContext(): ApiContext;
}

/** The knobs of a merchant, all with values. */
export interface MerchantOptions {
  readonly seed: number;
  readonly orders: number;
  readonly least: Readonly<Partial<Record<ErrorType, number>>>;
  readonly clock: DemoClock;
  readonly pools: ReadonlyMap<string, NamePool>;
  readonly throttle: ThrottleLimits;
  readonly indexLagMs: number;
  readonly reprocessDelayMs: number;
  readonly bulkDelayMs: number;
  readonly platformRequestsPerMinute: number;
  readonly withheldScopes: readonly string[];
  readonly redacted: readonly string[];
  /** Base URL of the store, known once the server listens. */
  readonly endpoint: () => string;
  readonly directory: () => string;
}

const SIXTY_DAYS = 60 * 86_400_000;

/** Seeds a merchant; orders are built when they are first looked at. */
export function createMerchant(
  profile: MerchantProfile,
  storeNumber: number,
  options: MerchantOptions,
): Merchant {
  const { seed, clock, pools } = options;
  const now = clock.wall();
  const ids = orderIds(storeNumber, profile.orderPrefix);
  const goods = seedCatalogue(profile, storeNumber, seed, now);
  const plan = planOrders(options.orders, { seed, slug: profile.slug }, now, options.least);
  const source = { profile, seed, now, plan, ids, goods, pools };
  const orders = createOrderBook(options.orders, (index) => seedOrder(source, index), plan.updatedAtOf);
  const index = createOrderIndex(orders, clock, options.indexLagMs);
  const shop = createShop({ profile, storeNumber, clock, ids, orders, index, goods });
  const platform = connectPlatform(shop, {
    settings: {
      syncCountries: countriesOf(profile),
      syncPaymentTerms: profile.syncPaymentTerms,
      shippingMethods: mappedMethods.all,
      pickupMethods: mappedMethods.pickup,
      taxIdCountries: profile.taxIdCountries,
    },
    reprocessDelayMs: options.reprocessDelayMs,
    integratedSince: now - SIXTY_DAYS,
  });
  const platformKey = `bb_live_${secret(seed, profile.slug, 'platform', 24)}`;
  const access: Access = {
    token: `shpat_${secret(seed, profile.slug, 'token', 32)}`,
    valid: true,
    scopes: new Set(allScopes.filter((scope) => !options.withheldScopes.includes(scope))),
    redacted: new Set(options.redacted),
  };
  const sessions = createEditSessions();
  const uploads = createStagedUploads(profile.slug, () => `${options.endpoint()}/uploads`);
  const bulk = createBulkOperations({
    schema: adminSchema,
    readers: () => ({ readerOf, concreteTypeOf }),
    directory: options.directory,
    delayMs: options.bulkDelayMs,
  });
  return {
    profile,
    domain: `${profile.slug}.myshopify.com`,
    shop,
    plan,
    access,
    throttle: createThrottle(options.throttle, clock),
    bulk,
    uploads,
    platform,
    platformKey,
    storeApi: createStoreApi(shop, platform, platformKey, options.platformRequestsPerMinute),
    apiContext: () => ({
      shop,
      access,
      sessions,
      bulk,
      uploads,
      actor: appActor,
      unpaged: false,
      searchWarnings: [],
      resultUrl: (operation) => `${options.endpoint()}/bulk/${operation}.jsonl`,
    }),
  };
}

let schema: ReturnType<typeof executableSchema> | null = null;

/** The one schema all merchants share. */
export function adminSchema(): ReturnType<typeof executableSchema> {
  return (schema ??= executableSchema());
}

/** The platform's country list: where it ships to, or where it does not. */
function countriesOf(profile: MerchantProfile): { mode: 'allow' | 'deny'; countries: readonly string[] } {
  return {
    mode: profile.syncMode,
    countries: profile.syncMode === 'allow' ? profile.served : profile.blocked,
  };
}

function secret(seed: number, slug: string, purpose: string, length: number): string {
  const dice = diceFor(seed, slug, purpose);
  return Array.from({ length }, () => dice.int(16).toString(16)).join('');
}
