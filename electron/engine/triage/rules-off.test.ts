import { expect, test } from 'vitest';
import { rulesOff, type RuleBasis } from './rules-off.ts';
import { someSettings } from './test-support/samples.ts';

const ALL_SET = {
  addressLineLimit: 35,
  shippingMethods: ['Colissimo'],
  pickupMethods: ['Mondial Relay*'],
  taxIdCountries: ['BR'],
  duplicateMinutes: 30,
};

const off = (over: Partial<Omit<RuleBasis, 'settings'>>, settings: Partial<RuleBasis['settings']> = {}) =>
  rulesOff({
    settings: { ...someSettings, ...ALL_SET, ...settings },
    withheld: [],
    hasPlatformProducts: true,
    hasPlatformWord: true,
    hasLinkList: true,
    ...over,
  }).map(({ errorType, because }) => `${errorType}: ${because.code}`);

test('with settings, lists and all parts of the orders every rule runs', () => {
  for (const linkRoute of ['metafield', 'sku', 'file'] as const) expect(off({}, { linkRoute })).toEqual([]);
});

test('a rule without its setting or its list is off, and says which', () => {
  expect(off({}, { countries: null })).toEqual(['destination_not_whitelisted: no_countries']);
  expect(off({}, { linkRoute: null })).toEqual(['product_not_linked: no_link_route']);
  expect(off({ hasLinkList: false }, { linkRoute: 'file' })).toEqual(['product_not_linked: no_link_list']);
  expect(off({ hasPlatformProducts: false }, { linkRoute: 'sku' })).toEqual([
    'product_not_linked: no_platform_products',
  ]);
});

test.each([
  ['addressLineLimit', 'address_too_long'],
  ['shippingMethods', 'shipping_method_unmapped'],
  ['pickupMethods', 'pickup_point_missing'],
  ['taxIdCountries', 'tax_id_missing'],
  ['duplicateMinutes', 'duplicate_order'],
])('without the setting %s the rule %s is off', (setting, errorType) => {
  expect(off({}, { [setting]: null })).toEqual([`${errorType}: no_setting`]);
});

test('without the platform’s word nothing is known of stock', () => {
  expect(off({ hasPlatformWord: false })).toEqual(['out_of_stock: no_platform_word']);
});

test('contact data is judged as long as phone or e-mail is given', () => {
  expect(off({ withheld: ['phone'] })).toEqual([]);
  expect(off({ withheld: ['phone', 'email'] })).toEqual([
    'contact_invalid: withheld',
    'duplicate_order: withheld',
  ]);
});

test('a rule on a part that nobody gives is off', () => {
  expect(off({ withheld: ['products'] })).toEqual([
    'product_not_found: withheld',
    'product_not_linked: withheld',
  ]);
  expect(off({ withheld: ['products'] }, { linkRoute: 'file' })).toEqual(['product_not_found: withheld']);
  expect(off({ withheld: ['zip'] })).toEqual([
    'postal_code_missing: withheld',
    'postal_code_invalid: withheld',
    'duplicate_order: withheld',
  ]);
  expect(off({ withheld: ['shippingAddress'] })).toEqual([
    'destination_not_whitelisted: withheld',
    'postal_code_missing: withheld',
    'postal_code_invalid: withheld',
    'address_incomplete: withheld',
    'address_too_long: withheld',
    'tax_id_missing: withheld',
    'duplicate_order: withheld',
  ]);
});
