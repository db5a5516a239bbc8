import { describe, expect, test } from 'vitest';
import type { Order } from '../../../../shared/domain/order.ts';
import { aContext, anAddress, orderGid } from '../test-support/samples.ts';
import { ops, order, plan, reasonOf } from './test-support/planning.ts';

const withoutZip: Partial<Order> = {
  shippingAddress: { ...anAddress, countryCode: 'IE', city: 'Dublin', zip: null },
};
const suggesting = aContext({ suggestZip: () => ({ zip: 'D02 X285', from: 'same_city', order: '#0900' }) });
const reprocessed = { op: 'order_tags_add', order: orderGid(1), tags: ['bigblue-reprocess'] };

describe('set_postal_code', () => {
  test('« cliquez sur le crayon et ajoutez un code postal »: the one given, then the order is reprocessed', () => {
    const made = plan('set_postal_code', [order(1, withoutZip)], { params: { zip: 'D02 X285' } });
    expect(made.writes).toMatchObject([
      {
        key: 'w1',
        op: { op: 'order_address_set', set: { zip: 'D02 X285' }, base: { zip: null } },
        dependsOn: [],
      },
      { key: 'w2', op: reprocessed, dependsOn: ['w1'] },
    ]);
    expect(made.orders).toMatchObject([
      {
        changes: [
          { field: 'zip', before: null, after: 'D02 X285' },
          { field: 'tag', before: null, after: 'bigblue-reprocess' },
        ],
        remaining: null,
      },
    ]);
  });

  test('without one, the suggestion of each order', () => {
    expect(ops(plan('set_postal_code', [order(1, withoutZip)], { ctx: suggesting }))).toMatchObject([
      { op: 'order_address_set', set: { zip: 'D02 X285' } },
      reprocessed,
    ]);
  });

  test('an order without a suggestion is left out', () => {
    expect(reasonOf(plan('set_postal_code', [order(1, withoutZip)]))).toBe(
      'No postal code is suggested for its city: give one with --set zip=….',
    );
  });

  test('only the postal code is written: the rest of the address is whatever it is when sent', () => {
    const [write] = ops(plan('set_postal_code', [order(1, withoutZip)], { params: { zip: 'D02 X285' } }));
    expect(write).toEqual({
      op: 'order_address_set',
      order: orderGid(1),
      set: { zip: 'D02 X285' },
      base: { zip: null },
    });
  });
});

describe('edit_address', () => {
  test('writes the fields that differ, with what they were', () => {
    const params = { city: 'Paris', address2: 'Porte B', countryCode: 'be' };
    expect(ops(plan('edit_address', [order(1)], { params }))[0]).toEqual({
      op: 'order_address_set',
      order: orderGid(1),
      set: { address2: 'Porte B', countryCode: 'BE' },
      base: { address2: null, countryCode: 'FR' },
    });
  });

  test('an emptied field is emptied', () => {
    const [write] = ops(plan('edit_address', [order(1)], { params: { zip: '' } }));
    expect(write).toMatchObject({ set: { zip: null }, base: { zip: '75009' } });
  });

  test('« vos conseils pour la correction des adresses »: a corrected address is reprocessed', () => {
    const made = plan('edit_address', [order(1, withoutZip)], {
      params: { zip: 'D02 X285', city: 'Dublin 2' },
    });
    expect(made.writes[1]).toMatchObject({ op: reprocessed, dependsOn: ['w1'] });
    expect(made.orders).toMatchObject([{ remaining: null }]);
  });

  test('an address that already says so is left out', () => {
    expect(reasonOf(plan('edit_address', [order(1)], { params: { city: 'Paris' } }))).toBe(
      'Its address already says that: nothing to change.',
    );
  });

  test.each([
    ['97400', 'RE'],
    ['97110', 'GP'],
    ['98000', 'MC'],
  ])('an address in France with %s takes the country that the code is of', (zip, countryCode) => {
    const overseas = order(1, { shippingAddress: { ...anAddress, zip, countryCode: 'FR' } });
    expect(ops(plan('edit_address', [overseas]))[0]).toMatchObject({
      set: { countryCode },
      base: { countryCode: 'FR' },
    });
  });

  test('an order without address takes a whole one, and no scrap of one', () => {
    const none = order(1, { shippingAddress: null });
    const whole = { address1: '1 Quay Street', city: 'Galway', countryCode: 'IE' };
    expect(ops(plan('edit_address', [none], { params: whole }))[0]).toMatchObject({ set: whole });
    expect(reasonOf(plan('edit_address', [none], { params: { city: 'Galway' } }))).toBe(
      'It has no shipping address yet: give at least address1, city and countryCode.',
    );
  });

  test.each([
    ['shippingAddress', { shippingAddress: null }, { city: 'Lyon' }],
    ['zip', {}, { city: 'Lyon' }],
    ['phone', {}, { city: 'Lyon' }],
  ] as const)('a hidden %s is never overwritten', (part, over, params) => {
    const hidden = order(1, { ...over, redacted: [part] });
    expect(reasonOf(plan('edit_address', [hidden], { params }))).toMatch(/^Shopify hides its .+: .+/);
  });
});
