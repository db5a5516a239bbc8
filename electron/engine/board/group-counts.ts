import type { OrderFilter } from '../../../shared/contract/methods.ts';
import type { GroupCounts } from '../../../shared/contract/rows.ts';
import type { ReadableDb } from '../db/open.ts';
import { selectOrders } from './order-filter.ts';
import type { StoreCutoffs } from './store-cutoffs.ts';

export type Group = Pick<OrderFilter, 'storeId' | 'cause'> & Required<Pick<OrderFilter, 'errorType'>>;

/**
 * How many orders each tab of a group holds: exactly as many as the list with the same filter has. A root cause is known
 * of stuck orders only, so it does not narrow what was set aside.
 */
export function groupCounts(db: ReadableDb, group: Group, cutoffs: readonly StoreCutoffs[]): GroupCounts {
  const { cause: _cause, ...ofType } = group;
  const count = (filter: OrderFilter): number => {
    const { from, where, bind, counts } = selectOrders(db, filter, null, cutoffs);
    const sql = counts
      ? `SELECT sum(o.orders) FROM order_counts o WHERE ${counts.where}`
      : `SELECT count(*) FROM ${from} WHERE ${where}`;
    return (
      db
        .prepare<(string | number)[], number | null>(sql)
        .pluck()
        .get(...(counts?.bind ?? bind)) ?? 0
    );
  };
  return {
    stuck: count(group),
    predictedFixed:
      group.cause === undefined ? resolved(db, ofType) : count({ ...group, predictedFixed: true }),
    missCutoff: count({ ...group, missCutoff: true }),
    snoozed: count({ ...ofType, states: ['snoozed'] }),
    dismissed: count({ ...ofType, states: ['dismissed'] }),
  };
}

/** Of a whole type the counts know it; going through its orders would take time that grows with them. */
function resolved(db: ReadableDb, ofType: OrderFilter): number {
  const { counts } = selectOrders(db, ofType, null);
  if (!counts) return 0;
  return (
    db
      .prepare<(string | number)[], number | null>(
        `SELECT sum(o.resolved) FROM order_counts o WHERE ${counts.where}`,
      )
      .pluck()
      .get(...counts.bind) ?? 0
  );
}
