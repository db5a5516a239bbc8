import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anItem, anOrder } from '../../triage/test-support/samples.ts';
import { digestOf } from './digest.ts';

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => ({ value }));

test('a value and its copy have the same digest, an integer that SQLite and JavaScript hold exactly', () => {
  fc.assert(
    fc.property(json, (value) => {
      const copy: typeof value = JSON.parse(JSON.stringify(value));
      expect(digestOf(copy)).toBe(digestOf(JSON.parse(JSON.stringify(value))));
      expect(Number.isSafeInteger(digestOf(value))).toBe(true);
    }),
  );
});

test('two values that differ have different digests', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      fc.pre(JSON.stringify(a) !== JSON.stringify(b));
      expect(digestOf(a)).not.toBe(digestOf(b));
    }),
  );
});

test.each([
  ['a letter', { name: '#1001' }, { name: '#1002' }],
  ['the order of letters', { name: 'ab' }, { name: 'ba' }],
  ['where one text ends and the next begins', { email: 'ab', phone: 'c' }, { email: 'a', phone: 'bc' }],
  ['null instead of nothing in it', { email: null }, { email: '' }],
  ['a flag', { test: true }, { test: false }],
  ['a list that is longer', { tags: ['a'] }, { tags: ['a', ''] }],
  ['an item', { lineItems: [anItem(1)] }, { lineItems: [anItem(1), anItem(2)] }],
  [
    'half a cent',
    { total: { amountMinor: 1.5, currency: 'EUR' } },
    { total: { amountMinor: 1, currency: 'EUR' } },
  ],
  ['a time beyond 32 bits', { updatedAt: 1_800_000_000_000 }, { updatedAt: 1_800_000_000_000 + 2 ** 32 }],
])('an order that differs in %s has another digest', (_what, one, other) => {
  expect(digestOf(anOrder(one))).not.toBe(digestOf(anOrder(other)));
});

test('a hundred thousand orders that differ in one number have as many digests', () => {
  const digests = new Set(Array.from({ length: 100_000 }, (_, n) => digestOf({ name: `#${n}`, n })));
  expect(digests.size).toBe(100_000);
});
