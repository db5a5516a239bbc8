import { expect, test } from 'vitest';
import { rulesOff, type RuleBasis } from './rules-off.ts';
import { someSettings } from './test-support/samples.ts';

const off = (over: Partial<Omit<RuleBasis, 'settings'>>, settings: Partial<RuleBasis['settings']> = {}) =>
  rulesOff({
    settings: { ...someSettings, ...settings },
    withheld: [],
    hasPlatformProducts: true,
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

test('a rule on a part that nobody gives is off', () => {
  expect(off({ withheld: ['products'] })).toEqual([
    'product_not_found: withheld',
    'product_not_linked: withheld',
  ]);
  expect(off({ withheld: ['products'] }, { linkRoute: 'file' })).toEqual(['product_not_found: withheld']);
  expect(off({ withheld: ['zip'] })).toEqual(['postal_code_missing: withheld']);
  expect(off({ withheld: ['shippingAddress'] })).toEqual([
    'destination_not_whitelisted: withheld',
    'postal_code_missing: withheld',
  ]);
});
