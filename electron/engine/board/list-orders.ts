import type { OrderSort } from '../../../shared/contract/methods.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { placeFrom } from '../db/cache/order-place.ts';
import type { ReadableDb } from '../db/open.ts';
import type { OrderSelection } from './order-filter.ts';

/** Matches are counted up to here: nobody reads more, and a common word is in most orders. */
const COUNTED_MATCHES = 10_000;

type Value = string | number;

export interface OrderIds {
  readonly ids: Uint32Array<ArrayBuffer>;
  /** Whether there are more than were asked for. */
  readonly more: boolean;
}

/** Local ids of the orders that match, sorted. `limit`: left out, all of them. */
export function orderIds(
  db: ReadableDb,
  { from, where, bind, orderBy }: OrderSelection,
  sort: OrderSort = 'age',
  limit?: number,
): OrderIds {
  const ids = db
    .prepare<Value[], number>(
      `SELECT o.id FROM ${from} WHERE ${where} ORDER BY ${orderBy[sort]} ${limit === undefined ? '' : 'LIMIT ?'}`,
    )
    .pluck()
    .all(...bind, ...(limit === undefined ? [] : [limit + 1]));
  const more = limit !== undefined && ids.length > limit;
  // Neither `from` nor the constructor, which take half as long as the query: that many ids cross at once.
  const packed = new Uint32Array(more ? limit : ids.length);
  for (let at = 0; at < packed.length; at += 1) packed[at] = ids[at] ?? 0;
  return { ids: packed, more };
}

export interface OrderIdPage {
  readonly total: number;
  /** Whether there are more than `total`. */
  readonly atLeast: boolean;
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
  selection: OrderSelection,
  limit: number,
  after: string | null,
): OrderIdPage {
  const { from, where, bind, orderBy, place } = selection;
  const cursor = after === null ? null : decodeCursor(after);
  const behind: readonly [sql: string, bind: readonly number[]] =
    cursor === null
      ? ['', []]
      : [
          `AND (o.created_at, o.id) > (?, ?) ${place === null ? '' : `AND ${place} >= ?`}`,
          [...cursor, ...(place === null ? [] : [placeFrom(cursor[0])])],
        ];
  const rows = db
    .prepare<Value[], { id: number; createdAt: number }>(
      `SELECT o.id, o.created_at AS createdAt FROM ${from} WHERE ${where} ${behind[0]} ORDER BY ${orderBy.age} LIMIT ?`,
    )
    .all(...bind, ...behind[1], limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const counted = countOrders(db, selection);
  return {
    total: Math.min(counted, selection.counts ? counted : COUNTED_MATCHES),
    atLeast: !selection.counts && counted > COUNTED_MATCHES,
    next: rows.length > limit && last ? encodeCursor(last.createdAt, last.id) : null,
    ids: page.map(({ id }) => id),
  };
}

function countOrders(db: ReadableDb, { from, where, bind, counts }: OrderSelection): number {
  if (counts) {
    const sum = db.prepare<Value[], number | null>(
      `SELECT sum(o.orders) FROM order_counts o WHERE ${counts.where}`,
    );
    return sum.pluck().get(...counts.bind) ?? 0;
  }
  const count = db.prepare<Value[], number>(
    `SELECT count(*) FROM (SELECT o.id FROM ${from} WHERE ${where} LIMIT ${COUNTED_MATCHES + 1})`,
  );
  return count.pluck().get(...bind) ?? 0;
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
