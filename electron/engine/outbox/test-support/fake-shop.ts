/** The state of one fake store, and what its API answers. Independent of the adapters under test. */
export interface FakeOrder {
  readonly gid: string;
  name: string;
  updatedAt: number;
  tags: string[];
  address: Record<string, string | null> | null;
  status: string;
  payments: number;
  editable: boolean;
  fulfillments: { id: string; status: string }[];
  lines: { id: string; title: string; variant: string | null; quantity: number; ships: boolean }[];
  shippingTitle: string | null;
  agreements: string[];
  events: { id: string; action: string; message: string; at: number }[];
  schedules: { id: string; completedAt: number | null }[];
  mails: number;
  sourceIdentifier: string | null;
  createdAt: number;
}

interface FakeVariant {
  readonly gid: string;
  product: string;
  sku: string | null;
  ships: boolean;
  link: { value: string; digest: string } | null;
}

export interface FakeShop {
  readonly orders: Map<string, FakeOrder>;
  readonly variants: Map<string, FakeVariant>;
  readonly products: Map<string, { gid: string; tags: string[] }>;
  /** Order edits that are staged: applied on commit only. */
  readonly sessions: Map<string, { order: string; steps: ((order: FakeOrder) => void)[]; done: boolean }>;
  /** ms that the search index lags behind. */
  searchLag: number;
  /** Every effect that took place, in order: `<entity> <what>`. */
  readonly effects: string[];
  /** Every replaced postal code: `<was> -> <is>`. */
  readonly zips: string[];
  nextId: number;
}

export const ADDRESS = {
  firstName: 'Aoife',
  lastName: 'Byrne',
  company: null,
  address1: '1 Main Street',
  address2: null,
  city: 'Dublin',
  provinceCode: 'D',
  zip: null,
  countryCode: 'IE',
  phone: null,
};

export function fakeShop(now: number, orders: readonly number[] = [1, 2, 3]): FakeShop {
  const shop: FakeShop = {
    orders: new Map(),
    variants: new Map(),
    products: new Map(),
    sessions: new Map(),
    searchLag: 5000,
    effects: [],
    zips: [],
    nextId: 1000,
  };
  for (const n of orders) {
    const gid = orderGid(n);
    shop.orders.set(gid, {
      gid,
      name: `#${n}`,
      updatedAt: now - 60_000,
      tags: ['bigblue-ignore', 'vip'],
      address: { ...ADDRESS },
      status: 'PENDING',
      payments: 0,
      editable: true,
      fulfillments: [{ id: `gid://shopify/Fulfillment/${n}`, status: 'SUCCESS' }],
      lines: [
        { id: `gid://shopify/LineItem/${n}`, title: 'Carafe', variant: null, quantity: 2, ships: true },
      ],
      shippingTitle: null,
      agreements: [],
      events: [],
      schedules: [{ id: `gid://shopify/PaymentSchedule/${n}`, completedAt: null }],
      mails: 0,
      sourceIdentifier: null,
      createdAt: now - 3_600_000,
    });
    const product = `gid://shopify/Product/${n}`;
    shop.products.set(product, { gid: product, tags: [] });
    const variant = `gid://shopify/ProductVariant/${n}`;
    shop.variants.set(variant, { gid: variant, product, sku: `OLD-${n}`, ships: false, link: null });
  }
  return shop;
}

export const orderGid = (n: number): string => `gid://shopify/Order/${n}`;
