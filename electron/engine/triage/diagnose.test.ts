import { describe, expect, test } from 'vitest';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { gid } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { TriageContext } from './context.ts';
import { diagnose } from './diagnose.ts';
import {
  aContext,
  aCustomItem,
  aFulfilmentProduct,
  anAddress,
  anItem,
  anOrder,
  aProduct,
  aTip,
  aVariant,
  itemGid,
  MINUTE,
  MORNING,
  productGid,
  variantGid,
} from './test-support/samples.ts';

const types = (order: Order, ctx: TriageContext = aContext()) => diagnose(order, ctx).map((d) => d.type);

const evidenceOf = (type: ErrorType, order: Order, ctx: TriageContext = aContext()) =>
  diagnose(order, ctx).find((d) => d.type === type)?.evidence;

/** The line items that the evidence of `type` names. */
function itemsOf(type: ErrorType, order: Order, ctx: TriageContext = aContext()) {
  const evidence = evidenceOf(type, order, ctx);
  return evidence && 'items' in evidence ? evidence.items : [];
}

test('an order without anything wrong has no diagnosis', () => {
  expect(diagnose(anOrder(), aContext())).toEqual([]);
});

test('an order with several errors shows them all, in order of precedence, as predictions', () => {
  const order = anOrder({
    tags: ['bigblue-ignore'],
    financialStatus: 'PENDING',
    shippingAddress: { ...anAddress, countryCode: 'IE', zip: null },
  });
  expect(diagnose(order, aContext())).toMatchObject([
    { type: 'ignored_by_tag', source: 'local', message: null },
    { type: 'payment_pending', source: 'local', message: null },
    { type: 'postal_code_missing', source: 'local', message: null },
  ]);
});

describe('Product not linked', () => {
  const unlinked = aContext({ variants: [aVariant(1, { linkMetafield: null })] });

  test("« L'un des articles de la commande Shopify n'est lié à aucun produit ou bundle Bigblue »", () => {
    expect(itemsOf('product_not_linked', anOrder(), unlinked)).toEqual([
      {
        lineItem: itemGid(1),
        title: 'Carafe 1',
        sku: 'SKU-1',
        barcode: '400000001',
        variant: variantGid(1),
        product: productGid(1),
        link: 'missing',
        linkedTo: null,
        suggestions: [],
      },
    ]);
  });

  test("« ou bien il est lié mais non géré (i.e. le lien n'est pas actif) »", () => {
    const ctx = aContext({
      variants: [aVariant(1, { linkMetafield: { product: 'DIGG-7', active: false, digest: 'd' } })],
    });
    expect(itemsOf('product_not_linked', anOrder(), ctx)).toMatchObject([
      { link: 'inactive', linkedTo: 'DIGG-7' },
    ]);
  });

  test('one unlinked article of several is enough, and only it is named', () => {
    const ctx = aContext({ variants: [aVariant(1), aVariant(2, { linkMetafield: null })] });
    const order = anOrder({ lineItems: [anItem(1), anItem(2)] });
    expect(itemsOf('product_not_linked', order, ctx).map((i) => i.variant)).toEqual([variantGid(2)]);
  });

  test('« Si vous souhaitez que ce produit Shopify soit expédié en dehors de Bigblue »: a product tagged bigblue-ignore needs no link', () => {
    const ctx = aContext({
      variants: [aVariant(1, { linkMetafield: null }), aVariant(2)],
      products: [aProduct(1, { tags: ['bigblue-ignore'] }), aProduct(2)],
    });
    expect(types(anOrder({ lineItems: [anItem(1), anItem(2)] }), ctx)).toEqual([]);
  });

  test('an article that needs no shipping, or was removed from the order, needs no link', () => {
    const ctx = aContext({
      variants: [
        aVariant(1),
        aVariant(2, { linkMetafield: null, requiresShipping: false }),
        aVariant(3, { linkMetafield: null }),
      ],
    });
    expect(
      types(anOrder({ lineItems: [anItem(1), anItem(2), anItem(3, { currentQuantity: 0 })] }), ctx),
    ).toEqual([]);
  });

  test('suggestions come by same SKU, then by same barcode', () => {
    const ctx = aContext({
      variants: [aVariant(1, { linkMetafield: null })],
      fulfilmentProducts: [
        aFulfilmentProduct(8, { barcode: '400000001' }),
        aFulfilmentProduct(9, { sku: 'SKU-1', barcode: '400000001' }),
      ],
    });
    expect(itemsOf('product_not_linked', anOrder(), ctx)).toMatchObject([
      {
        suggestions: [
          { product: 'DIGG-9', name: 'Carafe 9 smoke', by: 'sku' },
          { product: 'DIGG-8', name: 'Carafe 8 smoke', by: 'barcode' },
        ],
      },
    ]);
  });

  test('a store whose link route tells nothing does not get the rule', () => {
    for (const linkRoute of ['file', null] as const)
      expect(
        types(
          anOrder(),
          aContext({ settings: { linkRoute }, variants: [aVariant(1, { linkMetafield: null })] }),
        ),
      ).toEqual([]);
    const noList = aContext({ settings: { linkRoute: 'sku' }, fulfilmentProductsKnown: false });
    expect(types(anOrder(), noList)).toEqual([]);
  });
});

