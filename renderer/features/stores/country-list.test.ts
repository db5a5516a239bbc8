import { expect, test } from 'vitest';
import { countryListText, parseCountryList } from './country-list.ts';

test('lists of countries are read as people type them, and come back the same', () => {
  expect(parseCountryList('fr, BE de')).toEqual({ mode: 'allow', countries: ['FR', 'BE', 'DE'] });
  expect(parseCountryList('except:RU,by')).toEqual({ mode: 'deny', countries: ['RU', 'BY'] });
  expect(countryListText(parseCountryList('except:RU,BY') ?? null)).toBe('except:RU,BY');
});

test('nothing is no rule, and what is no country is told apart from it', () => {
  expect(parseCountryList('  ')).toBeNull();
  expect(parseCountryList('France')).toBeUndefined();
  expect(parseCountryList('except:')).toBeUndefined();
});
