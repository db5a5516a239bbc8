import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEWEST_LINES, isWorthBulk, predictTimes } from './is-worth-bulk.ts';

const standard = {
  writes: 10_000,
  pointsEach: 11,
  lookPoints: 1,
  available: 2000,
  restoreRate: 100,
  linesPerSecond: null,
};

describe('whether writes go as a bulk operation', () => {
  it('is a matter of predicted time: yes for ten thousand at 100 points a second', () => {
    const { oneByOne, inBulk } = predictTimes(standard);
    expect(Math.round(oneByOne)).toBe(1080);
    expect(Math.round(inBulk)).toBe(428);
    expect(isWorthBulk(standard)).toBe(true);
  });

  it('no where the store’s own rate is faster', () => {
    expect(isWorthBulk({ ...standard, restoreRate: 1000, available: 20_000 })).toBe(false);
    expect(isWorthBulk({ ...standard, restoreRate: 1000, available: 20_000, linesPerSecond: 500 })).toBe(
      true,
    );
  });

  it('never for a handful', () => {
    fc.assert(
      fc.property(fc.nat(FEWEST_LINES - 1), fc.integer({ min: 1, max: 2000 }), (writes, restoreRate) => {
        expect(isWorthBulk({ ...standard, writes, restoreRate, available: 0 })).toBe(false);
      }),
    );
  });
});
