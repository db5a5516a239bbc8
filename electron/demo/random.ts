/**
 * Random numbers that depend on their key only, so that order 7 of a store is the same order whether or not
 * orders 1 to 6 were ever looked at, and in every run with the same seed.
 */
export interface Dice {
  /** A whole number from 0 to `below - 1`. */
  int(below: number): number;
  /** A number from 0 (included) to 1 (excluded). */
  fraction(): number;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of the items, which must not be empty. */
  pick<T>(items: readonly T[]): T;
}

/** Dice for one key: a seed and what it is thrown for (store, index, purpose). */
export function diceFor(...key: readonly (number | string)[]): Dice {
  let state = hashKey(key);
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(fraction() * below);
  return {
    int,
    fraction,
    chance: (probability) => fraction() < probability,
    pick: (items) => {
      const item = items[int(items.length)];
      if (item === undefined) throw new Error('pick() needs at least one item.');
      return item;
    },
  };
}

function hashKey(key: readonly (number | string)[]): number {
  let hash = 0x811c9dc5;
  for (const part of key) {
    if (typeof part === 'number') {
      hash = Math.imul(hash ^ (part & 0xffff), 0x01000193);
      hash = Math.imul(hash ^ ((part / 0x10000) | 0), 0x01000193);
    } else {
      for (let at = 0; at < part.length; at++) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
    }
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 15)) | 0;
}
