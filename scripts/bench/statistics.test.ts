import { expect, test } from 'vitest';
import { median, percentile, spread } from './statistics.ts';

test('the median is a sample, whatever their order', () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(median([4, 1, 3, 2])).toBe(2);
});

test('the 99th percentile of 300 samples leaves three above it', () => {
  expect(
    percentile(
      Array.from({ length: 300 }, (_, at) => at + 1),
      0.99,
    ),
  ).toBe(297);
});

test('a percentile of nothing is refused', () => {
  expect(() => median([])).toThrow(RangeError);
});

test('the spread names the extremes', () => {
  expect(spread([1, 2, 9])).toBe('2.00 ms (1.00 to 9.00, 3 turns)');
});
