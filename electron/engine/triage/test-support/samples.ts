import { DEFAULT_CUTOFFS } from '../../../../shared/domain/cutoff.ts';
import type { FulfilmentProduct, Product, Variant } from '../../../../shared/domain/catalog.ts';
import { gid, type Gid } from '../../../../shared/domain/ids.ts';
import type { Address, LineItem, Order } from '../../../../shared/domain/order.ts';
import { ADDED_RULE_DEFAULTS, type StoreSettings } from '../../../../shared/domain/store.ts';
import { createContext, type TriageContext, type TriageSources } from '../context.ts';
import { indexFulfilmentProducts } from '../fulfilment-products.ts';

/** Orders, products and a store that show no error until a test says otherwise. Times are UTC ms. */
export const MORNING = Date.UTC(2026, 10, 16, 8, 0);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const variantGid = (n: number): Gid<'ProductVariant'> =>
  gid('ProductVariant', `gid://shopify/ProductVariant/${n}`);
export const productGid = (n: number): Gid<'Product'> => gid('Product', `gid://shopify/Product/${n}`);
export const itemGid = (n: number): Gid<'LineItem'> => gid('LineItem', `gid://shopify/LineItem/${n}`);
export const orderGid = (n: number): Gid<'Order'> => gid('Order', `gid://shopify/Order/${n}`);

/** Variant `n` of product `n`: physical, and linked to `DIGG-n`. */
export function aVariant(n: number, over: Partial<Variant> = {}): Variant {
  return {
    gid: variantGid(n),
    product: productGid(n),
    title: 'Smoke',
    sku: `SKU-${n}`,
    barcode: `40000000${n}`,
    inventoryItem: gid('InventoryItem', `gid://shopify/InventoryItem/${n}`),
    requiresShipping: true,
    linkMetafield: { product: `DIGG-${n}`, active: true, digest: 'd1' },
    ...over,
  };
}

export function aProduct(n: number, over: Partial<Product> = {}): Product {
  return { gid: productGid(n), title: `Carafe ${n}`, tags: [], ...over };
}

export function aFulfilmentProduct(n: number, over: Partial<FulfilmentProduct> = {}): FulfilmentProduct {
  return { id: `DIGG-${n}`, name: `Carafe ${n} smoke`, sku: null, barcode: null, bundle: false, ...over };
}

/** Line item `n`: one of variant `n`, physical when ordered. */
export function anItem(n: number, over: Partial<LineItem> = {}): LineItem {
  return {
    gid: itemGid(n),
    title: `Carafe ${n}`,
    variantTitle: null,
    sku: `SKU-${n}`,
    quantity: 1,
    currentQuantity: 1,
    nonFulfillableQuantity: 0,
    requiresShipping: true,
    variant: variantGid(n),
    product: productGid(n),
    ...over,
  };
}

/** A tip as Shopify records it: no variant, nothing to fulfil. */
export const aTip = (n: number): LineItem =>
  anItem(n, {
    title: 'Tip',
    sku: null,
    variant: null,
    product: null,
    nonFulfillableQuantity: 1,
    requiresShipping: false,
  });

/** An item typed in by hand: no variant, no product, but to be fulfilled. */
export const aCustomItem = (n: number, over: Partial<LineItem> = {}): LineItem =>
  anItem(n, { title: 'Engraving', sku: null, variant: null, product: null, ...over });

export const anAddress: Address = {
  firstName: 'Aoife',
  lastName: 'Byrne',
  company: null,
  address1: '12 Rue des Martyrs',
  address2: null,
  city: 'Paris',
  provinceCode: null,
  zip: '75009',
  countryCode: 'FR',
  phone: null,
};

/** A paid order of one linked, physical item to Paris, an hour old at `MORNING`. */
export function anOrder(over: Partial<Order> = {}): Order {
  return {
    gid: orderGid(1),
    name: '#1001',
    createdAt: MORNING - 60 * MINUTE,
    updatedAt: MORNING - 60 * MINUTE,
    cancelledAt: null,
    cancelReason: null,
    test: false,
    sourceName: 'web',
    financialStatus: 'PAID',
    fulfillmentStatus: 'UNFULFILLED',
    tags: [],
    total: { amountMinor: 8400, currency: 'EUR' },
    email: 'aoife@example.com',
    phone: null,
    gateways: ['shopify_payments'],
    buyer: 'b2c',
    paymentTerms: null,
    shippingAddress: anAddress,
    shippingLine: { title: 'Colissimo', code: 'standard' },
    lineItems: [anItem(1)],
    attributes: [],
    fulfillments: [],
    canMarkAsPaid: false,
    merchantEditable: true,
    merchantEditableErrors: [],
    tagEvents: null,
    redacted: [],
    ...over,
  };
}

export const someSettings: StoreSettings = {
  countries: { mode: 'allow', countries: ['FR', 'BE', 'IE'] },
  paymentTerms: false,
  linkRoute: 'metafield',
  since: MORNING - 60 * 24 * 60 * MINUTE,
  graceMinutes: 15,
  globaleTagPrefix: 'Globale',
  ...ADDED_RULE_DEFAULTS,
  cutoffs: DEFAULT_CUTOFFS,
};

export interface ContextParts extends Partial<
  Omit<TriageSources, 'settings' | 'variant' | 'product' | 'fulfilmentProducts'>
> {
  readonly settings?: Partial<StoreSettings>;
  readonly variants?: readonly Variant[];
  readonly products?: readonly Product[];
  readonly fulfilmentProducts?: readonly FulfilmentProduct[];
}

/** A connected store with variants and products 1 to 3, less or more what `parts` says. */
export function aContext(parts: ContextParts = {}): TriageContext {
  const {
    settings,
    variants = [1, 2, 3].map((n) => aVariant(n)),
    products = [1, 2, 3].map((n) => aProduct(n)),
    ...rest
  } = parts;
  const { fulfilmentProducts = [], ...others } = rest;
  const byVariant = new Map(variants.map((v) => [v.gid, v]));
  const byProduct = new Map(products.map((p) => [p.gid, p]));
  return createContext({
    productsReadable: true,
    suggestZip: () => null,
    earlierTwin: () => null,
    platformConnected: true,
    fulfilmentProductsKnown: true,
    stock: () => null,
    listedLinks: null,
    ...others,
    settings: { ...someSettings, ...settings },
    variant: (id) => byVariant.get(id),
    product: (id) => byProduct.get(id),
    fulfilmentProducts: indexFulfilmentProducts(fulfilmentProducts),
  });
}
