import * as fc from 'fast-check';
import type { Product, Variant } from '../../../../shared/domain/catalog.ts';
import { ORDER_PARTS, type Address, type LineItem, type Order } from '../../../../shared/domain/order.ts';
import type { StoreSettings } from '../../../../shared/domain/store.ts';
import {
  aContext,
  anAddress,
  anItem,
  anOrder,
  aProduct,
  aVariant,
  itemGid,
  MINUTE,
  MORNING,
  productGid,
  someSettings,
  variantGid,
  type ContextParts,
} from './samples.ts';

/** Tags that mean something to a rule, in the case that people type them in. */
const meaningfulTag = fc.constantFrom(
  'bigblue-ignore',
  'Bigblue-Ignore',
  'bigblue-reprocess',
  'Globale',
  'globale::pending',
  'Globale::Approved',
);

/** Tags that no rule looks at. */
export const unrelatedTag = fc.stringMatching(/^[A-Za-z0-9 :-]{1,20}$/).map((text) => `x-${text}`);

const tags = fc.uniqueArray(fc.oneof(meaningfulTag, unrelatedTag), {
  maxLength: 4,
  selector: (t) => t.toLowerCase(),
});

const numbers = fc.integer({ min: 1, max: 4 });

const lineItem: fc.Arbitrary<LineItem> = fc
  .record({
    n: fc.integer({ min: 1, max: 1_000_000 }),
    of: numbers,
    gone: fc.boolean(),
    quantity: fc.integer({ min: 1, max: 5 }),
    left: fc.integer({ min: 0, max: 5 }),
    tip: fc.boolean(),
    requiresShipping: fc.boolean(),
  })
  .map(({ n, of, gone, quantity, left, tip, requiresShipping }) =>
    anItem(of, {
      gid: itemGid(n),
      variant: gone ? null : variantGid(of),
      product: gone ? null : productGid(of),
      quantity,
      currentQuantity: Math.min(left, quantity),
      nonFulfillableQuantity: tip ? quantity : 0,
      requiresShipping,
    }),
  );

const address: fc.Arbitrary<Address> = fc
  .record({
    countryCode: fc.constantFrom('FR', 'IE', 'JP', 'AE', 'US', null),
    zip: fc.constantFrom('75009', '', '  ', null),
    city: fc.constantFrom('Dublin', 'Paris', null),
  })
  .map((over) => ({ ...anAddress, ...over }));

export const orderPart = fc.constantFrom(...ORDER_PARTS);

/** Any order, with every part shown. */
export const anyOrder: fc.Arbitrary<Order> = fc
  .record({
    createdAt: fc.integer({ min: MORNING - 90 * 24 * 60 * MINUTE, max: MORNING }),
    cancelledAt: fc.option(fc.constant(MORNING - MINUTE), { freq: 4 }),
    financialStatus: fc.constantFrom<Order['financialStatus'][]>(
      'PAID',
      'PAID',
      'PENDING',
      'AUTHORIZED',
      'PARTIALLY_PAID',
      'PARTIALLY_REFUNDED',
      'REFUNDED',
      'EXPIRED',
      'VOIDED',
      null,
    ),
    fulfillmentStatus: fc.constantFrom('UNFULFILLED', 'PARTIALLY_FULFILLED', 'FULFILLED'),
    tags,
    test: fc.boolean(),
    sourceName: fc.constantFrom('web', 'pos', null),
    buyer: fc.constantFrom<Order['buyer'][]>('b2b', 'b2c'),
    paymentTerms: fc.option(fc.constant({ name: 'Net 30', overdue: false, schedules: [] })),
    shippingAddress: fc.option(address, { freq: 5 }),
    shippingLine: fc.option(fc.constant({ title: 'Colissimo', code: null }), { freq: 5 }),
    lineItems: fc.uniqueArray(lineItem, { maxLength: 4, selector: (i) => i.gid }),
  })
  .map((over) => anOrder({ ...over, updatedAt: over.createdAt }));

const variant: fc.Arbitrary<Partial<Variant>> = fc.record({
  requiresShipping: fc.boolean(),
  linkMetafield: fc.constantFrom<Variant['linkMetafield'][]>(
    null,
    { product: 'DIGG-1', active: true, digest: 'd' },
    { product: 'DIGG-1', active: false, digest: 'd' },
  ),
});
const product: fc.Arbitrary<Partial<Product>> = fc.record({ tags });

const settings: fc.Arbitrary<StoreSettings> = fc
  .record({
    countries: fc.constantFrom<StoreSettings['countries'][]>(
      null,
      { mode: 'allow', countries: ['FR', 'IE'] },
      { mode: 'deny', countries: ['JP'] },
    ),
    paymentTerms: fc.boolean(),
    linkRoute: fc.constantFrom<StoreSettings['linkRoute'][]>('metafield', 'sku', 'file', null),
  })
  .map((over) => ({ ...someSettings, ...over }));

/** Any store: variants and products 1 to 3 in any shape; number 4 is always gone. */
export const anyContextParts: fc.Arbitrary<ContextParts> = fc.record({
  settings,
  platformConnected: fc.boolean(),
  productsReadable: fc.boolean(),
  variants: fc.tuple(variant, variant, variant).map((all) => all.map((over, i) => aVariant(i + 1, over))),
  products: fc.tuple(product, product, product).map((all) => all.map((over, i) => aProduct(i + 1, over))),
});

export const anyContext = anyContextParts.map((parts) => aContext(parts));
