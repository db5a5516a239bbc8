import { assert, asyncProperty, boolean, integer, record, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { findDrift, type LocalStamp, type Stamp, type StoreSide, type Window } from './find-drift.ts';

const DAY = 24 * 60 * 60 * 1000;
const window: Window = { from: 0, before: 60 * DAY };

interface There extends Stamp {
  readonly createdAt: number;
}

/** A store with these orders, and what was asked of it. */
function aStoreSide(orders: readonly There[]): StoreSide & { readonly asked: string[] } {
  const asked: string[] = [];
  const within = ({ from, before }: Window): readonly There[] =>
    orders.filter(({ createdAt }) => createdAt >= from && createdAt < before);
  return {
    asked,
    count: async (part) => {
      asked.push('count');
      return within(part).length;
    },
    list: async (part) => {
      asked.push('list');
      expect(within(part).length).toBeLessThanOrEqual(250);
      return within(part);
    },
  };
}

const order = (n: number): There => ({ legacyId: n, createdAt: n * 60_000, updatedAt: n * 60_000 });
const here = (there: There): LocalStamp => ({ ...there, id: there.legacyId + 1_000_000 });

test('a store that agrees costs one request', async () => {
  const orders = Array.from({ length: 5_000 }, (_, n) => order(n));
  const store = aStoreSide(orders);
  expect(await findDrift(window, orders.map(here), store)).toEqual({ toRead: [], toCheck: [] });
  expect(store.asked).toEqual(['count']);
});

test('one order among five thousand is found in few requests', async () => {
  const orders = Array.from({ length: 5_000 }, (_, n) => order(n));
  const store = aStoreSide(orders);
  const local = orders.filter(({ legacyId }) => legacyId !== 3_333).map(here);
  expect(await findDrift(window, local, store)).toEqual({ toRead: [3_333], toCheck: [] });
  expect(store.asked.length).toBeLessThan(15);
});

test('what a listed window shows as older here is read again', async () => {
  const there = [order(1), { ...order(2), updatedAt: 999_999 }, order(3)];
  const drift = await findDrift(
    window,
    [here(order(1)), here(order(2)), here(order(4)), here(order(5))],
    aStoreSide(there),
  );
  expect(drift).toEqual({ toRead: [2, 3], toCheck: [1_000_004, 1_000_005] });
});

test('a store that does not count exactly is listed', async () => {
  const store: StoreSide = { count: async () => null, list: async () => [order(1)] };
  expect(await findDrift(window, [], store)).toEqual({ toRead: [1], toCheck: [] });
});

const orders = uniqueArray(
  record({
    legacyId: integer({ min: 1, max: 400 }),
    createdAt: integer({ min: 0, max: 5_000 }),
    kept: boolean(),
  }),
  { selector: ({ legacyId }) => legacyId, maxLength: 400 },
);

test('whatever only one side has is found, unless as many are missing in the same place', async () => {
  await assert(
    asyncProperty(orders, async (all) => {
      const there = all.map(({ legacyId, createdAt }) => ({
        legacyId,
        createdAt: createdAt * 60_000,
        updatedAt: 1,
      }));
      const local = all
        .filter(({ kept }) => kept)
        .map(({ legacyId, createdAt }) => here({ legacyId, createdAt: createdAt * 60_000, updatedAt: 1 }))
        .toSorted((a, b) => a.createdAt - b.createdAt);
      const { toRead, toCheck } = await findDrift(window, local, aStoreSide(there));
      expect(new Set(toRead)).toEqual(
        new Set(all.filter(({ kept }) => !kept).map(({ legacyId }) => legacyId)),
      );
      expect(toCheck).toEqual([]);
    }),
  );
});
