import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storeId } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { TriageContext } from './context.ts';
import { diagnose, diagnosisOf } from './diagnose.ts';
import { causesOf, rankCauses, type CausedOrder } from './root-causes.ts';
import { anyContext, anyOrder } from './test-support/arbitraries.ts';
import {
  aContext,
  aCustomItem,
  anAddress,
  anItem,
  anOrder,
  aProduct,
  aVariant,
  MORNING,
  productGid,
  variantGid,
} from './test-support/samples.ts';

const causes = (order: Order, ctx: TriageContext = aContext()) => diagnose(order, ctx).flatMap(causesOf);
const brief = (order: Order, ctx?: TriageContext) =>
  causes(order, ctx).map(({ key, fix, alone }) => [key, fix, alone]);

describe('the root cause', () => {
  test('of an ignored order is the app or the person that tagged it, in whatever store', () => {
    const by = (name: string | null, byKind: 'app' | 'staff' | null) =>
      anOrder({
        tags: ['bigblue-ignore'],
        tagEvents: [{ tag: 'bigblue-ignore', at: MORNING, by: name, byKind }],
      });
    expect(brief(by('Fraud Filter', 'app'))).toEqual([
      ['ignored_by_tag:app:Fraud Filter', 'remove_ignore_tag', true],
    ]);
    expect(brief(by('Claire', 'staff'))).toEqual([
      ['ignored_by_tag:staff:Claire', 'remove_ignore_tag', true],
    ]);
    expect(brief(anOrder({ tags: ['bigblue-ignore'] }))).toEqual([
      ['ignored_by_tag:unknown', 'remove_ignore_tag', true],
    ]);
  });

  test('of an unlinked product is the variant: its link is missing, or inactive', () => {
    const linked = { product: 'DIGG-1', active: false, digest: 'd' };
    const ctx = aContext({
      variants: [aVariant(1, { linkMetafield: null }), aVariant(2, { linkMetafield: linked })],
    });
    expect(brief(anOrder(), ctx)).toEqual([[`product_not_linked:${variantGid(1)}`, 'link_variant', true]]);
    expect(brief(anOrder({ lineItems: [anItem(2)] }), ctx)).toEqual([
      [`product_not_linked:${variantGid(2)}`, 'activate_link', true],
    ]);
    expect(brief(anOrder({ lineItems: [anItem(1), anItem(2)] }), ctx).map(([, , alone]) => alone)).toEqual([
      false,
      false,
    ]);
  });

  test('of an order without shippable product is any article that one fix makes shippable', () => {
    const ctx = aContext({
      variants: [
        aVariant(1, { requiresShipping: false }),
        aVariant(2),
        aVariant(3, { requiresShipping: false }),
      ],
      products: [
        aProduct(1),
        aProduct(2, { tags: ['bigblue-ignore'] }),
        aProduct(3, { tags: ['bigblue-ignore'] }),
      ],
    });
    expect(brief(anOrder({ lineItems: [anItem(1), anItem(2), anItem(3)] }), ctx)).toEqual([
      [`no_shippable_product:not_physical:${variantGid(1)}`, 'make_physical', true],
      [`no_shippable_product:ignored_product:${productGid(2)}`, 'remove_product_ignore_tag', true],
      [`no_shippable_product:not_physical:${variantGid(3)}`, 'make_physical', false],
    ]);
    const stale = anOrder({ shippingLine: null, lineItems: [anItem(2, { requiresShipping: false })] });
    expect(brief(stale)).toEqual([
      [`no_shippable_product:stale_order:${variantGid(2)}`, 'add_shipping_line', true],
    ]);
  });

  test('of a vanished product is its SKU, else its title', () => {
    const order = anOrder({ lineItems: [anItem(1), aCustomItem(2), aCustomItem(3, { sku: 'OLD-7' })] });
    expect(brief(order).map(([key]) => key)).toEqual([
      'product_not_found:title:Engraving',
      'product_not_found:sku:OLD-7',
    ]);
  });

  test('of a pending payment is the terms option in B2B with terms, else the gateway', () => {
    const pending = anOrder({ financialStatus: 'PENDING', gateways: ['manual'] });
    const terms = { name: 'Net 30', overdue: false, schedules: [] };
    expect(brief(pending)).toEqual([['payment_pending:gateway:manual', 'send_payment_reminder', true]]);
    expect(brief({ ...pending, buyer: 'b2b', paymentTerms: terms })).toEqual([
      ['payment_pending:payment_terms', 'enable_payment_terms', true],
    ]);
    expect(brief({ ...pending, buyer: 'b2b', gateways: [] })).toEqual([
      ['payment_pending:gateway:none', 'send_payment_reminder', true],
    ]);
  });

  test('of a refused destination is the country', () => {
    const order = anOrder({ shippingAddress: { ...anAddress, countryCode: 'JP' } });
    expect(causes(order)).toMatchObject([
      { key: 'destination_not_whitelisted:JP', label: 'Japan does not sync', fix: 'allow_country' },
    ]);
  });

  test('of a missing postal code is the country with the place, however it is spelt', () => {
    const to = (city: string | null, provinceCode: string | null = null) =>
      anOrder({ shippingAddress: { ...anAddress, countryCode: 'IE', city, provinceCode, zip: null } });
    expect(brief(to('Dún  Laoghaire'))).toEqual([
      ['postal_code_missing:IE:dun laoghaire', 'set_postal_code', true],
    ]);
    expect(brief(to('DUN LAOGHAIRE'))).toEqual(brief(to('Dún Laoghaire')));
    expect(brief(to(' ', 'D'))[0]?.[0]).toBe('postal_code_missing:IE:d');
    expect(brief(to(null))[0]?.[0]).toBe('postal_code_missing:IE:-');
  });

  test('of an unknown message is its wording, without its numbers', () => {
    const said = (message: string | null) =>
      causesOf(diagnosisOf('unknown', { message }, 'platform', message));
    expect(said('Locker 12 is full')[0]?.key).toBe(said('locker 7 is  full')[0]?.key);
    expect(said(null)).toEqual([]);
  });

  test('is none where each order is a case of its own', () => {
    expect(causes(anOrder({ cancelledAt: MORNING, tags: ['Globale'] }))).toEqual([]);
  });
});

