import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceOf, typesOf } from '../test-support/diagnosed.ts';
import { aContext, anAddress, anOrder } from '../test-support/samples.ts';
import { zipFits, zipInFormat } from '../postal-format.ts';

const ctx = aContext({ settings: { countries: null } });
const to = (countryCode: string, zip: string | null) =>
  anOrder({ shippingAddress: { ...anAddress, countryCode, zip, provinceCode: 'CA' } });
const suggestion = (countryCode: string, zip: string) => {
  const evidence = evidenceOf('postal_code_invalid', to(countryCode, zip), ctx);
  return evidence && 'suggestion' in evidence ? evidence.suggestion : undefined;
};

describe('a postal code of a form that the country does not have', () => {
  test.each([
    ['F-75009', 'FR', '75009'],
    ['00001', 'PL', '00-001'],
    ['1000001', 'JP', '100-0001'],
    ['D-50667', 'DE', '50667'],
    ['8001', 'ES', '08001'],
    ['2116', 'US', '02116'],
  ])('%s in %s is suggested as %s', (zip, country, spelling) => {
    expect(suggestion(country, zip)).toEqual({ zip: spelling, from: 'format' });
  });

  test('without a spelling that would do, the code of an earlier order is suggested', () => {
    const known = { zip: '75010', from: 'earlier_order', order: '#1000' } as const;
    expect(
      evidenceOf('postal_code_invalid', to('FR', 'Paris 9'), aContext({ suggestZip: () => known })),
    ).toEqual({
      country: 'FR',
      city: 'Paris',
      zip: 'Paris 9',
      territory: null,
      suggestion: known,
    });
  });

  test.each([
    ['sw1a1aa', 'GB'],
    [' 1234  ab ', 'NL'],
    ['D02X285', 'IE'],
  ])('case and spacing are the post’s to tidy: %s in %s', (zip, country) => {
    expect(typesOf(to(country, zip), ctx)).toEqual([]);
  });

  test.each(['97400', '98000'])('France’s territories under FR are no error: %s', (zip) => {
    expect(typesOf(to('FR', zip), ctx)).toEqual([]);
  });

  test('a code of mainland France in a territory is told as one', () => {
    expect(evidenceOf('postal_code_invalid', to('RE', '75009'), ctx)).toMatchObject({ territory: 'FR' });
  });

  test('a country whose form nobody knows has no wrong codes, and a missing one is another error', () => {
    expect(typesOf(to('AE', 'whatever'), ctx)).toEqual([]);
    expect(typesOf(to('FR', '  '), ctx)).toEqual(['postal_code_missing']);
  });

  test.each(['zip', 'shippingAddress'] as const)('%s withheld: unknown, not wrong', (part) => {
    expect(typesOf({ ...to('FR', 'x'), redacted: [part] }, ctx)).toEqual([]);
  });

  test('what is suggested always has the form of the country and the letters that were typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('FR', 'GB', 'NL', 'PL', 'PT', 'JP', 'US', 'IE', 'SE', 'DE'),
        fc.stringMatching(/^[A-Za-z0-9 -]{1,10}$/),
        (country, zip) => {
          const spelled = zipInFormat(zip, country);
          if (spelled === null) return;
          const bare = (text: string) => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
          expect(zipFits(spelled, country)).toBe(true);
          expect([bare(zip), `0${bare(zip)}`].some((typed) => typed.endsWith(bare(spelled)))).toBe(true);
        },
      ),
    );
  });
});
