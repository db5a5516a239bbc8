import type { DemoClock } from '../clock.ts';
import type { OrderBook } from './order-book.ts';
import type { Order } from './order.ts';
import { fulfillmentStatusOf } from './order-facts.ts';

/** What a search sees of an order; after a change it sees the old state until the index has caught up. */
export interface IndexedOrder {
  readonly index: number;
  readonly id: number;
  readonly name: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly tags: readonly string[];
  readonly status: 'open' | 'closed' | 'cancelled';
  readonly financialStatus: string;
  readonly fulfillmentStatus: string;
  readonly sourceIdentifier: string | null;
  readonly email: string | null;
  readonly test: boolean;
}

/** A place in a sorted list of orders: the value sorted by (UTC ms or id), then the position in the books. */
export interface SortPoint {
  readonly value: number;
  readonly index: number;
}

/** The store's search index: eventually consistent, unlike reading an order by its id. */
export interface OrderIndex {
  snapshot(order: Order): IndexedOrder;
  changed(order: Order, before: IndexedOrder): void;
  created(order: Order): void;
  /** The indexed state of an order, or null while the index does not know it yet. */
  at(index: number): IndexedOrder | null;
  /** Positions in order of last change, from a point on (exclusive when `after`), either way round. */
  byUpdate(from: SortPoint | null, reverse: boolean): Generator<SortPoint>;
  /** Positions in order of creation, which is also the order of the ids. */
  byCreation(from: SortPoint | null, reverse: boolean): Generator<SortPoint>;
  /** Positions of orders with this sourceIdentifier; only orders made over the API have one. */
  bySource(identifier: string): readonly number[];
}

/** Room for 2^21 positions beside a timestamp in seconds in one exact double. */
const POSITIONS = 2_097_152;

/**
 * @param lagMs how long the index needs to notice a change
 */
export function createOrderIndex(orders: OrderBook, clock: DemoClock, lagMs: number): OrderIndex {
  /** Orders whose change has not arrived yet; null: the order itself has not. */
  const pending = new Map<number, { at: number; old: IndexedOrder | null }>();
  const moved = new Map<number, number>();
  const sources = new Map<string, number[]>();
  let base: Float64Array | null = null;
  let recent: number[] | null = null;

  const settle = (): void => {
    const now = clock.elapsed();
    for (const [index, { at }] of pending) {
      if (at > now) continue;
      pending.delete(index);
      moved.set(index, keyOf(orders.updatedAtOf(index), index));
      recent = null;
    }
  };
  const note = (order: Order, old: IndexedOrder | null): void => {
    settle();
    const waiting = pending.get(order.index);
    // Until the index has settled, a search sees the state before the first of the changes.
    pending.set(order.index, { at: clock.elapsed() + lagMs, old: waiting === undefined ? old : waiting.old });
  };
  const at = (index: number): IndexedOrder | null => {
    const waiting = pending.get(index);
    if (waiting !== undefined) return waiting.old;
    const order = orders.peek(index);
    return order === null ? null : snapshot(order);
  };
  const baseKeys = (): Float64Array => {
    if (base === null) {
      base = new Float64Array(orders.seeded);
      for (let index = 0; index < base.length; index++) base[index] = keyOf(orders.updatedAtOf(index), index);
      base.sort();
    }
    return base;
  };
  const recentKeys = (): number[] => (recent ??= [...moved.values()].toSorted((a, b) => a - b));

  return {
    snapshot: (order) => {
      // Taken before the first change: the keys must be those of the untouched orders.
      baseKeys();
      return snapshot(order);
    },
    at: (index) => {
      settle();
      return at(index);
    },
    changed: note,
    created: (order) => {
      note(order, null);
      if (order.sourceIdentifier === null) return;
      const known = sources.get(order.sourceIdentifier);
      if (known === undefined) sources.set(order.sourceIdentifier, [order.index]);
      else known.push(order.index);
    },
    *byUpdate(from, reverse) {
      settle();
      const old = baseKeys();
      const fresh = recentKeys();
      const stale = new Set(moved.keys());
      const start = from === null ? null : keyOf(from.value, from.index);
      const step = reverse ? -1 : 1;
      let a = startAt(old, start, reverse);
      let b = startAt(fresh, start, reverse);
      for (;;) {
        const left = old[a];
        const right = fresh[b];
        if (left === undefined && right === undefined) return;
        const takeLeft =
          right === undefined || (left !== undefined && (reverse ? left > right : left < right));
        const key = takeLeft ? left : right;
        if (takeLeft) a += step;
        else b += step;
        if (key === undefined) return;
        const point = { value: Math.floor(key / POSITIONS) * 1000, index: key % POSITIONS };
        if (takeLeft && stale.has(point.index)) continue;
        yield point;
      }
    },
    *byCreation(from, reverse) {
      settle();
      const last = orders.size - 1;
      const step = reverse ? -1 : 1;
      for (
        let index = from === null ? (reverse ? last : 0) : from.index + step;
        index >= 0 && index <= last;
        index += step
      ) {
        if (pending.get(index)?.old === null) continue;
        yield { value: orders.peek(index)?.createdAt ?? 0, index };
      }
    },
    bySource: (identifier) => {
      settle();
      return (sources.get(identifier) ?? []).filter((index) => at(index) !== null);
    },
  };
}

function keyOf(updatedAt: number, index: number): number {
  return Math.floor(updatedAt / 1000) * POSITIONS + index;
}

function startAt(keys: ArrayLike<number>, start: number | null, reverse: boolean): number {
  if (start === null) return reverse ? keys.length - 1 : 0;
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const key = keys[middle] ?? 0;
    if (reverse ? key < start : key <= start) low = middle + 1;
    else high = middle;
  }
  return reverse ? low - 1 : low;
}

function snapshot(order: Order): IndexedOrder {
  return {
    index: order.index,
    id: order.id,
    name: order.name,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    tags: [...order.tags],
    status: order.cancelledAt !== null ? 'cancelled' : order.closedAt !== null ? 'closed' : 'open',
    financialStatus: order.financialStatus,
    fulfillmentStatus: fulfillmentStatusOf(order),
    sourceIdentifier: order.sourceIdentifier,
    email: order.email,
    test: order.test,
  };
}