describe('ranking', () => {
  const caused = (n: number, order: Order, ctx = aContext(), store = 'nord'): CausedOrder => ({
    order: n,
    store: storeId(store),
    value: order.total,
    diagnoses: diagnose(order, ctx),
  });
  const tagged = anOrder({ tags: ['bigblue-ignore'] });
  const pending = anOrder({ financialStatus: 'PENDING', total: { amountMinor: 1000, currency: 'SEK' } });
  const both = anOrder({ tags: ['bigblue-ignore'], financialStatus: 'PENDING' });

  test('most orders unblocked first; an order that something else keeps counts, but is not unblocked', () => {
    const ranked = rankCauses([
      caused(1, both),
      caused(2, both),
      caused(3, tagged),
      caused(4, pending, aContext(), 'sud'),
      caused(5, pending),
    ]);
    expect(ranked).toEqual([
      {
        key: 'payment_pending:gateway:shopify_payments',
        label: 'Not paid through shopify_payments',
        entity: null,
        fix: 'send_payment_reminder',
        errorType: 'payment_pending',
        orders: 4,
        unblocks: 2,
        value: [
          { currency: 'EUR', amountMinor: 16_800 },
          { currency: 'SEK', amountMinor: 2000 },
        ],
        stores: 2,
      },
      expect.objectContaining({ key: 'ignored_by_tag:unknown', orders: 3, unblocks: 1, stores: 1 }),
    ]);
  });

  test('does not depend on the order of the orders, and never unblocks more orders than it shows', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { maxLength: 12 }), anyContext, (orders, ctx) => {
        const all = orders.map((order, n) => caused(n, order, ctx));
        const ranked = rankCauses(all);
        expect(rankCauses(all.toReversed()).map((c) => [c.key, c.orders, c.unblocks])).toEqual(
          ranked.map((c) => [c.key, c.orders, c.unblocks]),
        );
        for (const cause of ranked) expect(cause.unblocks).toBeLessThanOrEqual(cause.orders);
        expect(ranked.map((c) => c.unblocks)).toEqual(
          ranked.map((c) => c.unblocks).toSorted((a, b) => b - a),
        );
      }),
    );
  });
});
