import type { Urgency } from '../../../shared/contract/rows.ts';
import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { ReadableDb } from '../db/open.ts';
import { moneyTotals } from './money-totals.ts';
import type { StoreCutoffs } from './store-cutoffs.ts';

interface Row {
  readonly errorType: ErrorType;
  readonly currency: string;
  readonly orders: number;
  readonly valueMinor: number;
}

/**
 * What the next cut-off decides (domain.md, Urgency): stuck orders placed since the cut-off before it, which a fix in
 * time still ships as promised. Older ones have missed theirs already. Reads a stretch of an index, not all orders.
 */
export function urgency(db: ReadableDb, cutoffs: readonly StoreCutoffs[], only?: StoreId): Urgency {
  const recent = db.prepare<[number, Millis], Row>(
    `SELECT error_type AS errorType, currency, count(*) AS orders, sum(value_minor) AS valueMinor
     FROM orders WHERE store = ? AND state = 'stuck' AND created_at > ? GROUP BY error_type, currency`,
  );
  const rows: Row[] = [];
  let cutoff: Millis | null = null;
  for (const { id, no, previous, next } of cutoffs) {
    if (only !== undefined && id !== only) continue;
    cutoff = cutoff === null ? next : Math.min(cutoff, next);
    if (no !== null) rows.push(...recent.all(no, previous));
  }
  const count = (wanted: readonly Row[]): number => wanted.reduce((sum, { orders }) => sum + orders, 0);
  return {
    cutoff,
    orders: count(rows),
    value: moneyTotals(rows.map(({ currency, valueMinor }) => ({ currency, amountMinor: valueMinor }))),
    byType: ERROR_TYPES.map((errorType) => ({
      errorType,
      orders: count(rows.filter((row) => row.errorType === errorType)),
    })).filter(({ orders }) => orders > 0),
  };
}
