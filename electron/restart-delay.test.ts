import { expect, test } from 'vitest';
import { restartDelay } from './restart-delay.ts';

const NOW = 1_800_000_000_000;
const crashes = (n: number): number[] => Array.from({ length: n }, (_, i) => NOW - i * 1000);

test('each further crash within a minute doubles the wait, from a quarter of a second on', () => {
  expect([1, 2, 3, 4, 5].map((n) => restartDelay(crashes(n), NOW))).toEqual([250, 500, 1000, 2000, 4000]);
});

test('the sixth within a minute is not followed by another try', () => {
  expect(restartDelay(crashes(6), NOW)).toBeNull();
});

test('crashes of a minute ago no longer count', () => {
  expect(restartDelay([...crashes(5).map((at) => at - 60_000), NOW], NOW)).toBe(250);
});
