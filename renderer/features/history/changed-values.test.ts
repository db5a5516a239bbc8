import { expect, test } from 'vitest';
import { changedValues } from './changed-values.ts';

const say = (key: string, before: string, after: string): string =>
  `${key === 'zip' ? 'Postal code' : key}: ${before} → ${after}`;

test('names each value that changed, and leaves out what did not', () => {
  expect(changedValues({ zip: null, city: 'Cork' }, { zip: 'T12 AB34', city: 'Cork' }, say)).toEqual([
    'Postal code: – → T12 AB34',
  ]);
});

test('tells tags, links and marks in short', () => {
  expect(changedValues({ tags: ['a', 'b'] }, { tags: [] }, say)).toEqual(['tags: a, b → –']);
  expect(changedValues({ link: null }, { link: { product: 'DIGG-1', active: true } }, say)).toEqual([
    'link: – → DIGG-1 true',
  ]);
});

test('of a decision that changed a write, tells what it wants', () => {
  const wants = (zip: string) => ({ op: 'order_address_set', set: { zip }, base: { zip: null } });
  expect(changedValues(wants('D02 X285'), wants('T12 AB34'), say)).toEqual([
    'Postal code: D02 X285 → T12 AB34',
  ]);
});

test('has nothing to say of a run’s counts, nor of a line without values', () => {
  expect(changedValues(null, { fix: 'reprocess', orders: 2, writes: 3 }, say)).toEqual([]);
  expect(changedValues(null, null, say)).toEqual([]);
});
