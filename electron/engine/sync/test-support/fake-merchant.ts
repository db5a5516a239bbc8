import type { Product, Variant } from '../../../../shared/domain/catalog.ts';
import { storeId } from '../../../../shared/domain/ids.ts';
import type { Millis, Order, TagEvent } from '../../../../shared/domain/order.ts';
import { UnstuckError } from '../../../../shared/errors.ts';
import type {
  PlatformOrder,
  ProductStock,
  PlatformReader,
  ReadOrders,
  StoreReader,
} from '../../shopify/store-api.ts';
import type { Store } from '../../stores/store.ts';
import { someSettings } from '../../triage/test-support/samples.ts';

export function aStore(id = 'atelier', over: Partial<Store> = {}): Store {
  return {
    id: storeId(id),
    name: `Store ${id}`,
    domain: `${id}.myshopify.com`,
    endpoint: null,
    platform: null,
    currency: 'EUR',
    settings: someSettings,
    scopes: [],
    missingScopes: [],
    redacted: [],
    tokenEnv: null,
    platformKeyEnv: null,
    addedAt: 0,
    state: 'ok',
    stateReason: null,
    stateSaid: null,
    lastSync: null,
    ...over,
  };
}

/**
 * A merchant in memory: what its store and its platform have, and how they misbehave. The search index shows an order
 * only once it is in `indexed`, as a real one lags behind.
 */
export class FakeMerchant {
  readonly orders = new Map<string, Order>();
  readonly products = new Map<string, Product>();
  readonly variants = new Map<string, Variant>();
  readonly productsUpdatedAt = new Map<string, Millis>();
  readonly tagEvents = new Map<string, readonly TagEvent[]>();
  readonly hiddenFromSearch = new Set<string>();
  /** Orders whose answer does not fit. */
  readonly garbled = new Set<string>();
  platformOrders: readonly PlatformOrder[] = [];
  platformStock: readonly ProductStock[] | null = [];
  pageSize = 2;
  /** What was asked, in turn. */
  readonly asked: string[] = [];
  /** Throws what it returns; called before each request with its name. */
  fault: (request: string) => Error | null = () => null;

  put(...orders: readonly Order[]): void {
    for (const order of orders) this.orders.set(order.gid, order);
  }

  stock(products: readonly Product[], variants: readonly Variant[], updatedAt: Millis = 0): void {
    for (const product of products) {
      this.products.set(product.gid, product);
      this.productsUpdatedAt.set(product.gid, updatedAt);
    }
    for (const variant of variants) this.variants.set(variant.gid, variant);
  }

  #request(name: string): void {
    this.asked.push(name);
    const fault = this.fault(name);
    if (fault) throw fault;
  }

  #read(found: readonly Order[]): ReadOrders {
    return {
      orders: found.filter(({ gid }) => !this.garbled.has(gid)),
      unread: found
        .filter(({ gid }) => this.garbled.has(gid))
        .map(({ gid }) => ({
          gid,
          trouble: { code: 'order_misfit', field: 'createdAt', problem: 'not a time' },
        })),
    };
  }

  #catalog(products: readonly Product[]) {
    const gids = new Set(products.map(({ gid }) => gid));
    return {
      products,
      variants: [...this.variants.values()].filter(({ product }) => gids.has(product)),
      cost: 1,
    };
  }

  #created(from: Millis, before: Millis): readonly Order[] {
    return [...this.orders.values()]
      .filter(({ gid }) => !this.hiddenFromSearch.has(gid))
      .filter(({ createdAt }) => createdAt >= from && createdAt < before);
  }

  readonly reader: StoreReader = {
    probe: async () => {
      this.#request('probe');
      return { name: '', domain: '', currency: 'EUR', scopes: [], missingScopes: [], redacted: [] };
    },
    ordersPage: async ({ from, to, createdSince, after }) => {
      this.#request('ordersPage');
      const found = [...this.orders.values()]
        .filter(({ gid }) => !this.hiddenFromSearch.has(gid))
        .filter(
          ({ updatedAt, createdAt }) =>
            updatedAt >= (from ?? 0) && updatedAt <= to && createdAt >= createdSince,
        )
        .toSorted((a, b) => a.updatedAt - b.updatedAt || a.gid.localeCompare(b.gid));
      const start = Number(after ?? 0);
      const end = start + this.pageSize;
      return {
        ...this.#read(found.slice(start, end)),
        next: end < found.length ? String(end) : null,
        cost: 10,
      };
    },
    ordersUpdatedCount: async ({ from, to, createdSince }) => {
      this.#request('ordersUpdatedCount');
      const found = [...this.orders.values()].filter(
        ({ updatedAt, createdAt }) =>
          updatedAt >= (from ?? 0) && updatedAt <= to && createdAt >= createdSince,
      );
      return { count: found.length, cost: 1 };
    },
    ordersCreatedCount: async ({ from, before }) => {
      this.#request('ordersCreatedCount');
      return { count: this.#created(from, before).length, cost: 1 };
    },
    ordersCreated: async ({ from, before }) => {
      this.#request('ordersCreated');
      return { stamps: this.#created(from, before), cost: 1 };
    },
    ordersByGid: async (gids) => {
      this.#request('ordersByGid');
      return { ...this.#read(gids.flatMap((gid) => this.orders.get(gid) ?? [])), cost: 1 };
    },
    catalogByProduct: async (gids) => {
      this.#request('catalogByProduct');
      return this.#catalog(gids.flatMap((gid) => this.products.get(gid) ?? []));
    },
    productsUpdated: async ({ from, to }) => {
      this.#request('productsUpdated');
      const updated = [...this.products.values()].filter(({ gid }) => {
        const at = this.productsUpdatedAt.get(gid) ?? 0;
        return at >= from && at <= to;
      });
      return { ...this.#catalog(updated), next: null };
    },
    budget: () => null,
    bulk: {
      orders: notInBulk,
      products: notInBulk,
      composition: notInBulk,
      start: async () => ({ kind: 'refused', reason: 'this merchant is read by pages' }),
      state: notInBulk,
      cancel: notInBulk,
      open: notInBulk,
    },
    tagEvents: async (gid) => {
      this.#request('tagEvents');
      return { events: this.tagEvents.get(gid) ?? [], cost: 1 };
    },
  };

  readonly platform: PlatformReader = {
    orders: async () => {
      this.#request('platform.orders');
      return this.platformOrders;
    },
    products: async () => [],
    stock: async () => this.platformStock,
  };
}

const notInBulk = (): Promise<never> => Promise.reject(new Error('This merchant is read by pages.'));

export const offline = (): UnstuckError => new UnstuckError('offline', 'The store cannot be reached.');
