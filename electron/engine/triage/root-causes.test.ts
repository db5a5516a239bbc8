import { describe, expect, test } from 'vitest';
import type { Order } from '../../../shared/domain/order.ts';
import type { TriageContext } from './context.ts';
import { diagnose, diagnosisOf } from './diagnose.ts';
import { causesOf } from './root-causes.ts';
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
    const order = anOrder({ shippingAddress: { ...anAddress, countryCode: 'JP', zip: '150-0002' } });
    expect(causes(order)).toMatchObject([
      {
        key: 'destination_not_whitelisted:JP',
        subject: { kind: 'country', country: 'JP' },
        fix: 'allow_country',
      },
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
