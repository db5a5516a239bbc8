import type { WritableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';
import type { Tally } from './tally.ts';
import type { OrderCause } from './verdict.ts';

/** The columns of an order that its causes are counted by. */
interface CausedOrderColumns {
  readonly id: number;
  readonly store: StoreNo;
  readonly currency: string;
  readonly valueMinor: number;
}

interface OrderCauseRow {
  readonly cause: number;
  readonly unblocks: 0 | 1;
}

interface CauseRow {
  readonly id: number;
  readonly subject: string;
  readonly errorType: string;
  readonly fix: string;
}

/** Keeps the root causes of stuck orders, and how many orders each keeps. */
export interface CausesRepo {
  /** Those of an order that has none yet. */
  add(order: CausedOrderColumns, causes: readonly OrderCause[]): void;
  replace(order: CausedOrderColumns, causes: readonly OrderCause[]): void;
  /** The same where the order's worth may be another now. */
  move(before: CausedOrderColumns, after: CausedOrderColumns, causes: readonly OrderCause[]): void;
}

export function createCausesRepo(db: WritableDb, tally: Tally): CausesRepo {
  const ids = new Map<string, number>();
  const known = db.prepare<[string], CauseRow>(
    'SELECT id, subject, error_type AS errorType, fix FROM causes WHERE key = ?',
  );
  const upsert = db
    .prepare<[string, string, string, string | null, string], number>(
      `INSERT INTO causes (key, error_type, subject, entity, fix) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET subject = excluded.subject, fix = excluded.fix, error_type = excluded.error_type
       RETURNING id`,
    )
    .pluck();
  const of = db.prepare<[number], OrderCauseRow>(
    'SELECT cause, unblocks FROM order_causes WHERE order_id = ?',
  );
  const put = db.prepare<[number, number, 0 | 1]>(
    'INSERT OR REPLACE INTO order_causes (order_id, cause, unblocks) VALUES (?, ?, ?)',
  );
  const drop = db.prepare<[number, number]>('DELETE FROM order_causes WHERE order_id = ? AND cause = ?');

  const idOf = (cause: OrderCause): number => {
    const { key } = cause;
    let id = ids.get(key);
    if (id === undefined) {
      id = save(cause);
      ids.set(key, id);
    }
    return id;
  };
  /** Looks first: writing what is there already takes a hundred times as long, and most causes are there. */
  const save = ({ key, errorType, subject, entity, fix }: OrderCause): number => {
    const body = JSON.stringify(subject);
    const there = known.get(key);
    if (there && there.subject === body && there.errorType === errorType && there.fix === fix)
      return there.id;
    const id = upsert.get(key, errorType, body, entity, fix);
    if (id === undefined) throw new Error(`Cause ${key} was not saved.`);
    return id;
  };
  const count = (order: CausedOrderColumns, { cause, unblocks }: OrderCauseRow, times: 1 | -1): void => {
    const { store, currency, valueMinor } = order;
    tally.cause({ cause, store, currency, valueMinor, unblocks: unblocks === 1 }, times);
  };
  const write = (
    order: CausedOrderColumns,
    before: readonly OrderCauseRow[],
    causes: readonly OrderCause[],
  ): void => {
    const after = new Map(causes.map((cause) => [idOf(cause), cause.unblocks ? (1 as const) : (0 as const)]));
    for (const row of before) {
      if (after.get(row.cause) === row.unblocks) {
        after.delete(row.cause);
        continue;
      }
      count(order, row, -1);
      if (!after.has(row.cause)) drop.run(order.id, row.cause);
    }
    for (const [cause, unblocks] of after) {
      put.run(order.id, cause, unblocks);
      count(order, { cause, unblocks }, 1);
    }
  };
  return {
    add: (order, causes) => write(order, [], causes),
    replace: (order, causes) => write(order, of.all(order.id), causes),
    move(before, after, causes) {
      const rows = of.all(before.id);
      for (const row of rows) {
        count(before, row, -1);
        count(after, row, 1);
      }
      write(after, rows, causes);
    },
  };
}