describe('Product not found', () => {
  test("« soit d'un produit Shopify qui a été supprimé »: Shopify dropped it from the order", () => {
    const order = anOrder({ lineItems: [anItem(1), anItem(2, { variant: null, product: null })] });
    expect(itemsOf('product_not_found', order)).toEqual([
      { lineItem: itemGid(2), title: 'Carafe 2', sku: 'SKU-2', variant: null, product: null },
    ]);
  });

  test('… or the order still names a variant or a product that is no longer there', () => {
    expect(types(anOrder(), aContext({ variants: [] }))).toEqual(['product_not_found']);
    expect(types(anOrder(), aContext({ products: [] }))).toEqual(['product_not_found']);
  });

  test("« soit d'un produit personnalisé avec un ID temporaire »", () => {
    expect(types(anOrder({ lineItems: [anItem(1), aCustomItem(2)] }))).toEqual(['product_not_found']);
  });

  test('a tip is nothing to find, nor is an article that was removed', () => {
    const removed = aCustomItem(3, { currentQuantity: 0, nonFulfillableQuantity: 1 });
    expect(types(anOrder({ lineItems: [anItem(1), aTip(2), removed] }))).toEqual([]);
  });

  test('an article of which some units were refunded is still to be found', () => {
    const partly = aCustomItem(2, { quantity: 2, currentQuantity: 1, nonFulfillableQuantity: 1 });
    expect(types(anOrder({ lineItems: [anItem(1), partly] }))).toEqual(['product_not_found']);
  });

  test('without read_products nothing is known to be gone', () => {
    expect(types(anOrder({ lineItems: [aCustomItem(1)] }), aContext({ productsReadable: false }))).toEqual(
      [],
    );
    expect(types(anOrder({ lineItems: [aCustomItem(1)], redacted: ['products'] }))).toEqual([]);
  });
});

describe('No shippable product', () => {
  test('« Les articles de la commande Shopify ne sont […] pas enregistrés en tant que produits physiques »', () => {
    const ctx = aContext({ variants: [aVariant(1, { requiresShipping: false })] });
    expect(evidenceOf('no_shippable_product', anOrder(), ctx)).toMatchObject({
      items: [
        {
          variant: variantGid(1),
          requiresShippingNow: false,
          requiredShippingAtOrder: true,
          why: 'not_physical',
        },
      ],
    });
  });

  test("« (ou n'étaient) »: not physical when ordered, and « Expédition non requise »", () => {
    const order = anOrder({
      lineItems: [anItem(1, { requiresShipping: false })],
      shippingLine: null,
      shippingAddress: null,
    });
    expect(evidenceOf('no_shippable_product', order)).toMatchObject({
      items: [{ requiresShippingNow: true, requiredShippingAtOrder: false, why: 'stale_order' }],
      shippingMethod: null,
      addressMissing: true,
    });
  });

  test('« recréez la commande avec une "vraie" méthode de livraison »: a shipping method makes up for the old snapshot', () => {
    expect(types(anOrder({ lineItems: [anItem(1, { requiresShipping: false })] }))).toEqual([]);
  });

  test('« et/ou les articles de la commande Shopify sont taggués avec bigblue-ignore »', () => {
    const ctx = aContext({ products: [aProduct(1, { tags: ['BigBlue-Ignore'] })] });
    expect(itemsOf('no_shippable_product', anOrder(), ctx)).toMatchObject([
      { product: productGid(1), productTags: ['BigBlue-Ignore'], why: 'ignored_product' },
    ]);
  });

  test('both in one order: each article with what is wrong with it', () => {
    const ctx = aContext({
      variants: [aVariant(1, { requiresShipping: false }), aVariant(2)],
      products: [aProduct(1), aProduct(2, { tags: ['bigblue-ignore'] })],
    });
    const order = anOrder({ lineItems: [anItem(1), anItem(2)] });
    expect(itemsOf('no_shippable_product', order, ctx)).toMatchObject([
      { why: 'not_physical' },
      { why: 'ignored_product' },
    ]);
  });

  test('one article that can ship is enough', () => {
    const ctx = aContext({ variants: [aVariant(1, { requiresShipping: false }), aVariant(2)] });
    expect(types(anOrder({ lineItems: [anItem(1), anItem(2)] }), ctx)).toEqual([]);
  });

  test('an order of a tip only has nothing to ship', () => {
    expect(types(anOrder({ lineItems: [aTip(1)] }))).toEqual(['no_shippable_product']);
  });

  test('an order whose only article is gone is a case for “Product not found” alone', () => {
    expect(types(anOrder({ lineItems: [aCustomItem(1)] }))).toEqual(['product_not_found']);
  });

  test('off without read_products', () => {
    const order = anOrder({ lineItems: [anItem(1, { requiresShipping: false })], shippingLine: null });
    expect(types(order, aContext({ productsReadable: false }))).toEqual([]);
  });
});

