import type { Millis } from '../../../../shared/domain/order.ts';
import type { ReadableDb } from '../access.ts';

/** Orders of one second that keep to it; those beyond move on to the next free place. */
const PER_SECOND = 64;

/** The first place of a second: orders placed before `at` (UTC ms, to the second) stand below it. */
export function placeFrom(at: Millis): number {
  return Math.floor(at / 1000) * PER_SECOND;
}

/**
 * Gives orders their places: unique, and by age, so that all lists go by one number. Shopify's times have whole
 * seconds; within one, the order first taken in comes first.
 */
export function createPlaces(db: ReadableDb): (createdAt: Millis) => number {
  const last = db
    .prepare<[from: number, to: number], number | null>(
      'SELECT max(place) FROM orders WHERE place >= ? AND place < ?',
    )
    .pluck();
  return (createdAt) => {
    for (let from = placeFrom(createdAt); ; from += PER_SECOND) {
      const taken = last.get(from, from + PER_SECOND) ?? from - 1;
      if (taken + 1 < from + PER_SECOND) return taken + 1;
    }
  };
}
