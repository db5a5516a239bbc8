import { describe, expect, test } from 'vitest';
import { evidenceOf, typesOf } from '../test-support/diagnosed.ts';
import { aContext, anAddress, anOrder } from '../test-support/samples.ts';

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

  test('« must be set for this country »: not for a country that knows none, or can do without', () => {
    const ctx = aContext({ settings: { countries: null } });
    const to = (countryCode: string) =>
      anOrder({ shippingAddress: { ...anAddress, countryCode, zip: null } });
    expect(typesOf(to('AE'), ctx)).toEqual([]);
    expect(typesOf(to('IL'), ctx)).toEqual([]);
  });

  test('an address that needs no shipping has no address to complete', () => {
    expect(typesOf(anOrder({ shippingAddress: null }))).toEqual([]);
  });

  test('a postal code that Shopify withholds is unknown, not missing', () => {
    expect(typesOf({ ...toDublin(null), redacted: ['zip'] })).toEqual([]);
  });
});