describe('Waiting for global-e approval', () => {
  test("« utilise la solution d'expédition DDP de Global-e et attend l'approbation de Global-e »", () => {
    const order = anOrder({ tags: ['vip', 'globale::Pending'] });
    expect(evidenceOf('awaiting_global_e_approval', order)).toEqual({
      tags: ['globale::Pending'],
      since: order.createdAt,
    });
  });

  test('« sera automatiquement tagguée avec Globale::Approved »: then it waits no longer', () => {
    expect(types(anOrder({ tags: ['Globale', 'GLOBALE::approved'] }))).toEqual([]);
  });

  test('the marker is a setting of the store', () => {
    const ctx = aContext({ settings: { globaleTagPrefix: 'GE-' } });
    expect(types(anOrder({ tags: ['ge-order'] }), ctx)).toEqual(['awaiting_global_e_approval']);
    expect(types(anOrder({ tags: ['Globale'] }), ctx)).toEqual([]);
  });
});

describe('Financial status is pending', () => {
  test.each(['PENDING', 'AUTHORIZED', 'PARTIALLY_PAID', 'EXPIRED', 'VOIDED'] as const)(
    "« n'a pas encore été entièrement payée »: %s",
    (financialStatus) => {
      const order = anOrder({ financialStatus, gateways: ['manual'], canMarkAsPaid: true });
      expect(evidenceOf('payment_pending', order)).toEqual({
        status: financialStatus,
        terms: null,
        buyer: 'b2c',
        gateways: ['manual'],
        canMarkAsPaid: true,
        since: order.createdAt,
      });
    },
  );

  test.each(['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', null] as const)(
    '%s is not pending',
    (financialStatus) => {
      expect(types(anOrder({ financialStatus }))).toEqual([]);
    },
  );

  const withTerms = anOrder({
    financialStatus: 'PENDING',
    buyer: 'b2b',
    paymentTerms: { name: 'Net 30', overdue: false, schedules: [] },
  });
  const synchronising = aContext({ settings: { paymentTerms: true } });

  test("« vous pouvez activer l'option Synchronize orders with payment terms »: until then such an order is stuck", () => {
    expect(evidenceOf('payment_pending', withTerms)).toMatchObject({ terms: 'Net 30', buyer: 'b2b' });
    expect(types(withTerms, synchronising)).toEqual([]);
  });

  test('the option does nothing for an order without payment terms', () => {
    expect(types(anOrder({ financialStatus: 'PENDING' }), synchronising)).toEqual(['payment_pending']);
  });

  test('with the option on and the terms withheld, nobody can tell', () => {
    const order = anOrder({ financialStatus: 'PENDING', redacted: ['paymentTerms'] });
    expect(types(order, synchronising)).toEqual([]);
    expect(types(order)).toEqual(['payment_pending']);
  });
});

describe('Destination is not whitelisted', () => {
  const toJapan = anOrder({ shippingAddress: { ...anAddress, countryCode: 'JP', zip: '100-0001' } });

  test("« située dans l'un des pays pour lesquels la synchronisation des commandes est actuellement désactivée »", () => {
    expect(evidenceOf('destination_not_whitelisted', toJapan)).toEqual({ country: 'JP', list: 'allow' });
  });

  test('« Ajustez vos listes de pays »: a list may also name the countries that do not sync', () => {
    const ctx = aContext({ settings: { countries: { mode: 'deny', countries: ['JP'] } } });
    expect(evidenceOf('destination_not_whitelisted', toJapan, ctx)).toEqual({ country: 'JP', list: 'deny' });
    expect(types(anOrder(), ctx)).toEqual([]);
  });

  test('no list, no address, or an address that is withheld: no diagnosis', () => {
    expect(types(toJapan, aContext({ settings: { countries: null } }))).toEqual([]);
    expect(types({ ...toJapan, shippingAddress: null })).toEqual([]);
    expect(types({ ...toJapan, redacted: ['shippingAddress'] })).toEqual([]);
  });
});

