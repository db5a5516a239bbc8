import { expect, test } from 'vitest';
import { type Reading, sendingRate, withReading } from './sending-rate.ts';

const read = (...readings: readonly (readonly [seconds: number, ended: number])[]): readonly Reading[] =>
  readings.reduce<readonly Reading[]>(
    (so, [seconds, ended]) => withReading(so, { at: seconds * 1000, ended }),
    [],
  );

test('the rate is what ended over the time that it took', () => {
  expect(sendingRate(read([0, 10], [1, 14], [4, 30]))).toBe(5);
});

test('there is no telling after a moment, or while nothing moves', () => {
  expect(sendingRate(read([0, 0], [1, 40]))).toBeNull();
  expect(sendingRate(read([0, 7], [10, 7]))).toBeNull();
  expect(sendingRate([])).toBeNull();
});

test('what is long past does not count, and a count that falls begins anew', () => {
  expect(sendingRate(read([0, 0], [30, 3000], [35, 3010]))).toBe(2);
  expect(read([0, 100], [1, 5])).toEqual([{ at: 1000, ended: 5 }]);
});
