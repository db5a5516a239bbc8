import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPageSize } from './page-size.ts';

const limits = { start: 10, most: 50 };

describe('the size of the next page', () => {
  it('starts small while nothing is known', () => {
    expect(nextPageSize(null, null, limits)).toBe(10);
  });

  it('takes half of what the bucket holds', () => {
    // 40 points a node: half of 1,000 pays for 12.
    expect(nextPageSize({ first: 10, requested: 402 }, { available: 1000, maximum: 1000 }, limits)).toBe(12);
  });

  it('does not shrink to nothing when the bucket is almost empty', () => {
    expect(nextPageSize({ first: 10, requested: 402 }, { available: 0, maximum: 2000 }, limits)).toBe(6);
  });

  it('never asks for more than 1,000 points or `most` nodes, and always for one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.nat(5000),
        fc.integer({ min: 1, max: 40_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (first, requested, maximum, share) => {
          const size = nextPageSize({ first, requested }, { available: share * maximum, maximum }, limits);
          const perNode = Math.max(0, requested - 2) / first;
          expect(size).toBeGreaterThanOrEqual(1);
          expect(size).toBeLessThanOrEqual(50);
          expect(size === 1 || 2 + size * perNode < 1000).toBe(true);
        },
      ),
    );
  });
});
