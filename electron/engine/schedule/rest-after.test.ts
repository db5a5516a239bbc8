import { assert, double, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { restAfter } from './rest-after.ts';

const well = { failure: null, failures: 0, inView: false } as const;

test('a store rests a minute, a third of that while an agent looks at it', () => {
  expect(restAfter(well, 0)).toBe(60_000);
  expect(restAfter({ ...well, inView: true }, 0)).toBe(20_000);
});

test('failures double the rest; from the fifth on one attempt in a quarter of an hour is left', () => {
  const rests = [1, 2, 3, 4, 5, 6].map((failures) =>
    restAfter({ failure: 'failed', failures, inView: true }, 0),
  );
  expect(rests).toEqual([5_000, 10_000, 20_000, 40_000, 900_000, 900_000]);
});

test('a refused token is not tried again by itself', () => {
  expect(restAfter({ failure: 'refused', failures: 1, inView: true }, 0.5)).toBe('never');
});

test('jitter only lengthens a rest, by a quarter at most', () => {
  assert(
    property(
      integer({ min: 1, max: 50 }),
      double({ min: 0, max: 0.999, noNaN: true }),
      (failures, random) => {
        const last = { failure: 'failed', failures, inView: false } as const;
        const [plain, jittered] = [restAfter(last, 0), restAfter(last, random)];
        if (plain === 'never' || jittered === 'never') throw new Error('An outage is tried again.');
        expect(jittered).toBeGreaterThanOrEqual(plain);
        expect(jittered).toBeLessThanOrEqual(plain * 1.25);
      },
    ),
  );
});
