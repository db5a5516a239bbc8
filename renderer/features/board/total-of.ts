import type { BoardRow } from '../../../shared/contract/rows.ts';
import type { Money } from '../../../shared/domain/money.ts';

export interface BoardTotal {
  readonly orders: number;
  readonly value: readonly Money[];
  /** Creation of the oldest stuck order, UTC ms. */
  readonly oldest: number | null;
}

/** All error types of a board together; each order is on the board once, under its primary type. */
export function totalOf(rows: readonly BoardRow[]): BoardTotal {
  const byCurrency = new Map<string, number>();
  for (const { amountMinor, currency } of rows.flatMap(({ value }) => value)) {
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + amountMinor);
  }
  const times = rows.map(({ oldest }) => oldest).filter((time) => time !== null);
  return {
    orders: rows.reduce((sum, row) => sum + row.orders, 0),
    value: [...byCurrency].map(([currency, amountMinor]) => ({ amountMinor, currency })),
    oldest: times.length === 0 ? null : Math.min(...times),
  };
}
