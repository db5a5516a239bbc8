import { expect, test } from 'vitest';
import { benchRow } from './row.ts';

test('a slower subject has a ratio above one, whether time or rate is measured', () => {
  expect(benchRow({ name: 'a', value: 30, unit: 'ms', floor: 10 }, { ratio: 2 }).ratio).toBe(3);
  expect(benchRow({ name: 'a', value: 1000, unit: 'orders/s', floor: 3000 }, { ratio: 2 }).ratio).toBe(3);
});

test('a row is ok only when every part of its goal holds', () => {
  const commit = { name: 'commit', value: 250, unit: 'ms', floor: 100 } as const;
  expect(benchRow(commit, { ratio: 3, atMost: 300 })).toMatchObject({ ok: true, goal: '<= 3x, <= 300 ms' });
  expect(benchRow(commit, { ratio: 2, atMost: 300 }).ok).toBe(false);
  expect(benchRow(commit, { ratio: 3, atMost: 200 }).ok).toBe(false);
  expect(benchRow({ ...commit, unit: 'orders/s' }, { atLeast: 251 }).ok).toBe(false);
});

test('without a floor there is no ratio', () => {
  expect(benchRow({ name: 'plan', value: 12, unit: 'ms', floor: null }, { atMost: 20 })).toMatchObject({
    floor: null,
    ratio: null,
    ok: true,
  });
});
