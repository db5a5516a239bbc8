import { expect, test } from 'vitest';
import { ordersSeenSince } from './seen-since.ts';

const NOW = Date.UTC(2026, 10, 24);

test('without read_all_orders the orders of the last sixty days are seen', () => {
  const missing = [{ scope: 'write_products' }, { scope: 'read_all_orders' }];
  expect(ordersSeenSince(missing, NOW)).toBe(Date.UTC(2026, 8, 25));
});

test('with it, whatever else is missing, all are', () => {
  expect(ordersSeenSince([{ scope: 'write_products' }], NOW)).toBeNull();
  expect(ordersSeenSince([], NOW)).toBeNull();
});
