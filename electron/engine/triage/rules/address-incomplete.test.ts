import { describe, expect, test } from 'vitest';
import type { Address } from '../../../../shared/domain/order.ts';
import { evidenceOf, typesOf } from '../test-support/diagnosed.ts';
import { aContext, anAddress, anOrder } from '../test-support/samples.ts';

const ctx = aContext({ settings: { countries: null } });
const at = (over: Partial<Address>) => anOrder({ shippingAddress: { ...anAddress, ...over } });

describe('an address that a carrier cannot deliver to', () => {
  test.each<[string, Partial<Address>, string[]]>([
    ['a street', { address1: ' ' }, ['address1']],
    ['a city', { city: null }, ['city']],
    ['a person or company', { firstName: '', lastName: null }, ['name']],
    ['the state in the United States', { countryCode: 'US', zip: '94110' }, ['provinceCode']],
  ])('lacks %s', (_, over, missing) => {
    expect(evidenceOf('address_incomplete', at(over), ctx)).toEqual({
      country: over.countryCode ?? 'FR',
      missing,
    });
  });

  test('a company is somebody to deliver to', () => {
    expect(typesOf(at({ firstName: null, lastName: null, company: 'Atelier Nord' }), ctx)).toEqual([]);
  });

  test('Singapore is a city and has none', () => {
    expect(typesOf(at({ countryCode: 'SG', zip: '238839', city: null }), ctx)).toEqual([]);
  });

  test('a name that Shopify withholds is unknown, not missing', () => {
    expect(typesOf({ ...at({ firstName: null, lastName: null }), redacted: ['name'] }, ctx)).toEqual([]);
  });

  test('an order that needs no shipping has no address to complete', () => {
    expect(typesOf(anOrder({ shippingAddress: null }))).toEqual([]);
  });
});
