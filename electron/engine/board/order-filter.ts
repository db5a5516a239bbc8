import type { OrderFilter, OrderSort } from '../../../shared/contract/methods.ts';
import { ORDER_STATES, type OrderState } from '../../../shared/domain/error-type.ts';
import { storeId } from '../../../shared/domain/ids.ts';
import { facets } from '../db/cache/order-words.ts';
import { findStoreNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';
import type { CompiledQuery } from './compile-query.ts';
import { anyOf, matchExpression, phrase } from './match-expression.ts';
import type { StoreCutoffs } from './store-cutoffs.ts';

type Value = string | number;

/** A filter as SQL. */
export interface OrderSelection {
  /** Tables; `orders o` is among them. */
  readonly from: string;
  readonly where: string;
  readonly bind: readonly Value[];
  /** The id makes each a total order. */
  readonly orderBy: Readonly<Record<OrderSort, string>>;
  /** The place where `age` starts at an order, for a cursor; null: created_at and id alone say it. */
  readonly place: string | null;
  /** The same of `order_counts o`, where the counts alone can answer how many there are; null: they cannot. */
  readonly counts: { readonly where: string; readonly bind: readonly Value[] } | null;
}

interface Condition {
  readonly sql: string;
  readonly bind: readonly Value[];
}

/**
 * @param cutoffs of all stores, for `missCutoff`
 *
 * Nothing in the filter means every stuck order. A store or a cause that is not there selects nothing. Stuck orders have
 * indexes of their own; whatever else is asked for, the full-text table finds in the order of age.
 */
export function selectOrders(
  db: ReadableDb,
  filter: OrderFilter,
  query: CompiledQuery | null,
  cutoffs: readonly StoreCutoffs[] = [],
): OrderSelection {
  const states = statesOf(filter, query);
  const store = filter.storeId === undefined ? null : (findStoreNo(db, storeId(filter.storeId)) ?? 0);
  const columns: Condition[] = [
    // Literals, so that the indexes of stuck orders apply.
    ...(states.length === ORDER_STATES.length ? [] : [{ sql: stateIs(states), bind: [] }]),
    ...(store === null ? [] : [{ sql: 'o.store = ?', bind: [store] }]),
    ...(filter.errorType === undefined ? [] : [{ sql: 'o.error_type = ?', bind: [filter.errorType] }]),
  ];
  const lookedUp: Condition[] = [
    ...(filter.cause === undefined ? [] : [causedBy(filter.cause)]),
    ...(filter.predictedFixed ? [{ sql: 'o.predicted_type IS NULL', bind: [] }] : []),
    ...(filter.missCutoff ? [placedSince(cutoffs)] : []),
  ];
  const counts = query === null && lookedUp.length === 0 ? joined(columns) : null;
  const onlyStuck = states.length === 1 && states[0] === 'stuck';
  if (query === null && (onlyStuck || columns.length === 0)) {
    const age = onlyStuck ? ['o.created_at', 'o.id'] : ['o.place'];
    return {
      from: 'orders o',
      ...joined([...columns, ...lookedUp]),
      orderBy: orderBy(age),
      place: onlyStuck ? null : 'o.place',
      counts,
    };
  }
  const having = [
    ...(states.length === ORDER_STATES.length
      ? []
      : [anyOf(states.map((state) => phrase(facets.state(state))))]),
    ...(store === null ? [] : [phrase(facets.store(store))]),
    ...(filter.errorType === undefined ? [] : [phrase(facets.type(filter.errorType))]),
    ...(query?.having ?? []),
  ];
  const found: Condition[] = [
    { sql: 'w.order_words MATCH ?', bind: [matchExpression(having, query?.without ?? [])] },
    ...(query === null ? [] : [{ sql: 'w.rowid >= ? AND w.rowid < ?', bind: [query.from, query.to] }]),
    ...(query?.where ?? []),
  ];
  return {
    from: 'order_words w CROSS JOIN orders o ON o.place = w.rowid',
    ...joined([...found, ...lookedUp]),
    orderBy: orderBy(['w.rowid']),
    place: 'w.rowid',
    counts,
  };
}

function causedBy(key: string): Condition {
  return {
    sql: 'o.id IN (SELECT order_id FROM order_causes WHERE cause = (SELECT id FROM causes WHERE key = ?))',
    bind: [key],
  };
}

/** Placed since the last cut-off of their store. The earliest of them all bounds what an index by age has to show. */
function placedSince(cutoffs: readonly StoreCutoffs[]): Condition {
  const read = cutoffs.flatMap(({ no, previous }) => (no === null ? [] : [{ no, previous }]));
  if (read.length === 0) return { sql: '0', bind: [] };
  return {
    sql: `o.created_at > ? AND (${read.map(() => 'o.store = ? AND o.created_at > ?').join(' OR ')})`,
    bind: [
      Math.min(...read.map(({ previous }) => previous)),
      ...read.flatMap(({ no, previous }) => [no, previous]),
    ],
  };
}

function statesOf(filter: OrderFilter, query: CompiledQuery | null): readonly OrderState[] {
  const given = filter.states?.length ? filter.states : null;
  const meant = given ?? (query?.namesStates ? ORDER_STATES : (['stuck'] as const));
  return ORDER_STATES.filter((state) => meant.includes(state));
}

function stateIs(states: readonly OrderState[]): string {
  const literals = states.map((state) => `'${state}'`);
  return literals.length === 1 ? `o.state = ${literals.join('')}` : `o.state IN (${literals.join(', ')})`;
}

function joined(conditions: readonly Condition[]): { where: string; bind: readonly Value[] } {
  return {
    where: conditions.map(({ sql }) => sql).join(' AND ') || '1',
    bind: conditions.flatMap(({ bind }) => bind),
  };
}

/** Oldest first; newest first; most worth first; by number as people count. */
function orderBy(age: readonly string[]): Record<OrderSort, string> {
  return {
    age: age.join(', '),
    newest: age.map((column) => `${column} DESC`).join(', '),
    value: 'o.value_minor DESC, o.id',
    name: 'length(o.name), o.name, o.id',
  };
}
