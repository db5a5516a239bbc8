import { describe, expect, test } from 'vitest';
import type { StoreSettings } from '../../../../shared/domain/store.ts';
import { causesOf } from '../root-causes.ts';
import { diagnose } from '../diagnose.ts';
import { evidenceOf, typesOf } from '../test-support/diagnosed.ts';
import { aContext, anAddress, anOrder, MINUTE, MORNING } from '../test-support/samples.ts';

const store = (settings: Partial<StoreSettings>) => aContext({ settings: { countries: null, ...settings } });
const by = (title: string, code: string | null = null) => anOrder({ shippingLine: { title, code } });

describe('“The order shipping method is not mapped to a Bigblue shipping method”', () => {
  const ctx = store({ shippingMethods: ['Colissimo', 'DHL*'] });

  test.each([
    ['Colissimo', null],
    ['colissimo ', null],
    ['DHL Express 12:00', null],
    ['Home delivery', 'dhl_home'],
  ])('%s (%s) is', (title, code) => {
    expect(typesOf(by(title, code), ctx)).toEqual([]);
  });

  test('what the mirrored mapping does not name is not, and the method is the cause', () => {
    expect(evidenceOf('shipping_method_unmapped', by('Pigeon'), ctx)).toEqual({
      method: 'Pigeon',
      code: null,
    });
    expect(diagnose(by('Pigeon'), ctx).flatMap(causesOf)).toMatchObject([
      { key: 'shipping_method_unmapped:pigeon', fix: 'map_shipping_method' },
    ]);
  });

  test('without a mirrored mapping the rule is off', () => {
    expect(typesOf(by('Pigeon'), store({ shippingMethods: null }))).toEqual([]);
  });
});

describe('“The pickup point is missing, you need to select one”', () => {
  const ctx = store({ pickupMethods: ['Mondial Relay*'] });
  const relay = by('Mondial Relay 24h');

  test('the method goes to a point and nothing says which', () => {
    expect(evidenceOf('pickup_point_missing', relay, ctx)).toEqual({ method: 'Mondial Relay 24h' });
  });

  test.each(['Point relais', 'pickup_point_id', 'PickupPointId', 'Locker'])('“%s” says which', (key) => {
    expect(typesOf({ ...relay, attributes: [{ key, value: '024188' }] }, ctx)).toEqual([]);
  });

  test('an empty detail, or another, does not', () => {
    const attributes = [
      { key: 'Point relais', value: ' ' },
      { key: 'Gift note', value: 'Bon anniversaire' },
    ];
    expect(typesOf({ ...relay, attributes }, ctx)).toEqual(['pickup_point_missing']);
  });

  test('details that are not known are not missing', () => {
    expect(typesOf({ ...relay, attributes: null }, ctx)).toEqual([]);
  });

  test('other methods need no point, and without the setting the rule is off', () => {
    expect(typesOf(by('Colissimo'), ctx)).toEqual([]);
    expect(typesOf(relay, store({ pickupMethods: null }))).toEqual([]);
  });
});

describe('“tax identification number or NIF”', () => {
  const ctx = store({ taxIdCountries: ['ES'] });
  const toSpain = anOrder({ shippingAddress: { ...anAddress, countryCode: 'ES', zip: '08001' } });

  test('customs want one and there is none', () => {
    expect(evidenceOf('tax_id_missing', toSpain, ctx)).toEqual({ country: 'ES' });
  });

  test.each(['NIF', 'tax_id', 'taxId', 'VAT number', 'Codice fiscale'])('“%s” is one', (key) => {
    expect(typesOf({ ...toSpain, attributes: [{ key, value: 'X1234567L' }] }, ctx)).toEqual([]);
  });

  test('a company’s panel is no tax number', () => {
    expect(typesOf({ ...toSpain, attributes: [{ key: 'Panel', value: 'left' }] }, ctx)).toEqual([
      'tax_id_missing',
    ]);
  });

  test('elsewhere nobody asks, a withheld address is unknown, and without the setting the rule is off', () => {
    expect(typesOf(anOrder(), ctx)).toEqual([]);
    expect(typesOf({ ...toSpain, redacted: ['shippingAddress'] }, ctx)).toEqual([]);
    expect(typesOf(toSpain, store({ taxIdCountries: null }))).toEqual([]);
  });
});

describe('an order that repeats another', () => {
  const of = { name: '#1000', createdAt: MORNING - 62 * MINUTE };

  test('names the one it repeats', () => {
    const ctx = aContext({ settings: { duplicateMinutes: 30 }, earlierTwin: () => of });
    expect(evidenceOf('duplicate_order', anOrder(), ctx)).toEqual({ of });
  });

  test('a cancelled one is told as that, and without the setting the rule is off', () => {
    const on = aContext({ settings: { duplicateMinutes: 30 }, earlierTwin: () => of });
    expect(typesOf(anOrder({ cancelledAt: MORNING }), on)).toEqual(['order_cancelled']);
    expect(typesOf(anOrder(), aContext({ earlierTwin: () => of }))).toEqual([]);
  });
});
