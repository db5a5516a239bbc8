import { expect, test } from 'vitest';
import { judge } from '../../electron/engine/triage/judge.ts';
import { NOW } from './synthetic-store.ts';
import { syntheticContext } from './synthetic-context.ts';
import { syntheticOrder, TROUBLES } from './synthetic-orders.ts';

const PLACE = { seed: 1, store: 2, ordersOfStore: 1000 };

test('the same place always holds the same order', () => {
  syntheticOrder({ ...PLACE, n: 3 });
  expect(syntheticOrder({ ...PLACE, n: 4 })).toEqual(syntheticOrder({ ...PLACE, n: 4 }));
});

test.each(TROUBLES)('an order made to have %s has it first', (trouble) => {
  for (let n = 0; n < 20; n += 1) {
    const { order } = syntheticOrder({ ...PLACE, n, trouble });
    const { errorType } = judge(order, syntheticContext(2), {
      verdict: { known: false },
      mark: null,
      now: NOW,
      lastChangeAt: order.createdAt,
    });
    expect(errorType).toBe(trouble);
  }
});

test('orders are as large as real ones, one in five is stuck, and the largest group is a tenth', () => {
  const made = Array.from({ length: 1000 }, (_, n) => syntheticOrder({ ...PLACE, n }));
  const bytes = made.reduce((sum, { order }) => sum + JSON.stringify(order).length, 0) / made.length;
  expect(bytes).toBeGreaterThan(2100);
  expect(bytes).toBeLessThan(2500);
  const stuck = made.filter(({ trouble }) => trouble !== null);
  expect(stuck.length).toBeGreaterThan(150);
  expect(stuck.length).toBeLessThan(300);
  expect(stuck.filter(({ trouble }) => trouble === 'ignored_by_tag').length).toBeGreaterThan(60);
});

test('a store’s orders come oldest first', () => {
  const times = Array.from({ length: 50 }, (_, n) => syntheticOrder({ ...PLACE, n }).order.createdAt);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});
