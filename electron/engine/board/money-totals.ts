import type { Money } from '../../../shared/domain/money.ts';

/** Sums per currency, by currency. */
export function moneyTotals(amounts: readonly Money[]): Money[] {
  return [...Map.groupBy(amounts, ({ currency }) => currency)]
    .map(([currency, group]) => ({
      currency,
      amountMinor: group.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}
