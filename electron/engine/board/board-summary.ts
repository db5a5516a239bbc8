import type { BoardRow } from '../../../shared/contract/rows.ts';
import type { DiagnosisSource } from '../../../shared/domain/diagnosis.ts';
import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { findStoreNo, type StoreNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';
import { moneyTotals } from './money-totals.ts';

interface CountRow {
  readonly errorType: ErrorType;
  readonly store: StoreNo;
  readonly source: DiagnosisSource;
  readonly currency: string;
  readonly orders: number;
  readonly valueMinor: number;
  readonly resolved: number;
}

/**
 * Stuck orders by error type, most first; types without any are left out. Reads the counts and, per type, the first
 * entry of an index: the time it takes does not grow with the number of orders.
 * @param regressed stuck orders that a run had solved before
 */
export function boardSummary(
  db: ReadableDb,
  store?: StoreId,
  regressed: readonly { readonly store: StoreId; readonly errorType: ErrorType | null }[] = [],
): BoardRow[] {
  const again = Map.groupBy(
    regressed.filter((order) => store === undefined || order.store === store),
    ({ errorType }) => errorType,
  );
  const no = store === undefined ? null : (findStoreNo(db, store) ?? 0);
  const counts = db
    .prepare<[number | null, number | null], CountRow>(
      `SELECT error_type AS errorType, store, source, currency, orders, value_minor AS valueMinor, resolved
       FROM order_counts WHERE state = 'stuck' AND (? IS NULL OR store = ?)`,
    )
    .all(no, no);
  const byType = Map.groupBy(counts, ({ errorType }) => errorType);
  return ERROR_TYPES.flatMap((errorType) => {
    const rows = byType.get(errorType);
    if (!rows) return [];
    const n = again.get(errorType)?.length ?? 0;
    return [{ ...boardRow(errorType, rows, oldest(db, errorType, no)), ...(n > 0 ? { regressed: n } : {}) }];
  }).toSorted((a, b) => b.orders - a.orders);
}

function boardRow(errorType: ErrorType, rows: readonly CountRow[], oldestAt: Millis | null): BoardRow {
  const ordersOf = (source: DiagnosisSource): number =>
    sum(rows.map((row) => (row.source === source ? row.orders : 0)));
  return {
    errorType,
    orders: sum(rows.map(({ orders }) => orders)),
    stores: new Set(rows.map((row) => row.store)).size,
    value: moneyTotals(rows.map(({ currency, valueMinor }) => ({ currency, amountMinor: valueMinor }))),
    oldest: oldestAt,
    predicted: { resolved: sum(rows.map(({ resolved }) => resolved)) },
    source: { platform: ordersOf('platform'), local: ordersOf('local') },
  };
}

function oldest(db: ReadableDb, errorType: ErrorType, store: StoreNo | null): Millis | null {
  const ofStore = store === null ? '' : 'AND store = ?';
  const first = db
    .prepare<(string | number)[], number>(
      `SELECT created_at FROM orders WHERE state = 'stuck' AND error_type = ? ${ofStore} ORDER BY created_at LIMIT 1`,
    )
    .pluck();
  return (store === null ? first.get(errorType) : first.get(errorType, store)) ?? null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
