import type { Order } from './order.ts';

/**
 * The orders of one store. Seeded orders are built when they are looked at and kept only once somebody changed
 * them (small stores keep all), so a store of a million orders starts at once and costs no memory up front.
 */
export interface OrderBook {
  /** Seeded and added orders together. */
  readonly size: number;
  /** How many of them were seeded; the rest was created over the API. */
  readonly seeded: number;
  /** The order at a position, to read; null past the end. */
  peek(index: number): Order | null;
  /** The same order, to change: from now on this very object is the order. */
  edit(index: number): Order;
  /** The order as it was seeded, whatever happened to it since; an added order as it is. */
  pristine(index: number): Order;
  add(build: (index: number) => Order): Order;
  /** UTC ms of the last change, without building the order. */
  updatedAtOf(index: number): number;
}

const KEEP_ALL_BELOW = 50_000;
/** Larger stores remember the last orders looked at: a search, its filter and its answer ask for the same one. */
const REMEMBERED = 1_024;

/**
 * @param seeded how many orders `build` can make
 * @param build makes the order at a position, always the same one
 * @param seededUpdatedAt when that order was last changed, at a fraction of the cost
 */
export function createOrderBook(
  seeded: number,
  build: (index: number) => Order,
  seededUpdatedAt: (index: number) => number,
): OrderBook {
  const kept = new Map<number, Order>();
  const remembered = new Map<number, Order>();
  const changed = new Set<number>();
  let size = seeded;
  const peek = (index: number): Order | null => {
    if (index < 0 || index >= size) return null;
    const known = kept.get(index) ?? remembered.get(index);
    if (known !== undefined) return known;
    const order = build(index);
    if (seeded < KEEP_ALL_BELOW) kept.set(index, order);
    else {
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(index, order);
    }
    return order;
  };
  return {
    get size() {
      return size;
    },
    seeded,
    peek,
    edit: (index) => {
      const order = peek(index);
      if (order === null) throw new Error(`There is no order at position ${index}.`);
      kept.set(index, order);
      changed.add(index);
      return order;
    },
    pristine: (index) => {
      const order = changed.has(index) && index < seeded ? build(index) : peek(index);
      if (order === null) throw new Error(`There is no order at position ${index}.`);
      return order;
    },
    add: (make) => {
      const order = make(size);
      kept.set(size, order);
      changed.add(size);
      size += 1;
      return order;
    },
    updatedAtOf: (index) => (changed.has(index) ? (kept.get(index)?.updatedAt ?? 0) : seededUpdatedAt(index)),
  };
}
