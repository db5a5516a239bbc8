import { expect, test } from 'vitest';
import { movedDelay, retryDelay } from './retry-delay.ts';

test('a view that goes on crashing is tried ever more seldom, but never given up', () => {
  expect([0, 1, 2].map(retryDelay)).toEqual([2_000, 4_000, 8_000]);
  expect(retryDelay(1_000)).toBe(60_000);
});

test('data that moves brings the first try at once, and never a later one than the clock would', () => {
  expect(movedDelay(0)).toBe(0);
  for (const attempt of [1, 5, 50, 500]) {
    expect(movedDelay(attempt)).toBeGreaterThan(0);
    expect(movedDelay(attempt)).toBeLessThanOrEqual(retryDelay(attempt));
  }
});
