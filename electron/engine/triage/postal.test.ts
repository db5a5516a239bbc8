import { expect, test } from 'vitest';
import base from '../../../resources/postal/base.json' with { type: 'json' };
import overrides from '../../../resources/postal/overrides.json' with { type: 'json' };
import { postalRequirement } from './postal.ts';

test.each(['FR', 'DE', 'GB', 'US', 'IT', 'ES', 'NL', 'JP', 'CZ', 'HU', 'SK', 'EE', 'LT', 'LV'])(
  '%s requires a postal code, as Google has it',
  (country) => {
    expect(base.countries.required).toContain(country);
    expect(postalRequirement(country)).toBe('required');
  },
);

test.each(['IE', 'HR', 'BG', 'SI', 'CY', 'MT', 'MC', 'AR', 'TH'])(
  '%s requires one because Shopify does',
  (country) => {
    expect(base.countries.required).not.toContain(country);
    expect(postalRequirement(country)).toBe('required');
  },
);

test.each(['IL', 'SA', 'MA', 'CL'])('%s has postal codes but does not require one', (country) => {
  expect(postalRequirement(country)).toBe('recommended');
});

test.each(['AE', 'HK', 'QA', 'ZZ', 'nowhere', ''])('%j knows no postal codes, or is not known', (country) => {
  expect(postalRequirement(country)).toBe('none');
});

test('country codes compare without case', () => {
  expect(postalRequirement('ie')).toBe('required');
});

test('every exception differs from the base, gives its reason, and no country stands in two places', () => {
  const levels = ['required', 'recommended', 'none'] as const;
  const places = levels.flatMap((level) => base.countries[level]);
  expect(new Set(places).size).toBe(places.length);
  const exceptions = levels.flatMap((level) =>
    overrides[level].map((o: { country: string; reason: string }) => ({ ...o, level })),
  );
  expect(new Set(exceptions.map((o) => o.country)).size).toBe(exceptions.length);
  for (const { country, reason, level } of exceptions) {
    expect(base.countries[level]).not.toContain(country);
    expect(reason).not.toBe('');
  }
});
