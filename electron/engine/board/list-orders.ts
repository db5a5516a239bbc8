import type { OrderFilter, OrderSort } from '../../../shared/contract/methods.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import type { ReadableDb } from '../db/open.ts';
import { selectOrders, type OrderSelection } from './order-filter.ts';

/** Oldest first; most worth first; by number as people count. The id makes each a total order. */
const ORDER_BY: Record<OrderSort, string> = {
  age: 'o.created_at, o.id',
  value: 'o.value_minor DESC, o.id',
  name: 'length(o.name), o.name, o.id',
};

/** Local ids of all orders that match, sorted. */
export function orderIds(
  db: ReadableDb,
  filter: OrderFilter,
  sort: OrderSort = 'age',
): Uint32Array<ArrayBuffer> {
  const { where, bind } = selectOrders(db, filter);
  return Uint32Array.from(
    db
      .prepare<(string | number)[], number>(
        `SELECT o.id FROM orders o WHERE ${where} ORDER BY ${ORDER_BY[sort]}`,
      )
      .pluck()
      .all(...bind),
  );
}

export interface OrderIdPage {
  readonly total: number;
  /** What to pass as `after` for the page behind this one; null: there is none. */
  readonly next: string | null;
  readonly ids: readonly number[];
}

/**
 * One page of matching orders, oldest first. The cursor is a place in that order, not a row number, so a page costs the
 * same wherever it lies and nothing is shown twice when orders come and go in between.
 * @throws UnstuckError `bad_input` for a cursor that no page gave
 */
export function orderIdPage(
  db: ReadableDb,
  filter: OrderFilter,
  limit: number,
  after: string | null,
): OrderIdPage {
  const selection = selectOrders(db, filter);
  const place = after === null ? null : decodeCursor(after);
  const rows = db
    .prepare<(string | number)[], { id: number; createdAt: number }>(
      `SELECT o.id, o.created_at AS createdAt FROM orders o
       WHERE ${selection.where} ${place ? 'AND (o.created_at, o.id) > (?, ?)' : ''} ORDER BY ${ORDER_BY.age} LIMIT ?`,
    )
    .all(...selection.bind, ...(place ?? []), limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    total: countOrders(db, selection),
    next: rows.length > limit && last ? encodeCursor(last.createdAt, last.id) : null,
    ids: page.map(({ id }) => id),
  };
}

function countOrders(db: ReadableDb, { where, bind, counted }: OrderSelection): number {
  if (!counted) {
    const count = db
      .prepare<(string | number)[], number>(`SELECT count(*) FROM orders o WHERE ${where}`)
      .pluck();
    return count.get(...bind) ?? 0;
  }
  // The same columns by the same names; only a type of error that is not asked for is written differently.
  const sum = db.prepare<(string | number)[], number | null>(
    `SELECT sum(o.orders) FROM order_counts o WHERE ${where}`,
  );
  return sum.pluck().get(...bind) ?? 0;
}

function encodeCursor(createdAt: number, id: number): string {
  return Buffer.from(`${createdAt}.${id}`).toString('base64url');
}

function decodeCursor(cursor: string): [createdAt: number, id: number] {
  const [createdAt, id] = Buffer.from(cursor, 'base64url').toString().split('.').map(Number);
  if (
    createdAt === undefined ||
    id === undefined ||
    !Number.isSafeInteger(createdAt) ||
    !Number.isSafeInteger(id)
  ) {
    throw new UnstuckError(
      'bad_input',
      `Field “after”: “${cursor}” is no cursor; pass “next” of the page before.`,
      {
        meta: { field: 'after' },
      },
    );
  }
  return [createdAt, id];
}
