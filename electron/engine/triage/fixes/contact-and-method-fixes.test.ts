import { describe, expect, test } from 'vitest';
import { aContext, anAddress, anOrder, orderGid } from '../test-support/samples.ts';
import { ops, plan, reasonOf, inPlan } from './test-support/planning.ts';

const order = (n: number, over: Parameters<typeof anOrder>[0] = {}) =>
  anOrder({ gid: orderGid(n), name: `#${1000 + n}`, ...over });

const reprocess = (n: number) => ({ op: 'order_tags_add', order: orderGid(n), tags: ['bigblue-reprocess'] });

describe('edit_contact', () => {
  const called = (phone: string) => order(1, { shippingAddress: { ...anAddress, phone } });

  test('sets what is meant where the fault stands, then reprocesses', () => {
    const both = { ...called('tel. 06 12 34 56 78'), email: 'aoife@example,com' };
    expect(ops(plan('edit_contact', [both]))).toMatchObject([
      { op: 'order_address_set', set: { phone: '+33612345678' }, base: { phone: 'tel. 06 12 34 56 78' } },
      { op: 'order_contact_set', set: { email: 'aoife@example.com' }, base: { email: 'aoife@example,com' } },
      reprocess(1),
    ]);
  });

  test('a number that stands on the order is set there', () => {
    const own = order(1, { phone: '+0612345678' });
    expect(ops(plan('edit_contact', [own]))[0]).toMatchObject({
      op: 'order_contact_set',
      set: { phone: '+33612345678' },
      base: { phone: '+0612345678' },
    });
  });

  test('what cannot be told is left to the agent', () => {
    expect(reasonOf(plan('edit_contact', [called('0612')]))).toBe(
      'What was meant cannot be told from it: ask the customer and give it with --set phone=…, or with --set email=….',
    );
    const given = plan('edit_contact', [called('0612')], { params: { phone: '+33698765432' } });
    expect(ops(given)[0]).toMatchObject({ set: { phone: '+33698765432' } });
    expect(given.orders).toMatchObject([{ remaining: null }]);
  });
});

describe('edit_address without a field', () => {
  test('spreads the words over both lines', () => {
    const address1 = '12 rue des Martyrs, Résidence du Parc, bâtiment C';
    const made = plan('edit_address', [order(1, { shippingAddress: { ...anAddress, address1 } })]);
    expect(ops(made)[0]).toMatchObject({
      set: { address1: '12 rue des Martyrs,', address2: 'Résidence du Parc, bâtiment C' },
    });
    expect(made.orders).toMatchObject([{ remaining: null }]);
  });

  test('sets the country that a French postal code is really of', () => {
    const ctx = aContext({ settings: { countries: null } });
    const made = plan('edit_address', [order(1, { shippingAddress: { ...anAddress, countryCode: 'RE' } })], {
      ctx,
    });
    expect(ops(made)[0]).toMatchObject({ set: { countryCode: 'FR' } });
  });

  test('without a suggestion says what to give', () => {
    expect(reasonOf(plan('edit_address', [order(1, { tags: ['bigblue-ignore'] })]))).toBe(
      'Nothing is suggested for its address: give what is to change with --set address1=….',
    );
  });
});

describe('map_shipping_method', () => {
  const ctx = aContext({ settings: { shippingMethods: ['Colissimo'] } });
  const by = (n: number, title: string) => order(n, { shippingLine: { title, code: null } });

  test('is made on the platform by the agent, then ours follows, then the orders are reprocessed', () => {
    const made = plan('map_shipping_method', [by(1, 'Pigeon'), by(2, 'Pigeon')], { ctx });
    expect(made.writes).toMatchObject([
      { key: 'w1', op: { op: 'platform_step', does: { step: 'shipping_methods', methods: ['Pigeon'] } } },
      {
        key: 'w2',
        op: { op: 'store_shipping_methods_set', set: ['Colissimo', 'Pigeon'], base: ['Colissimo'] },
        dependsOn: ['w1'],
      },
      { op: reprocess(1), dependsOn: ['w1', 'w2'] },
      { op: reprocess(2), dependsOn: ['w1', 'w2'] },
    ]);
    expect(made.orders.map(({ remaining }) => remaining)).toEqual([null, null]);
  });

  test('only the method that was said', () => {
    const made = plan('map_shipping_method', [by(1, 'Pigeon'), by(2, 'Boat')], {
      ctx,
      params: { method: 'pigeon' },
    });
    expect(made.excluded).toMatchObject([
      { reason: 'Its shipping method is Boat, not pigeon: plan that method on its own.' },
    ]);
  });

  test('an order that the platform says it of and that names no method', () => {
    const told = inPlan(order(1, { shippingLine: null }), ctx, {
      diagnoses: [
        {
          type: 'shipping_method_unmapped',
          evidence: { method: null, code: null },
          source: 'platform',
          message: 'The order shipping method is not mapped to a Bigblue shipping method',
        },
      ],
    });
    expect(reasonOf(plan('map_shipping_method', [told], { ctx }))).toBe(
      'It names no shipping method: add one in Shopify, then sync.',
    );
  });
});
