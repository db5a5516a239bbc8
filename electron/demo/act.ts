import type { DemoClock } from './clock.ts';
import type { ConcurrentEdit } from './faults.ts';
import { parseGid } from './gid.ts';
import type { Merchant } from './merchant.ts';
import type { ProductLink } from './merchants/catalogue-seed.ts';
import type { PlatformSettings } from './platform/judge.ts';
import { deleteProduct } from './shop/shop.ts';
import { editOrder, fulfillOrder } from './somebody-else.ts';

/** Things other people do while the app is not looking. Orders are named by name, number or gid. */
export interface Act {
  tagOrder(domain: string, order: string, tag: string): void;
  untagOrder(domain: string, order: string, tag: string): void;
  /** Changes the given fields of the shipping address. */
  setAddress(domain: string, order: string, patch: NonNullable<ConcurrentEdit['shippingAddress']>): void;
  cancelOrder(domain: string, order: string): void;
  /** Ships the order from somewhere else. */
  fulfillOrder(domain: string, order: string): void;
  /** By gid or number. */
  deleteProduct(domain: string, product: string | number): void;
  /** Links a variant on the platform itself (stores of the `file` route). */
  linkOnPlatform(domain: string, variant: string | number, link: ProductLink): void;
  /** Changes the platform's shop settings; orders are judged by them from their next reprocess on. */
  platformSettings(domain: string, settings: Partial<PlatformSettings>): void;
  setScopes(domain: string, scopes: readonly string[]): void;
  revokeToken(domain: string): void;
  restoreToken(domain: string): void;
  /** Lets ms pass at once: for timestamps, index lag, rate limits and the platform's reactions. */
  moveTime(ms: number): void;
}

/** @param find the merchant of a domain */
export function createAct(
  find: (domain: string) => Merchant,
  clock: DemoClock,
  merchants: readonly Merchant[],
): Act {
  return {
    tagOrder: (domain, order, tag) => editOrder(find(domain).shop, order, { addTags: [tag] }),
    untagOrder: (domain, order, tag) => editOrder(find(domain).shop, order, { removeTags: [tag] }),
    setAddress: (domain, order, patch) => editOrder(find(domain).shop, order, { shippingAddress: patch }),
    cancelOrder: (domain, order) => editOrder(find(domain).shop, order, { cancel: true }),
    fulfillOrder: (domain, order) => fulfillOrder(find(domain).shop, order),
    deleteProduct: (domain, product) => {
      if (!deleteProduct(find(domain).shop, numberOf(product)))
        throw new Error(`${domain} has no product ${product}.`);
    },
    linkOnPlatform: (domain, variant, link) => {
      find(domain).platform.links.set(numberOf(variant), link);
    },
    platformSettings: (domain, settings) => {
      Object.assign(find(domain).platform.settings, settings);
    },
    setScopes: (domain, scopes) => {
      const { access } = find(domain);
      access.scopes.clear();
      for (const scope of scopes) access.scopes.add(scope);
    },
    revokeToken: (domain) => {
      find(domain).access.valid = false;
    },
    restoreToken: (domain) => {
      find(domain).access.valid = true;
    },
    moveTime: (ms) => {
      clock.move(ms);
      for (const merchant of merchants) merchant.platform.settle();
    },
  };
}

function numberOf(reference: string | number): number {
  return typeof reference === 'number' ? reference : (parseGid(reference)?.number ?? Number(reference));
}