describe('Order cancelled / already fulfilled on Shopify', () => {
  test('« La commande Shopify a été annulée »', () => {
    const order = anOrder({ cancelledAt: MORNING, cancelReason: 'CUSTOMER' });
    expect(evidenceOf('order_cancelled', order)).toEqual({ cancelledAt: MORNING, reason: 'CUSTOMER' });
  });

  test('« ou son statut est Fulfilled »: by the service, else from the location; cancelled fulfilments count for nothing', () => {
    const of = (n: number) => gid('Fulfillment', `gid://shopify/Fulfillment/${n}`);
    const order = anOrder({
      fulfillmentStatus: 'FULFILLED',
      fulfillments: [
        { gid: of(1), status: 'CANCELLED', createdAt: MORNING, service: 'Old 3PL', location: null },
        { gid: of(2), status: 'SUCCESS', createdAt: MORNING, service: null, location: 'Back room' },
      ],
    });
    expect(evidenceOf('order_already_fulfilled', order)).toEqual({
      fulfillments: [{ id: of(2), status: 'SUCCESS', by: 'Back room', createdAt: MORNING }],
    });
  });

  test.each(['UNFULFILLED', 'PARTIALLY_FULFILLED', 'ON_HOLD'])('%s is not fulfilled', (fulfillmentStatus) => {
    expect(types(anOrder({ fulfillmentStatus }))).toEqual([]);
  });
});

describe('Order has tag bigblue-ignore', () => {
  test('« La commande Shopify est étiquetée avec bigblue-ignore », whatever the case', () => {
    expect(evidenceOf('ignored_by_tag', anOrder({ tags: ['Bigblue-IGNORE'] }))).toEqual({
      tag: 'Bigblue-IGNORE',
      taggedBy: null,
      taggedByKind: null,
      taggedAt: null,
    });
    expect(types(anOrder({ tags: ['bigblue-ignored'] }))).toEqual([]);
  });

  test('« vérifier pourquoi votre commande était tagguée »: the last to put the tag on is named', () => {
    const order = anOrder({
      tags: ['bigblue-ignore'],
      tagEvents: [
        { tag: 'bigblue-ignore', at: MORNING, by: 'Fraud Filter', byKind: 'app' },
        { tag: 'bigblue-ignore', at: MORNING - MINUTE, by: 'Claire', byKind: 'staff' },
        { tag: 'vip', at: MORNING + MINUTE, by: 'Flow', byKind: 'app' },
      ],
    });
    expect(evidenceOf('ignored_by_tag', order)).toMatchObject({
      taggedBy: 'Fraud Filter',
      taggedByKind: 'app',
      taggedAt: MORNING,
    });
  });
});

describe('Invalid Destination: Postal must be set for this country', () => {
  const toDublin = (zip: string | null) =>
    anOrder({ shippingAddress: { ...anAddress, city: 'Dublin', provinceCode: 'D', countryCode: 'IE', zip } });

  test.each([null, '', '   '])("« Il manque un code postal dans l'adresse de livraison »: %j", (zip) => {
    const suggestion = { zip: 'D02 AF30', from: 'same_city', order: '#1000' } as const;
    expect(
      evidenceOf('postal_code_missing', toDublin(zip), aContext({ suggestZip: () => suggestion })),
    ).toEqual({
      country: 'IE',
      city: 'Dublin',
      province: 'D',
      suggestion,
    });
  });

  test('« must be set for this country »: a country without postal codes needs none', () => {
    const ctx = aContext({ settings: { countries: null } });
    const order = anOrder({ shippingAddress: { ...anAddress, countryCode: 'AE', zip: null } });
    expect(types(order, ctx)).toEqual([]);
  });

  test('an address that needs no shipping has no address to complete', () => {
    expect(types(anOrder({ shippingAddress: null }))).toEqual([]);
  });

  test('a postal code that Shopify withholds is unknown, not missing', () => {
    expect(types({ ...toDublin(null), redacted: ['zip'] })).toEqual([]);
  });
});
