import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../open.ts';
import { TEST_KEY, tempDir } from '../test-support/temp-dir.ts';
import { createPlaces, placeFrom } from './order-place.ts';

/** Gives an order placed at `createdAt` its place, and keeps it there. */
function aQueue(): (createdAt: number) => number {
  const db = openDatabase({
    file: join(tempDir(), 'places.db'),
    key: TEST_KEY,
    kind: 'cache',
    migrations: [
      { version: 1, name: 'places', up: (on) => on.exec('CREATE TABLE orders (place INTEGER NOT NULL)') },
    ],
  });
  onTestFinished(() => db.close());
  const placeAt = createPlaces(db);
  const take = db.prepare<[number]>('INSERT INTO orders (place) VALUES (?)');
  return (createdAt) => {
    const place = placeAt(createdAt);
    take.run(place);
    return place;
  };
}

test('whoever is placed a second later stands behind, in whatever order they come', () => {
  const queue = aQueue();
  const [late, early, between] = [queue(9_000), queue(1_000), queue(5_999)];
  expect([early, between, late]).toEqual([early, between, late].toSorted((a, b) => a - b));
  expect(between).toBeLessThan(placeFrom(6_000));
  expect(between).toBeGreaterThanOrEqual(placeFrom(5_000));
});

test('within a second the first to come stands first, and those beyond it move on', () => {
  const queue = aQueue();
  const same = Array.from({ length: 200 }, () => queue(7_000));
  expect(same).toEqual(same.toSorted((a, b) => a - b));
  expect(new Set(same).size).toBe(200);
  expect(queue(8_000)).toBeGreaterThan(same.at(-1) ?? 0);
});

test('no two orders ever have the same place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 300 }), (times) => {
      const queue = aQueue();
      expect(new Set(times.map(queue)).size).toBe(times.length);
    }),
    { numRuns: 10 },
  );
});
