import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  collectSetting,
  parseCountries,
  parseDate,
  parseErrorType,
  parseOrderIds,
  readPlan,
  readSecret,
} from './arguments.ts';

const folder = mkdtempSync(join(tmpdir(), 'unstuck-arguments-'));
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('countries', () => {
  test('a list syncs, an except-list does not, any turns the rule off', () => {
    expect(parseCountries('fr, BE')).toEqual({ mode: 'allow', countries: ['FR', 'BE'] });
    expect(parseCountries('except:RU')).toEqual({ mode: 'deny', countries: ['RU'] });
    expect(parseCountries('any')).toBeNull();
  });

  test('a country’s name is refused with the form that is meant', () => {
    expect(() => parseCountries('France')).toThrow(
      /--countries: “France” must be country codes such as FR,BE/,
    );
  });
});

describe('country codes', () => {
  test.each([
    ['ZZ', 'ZZ'],
    ['FR,UK', 'UK'],
    ['except:EU', 'EU'],
    ['QQ', 'QQ'],
  ])('%s is refused, naming the one that is no country’s', (text, stranger) => {
    expect(() => parseCountries(text)).toThrow(
      `--countries: “${stranger}” is no country’s code; use those of`,
    );
  });

  test('a code that few have is taken', () => {
    expect(parseCountries('XK,GB,AC')).toEqual({ mode: 'allow', countries: ['XK', 'GB', 'AC'] });
  });
});

describe('dates', () => {
  test.each([
    '2026-02-31',
    '5',
    '2026',
    'yesterday',
    '2026-11-01T25:00:00Z',
    '2026-02-30T10:00:00Z',
    '11/01/2026',
  ])('%s is no date, whatever JavaScript makes of it', (text) => {
    expect(() => parseDate('--since')(text)).toThrow(
      `--since: “${text}” must be a date such as 2026-11-01 or 2026-11-01T09:55:00Z.`,
    );
  });

  test('a time may have an offset, and do without seconds', () => {
    expect(parseDate('--from')('2026-11-01T01:30+02:00')).toBe(Date.UTC(2026, 9, 31, 23, 30));
  });

  test('a day begins at its first moment and ends at its last', () => {
    expect(parseDate('--from')('2026-11-01')).toBe(Date.UTC(2026, 10, 1));
    expect(parseDate('--to', true)('2026-11-01')).toBe(Date.UTC(2026, 10, 2) - 1);
    expect(parseDate('--to', true)('2026-11-01T09:55:00Z')).toBe(Date.UTC(2026, 10, 1, 9, 55));
  });

  test('what is no date is refused', () => {
    expect(() => parseDate('--from')('yesterday')).toThrow(/--from: “yesterday” must be a date/);
  });
});

describe('order ids', () => {
  test('come comma separated or from a file', () => {
    expect(parseOrderIds('3,14')).toEqual([3, 14]);
    expect(parseOrderIds(`@${file('ids.txt', '3\n14, 15\n')}`)).toEqual([3, 14, 15]);
  });

  test('a name is refused, and so is an empty list or a missing file', () => {
    expect(() => parseOrderIds('#1001')).toThrow(/--orders: “#1001” must be a whole number/);
    expect(() => parseOrderIds('')).toThrow(/names no order/);
    expect(() => parseOrderIds('@/nowhere/ids')).toThrow(/cannot be read/);
  });
});

test('an unknown error type is answered with those there are', () => {
  expect(() => parseErrorType('postal')).toThrow(
    /--error-type: “postal” is not one of order_cancelled, .*postal_code_missing/,
  );
});

test('--set collects pairs; a value may hold an equals sign', () => {
  expect(collectSetting('reason=a=b', { zip: '1' })).toEqual({ zip: '1', reason: 'a=b' });
  expect(() => collectSetting('zip', {})).toThrow(/must be key=value/);
});

test('a plan that is no JSON, or no plan, is refused with the field that is wrong', () => {
  expect(() => readPlan(file('broken.json', '{'))).toThrow(/is not JSON/);
  expect(() => readPlan(file('other.json', '{"format":"unstuck-plan","version":2}'))).toThrow(
    /field “version”: .*; make it anew with “fix plan --out .*other.json”.$/,
  );
});

test('a secret comes from the environment, and an empty variable is refused by name', () => {
  expect(() => readSecret('--token-env', 'UNSTUCK_NOT_SET')).toThrow(
    /UNSTUCK_NOT_SET is empty; export it first/,
  );
});

test.each(['shpat_a\nb', 'shpat_a b', 'shpat_é'])('the secret %j is refused without being shown', (value) => {
  process.env['UNSTUCK_TEST_SECRET'] = value;
  expect(() => readSecret('--token-env', 'UNSTUCK_TEST_SECRET')).toThrow(
    '--token-env: the environment variable UNSTUCK_TEST_SECRET holds a space, a line break or another character that no token has; copy the token anew.',
  );
  delete process.env['UNSTUCK_TEST_SECRET'];
});
