import { expect, it } from 'vitest';
import type { BoardRow } from '../../../shared/contract/rows.ts';
import { totalOf } from './total-of.ts';

const row = (orders: number, value: BoardRow['value'], oldest: number | null): BoardRow => ({
  errorType: 'unknown',
  orders,
  stores: 1,
  value,
  oldest,
  predicted: { resolved: 0 },
  source: { platform: 0, local: orders },
});
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const jpy = (amountMinor: number) => ({ amountMinor, currency: 'JPY' });

it('adds up orders, keeps currencies apart, and takes the oldest', () => {
  expect(totalOf([row(2, [eur(100), jpy(5)], 50), row(3, [eur(20)], 40), row(0, [], null)])).toEqual({
    orders: 5,
    value: [eur(120), jpy(5)],
    oldest: 40,
  });
});

it('has no oldest order where there is none', () => {
  expect(totalOf([])).toEqual({ orders: 0, value: [], oldest: null });
});
