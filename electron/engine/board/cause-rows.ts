import type { CauseRow } from '../../../shared/contract/rows.ts';
import { causeLabel } from '../../../shared/domain/cause-label.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import type { FixKind } from '../../../shared/domain/fix.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { CauseSubject } from '../../../shared/domain/root-cause.ts';
import { stored } from '../db/cache/json.ts';
import { findStoreNo, type StoreNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';
import { moneyTotals } from './money-totals.ts';

export interface CauseFilter {
  readonly errorType?: ErrorType | undefined;
  readonly storeId?: StoreId | undefined;
}

interface CountRow {
  readonly key: string;
  /** JSON of a `CauseSubject`. */
  readonly subject: string;
  readonly errorType: ErrorType;
  readonly fix: FixKind;
  readonly store: StoreNo;
  readonly currency: string;
  readonly orders: number;
  readonly valueMinor: number;
  readonly unblocks: number;
}

/** The root causes behind stuck orders: those that unblock most orders first, then those that keep most, then by key. */
export function causeRows(
  db: ReadableDb,
  { errorType, storeId }: CauseFilter,
  storeName: (no: StoreNo) => string | undefined,
): CauseRow[] {
  const no = storeId === undefined ? null : (findStoreNo(db, storeId) ?? 0);
  const type = errorType ?? null;
  const rows = db
    .prepare<[string | null, string | null, number | null, number | null], CountRow>(
      `SELECT c.key, c.subject, c.error_type AS errorType, c.fix, n.store, n.currency, n.orders,
         n.value_minor AS valueMinor, n.unblocks
       FROM cause_counts n JOIN causes c ON c.id = n.cause
       WHERE (? IS NULL OR c.error_type = ?) AND (? IS NULL OR n.store = ?)`,
    )
    .all(type, type, no, no);
  return [...Map.groupBy(rows, ({ key }) => key)]
    .flatMap(([key, group]) => {
      const [first] = group;
      if (!first) return [];
      const subject = stored<CauseSubject>(first.subject);
      const names = new Map(group.map(({ store }) => [store, storeName(store)]));
      const total = (of: (row: CountRow) => number): number => group.reduce((sum, row) => sum + of(row), 0);
      return {
        key,
        label: causeLabel(subject),
        subject,
        errorType: first.errorType,
        fix: first.fix,
        orders: total((row) => row.orders),
        unblocks: total((row) => row.unblocks),
        value: moneyTotals(group.map(({ currency, valueMinor }) => ({ currency, amountMinor: valueMinor }))),
        stores: names.size,
        storeNames: [...names.values()]
          .filter((name) => name !== undefined)
          .toSorted((a, b) => a.localeCompare(b)),
      };
    })
    .toSorted((a, b) => b.unblocks - a.unblocks || b.orders - a.orders || (a.key < b.key ? -1 : 1));
}
