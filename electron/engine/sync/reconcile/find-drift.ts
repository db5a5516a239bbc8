import type { Millis } from '../../../../shared/domain/order.ts';

/** Orders created from `from` (inclusive) to before `before`; UTC ms in whole seconds. */
export interface Window {
  readonly from: Millis;
  readonly before: Millis;
}

/** An order by its number at Shopify, and when it last changed, UTC ms. */
export interface Stamp {
  readonly legacyId: number;
  readonly updatedAt: Millis;
}

export interface LocalStamp extends Stamp {
  /** The local id. */
  readonly id: number;
  readonly createdAt: Millis;
}

/** What there is to ask of the store. */
export interface StoreSide {
  /** null: it does not say exactly. */
  count(window: Window): Promise<number | null>;
  list(window: Window): Promise<readonly Stamp[]>;
}

export interface Drift {
  /** Numbers of orders that the store has and the cache has not, or has as they were. */
  readonly toRead: readonly number[];
  /** Local ids of orders that the search does not show: perhaps gone. */
  readonly toCheck: readonly number[];
}

/** From so many orders down it is cheaper to list them than to halve the window again. */
const LISTED = 250;
const SECOND = 1_000;

/**
 * Where the cache and the store disagree about which orders there are: counts are compared, and a window in which they
 * differ is halved until it is small enough to be listed. A store that agrees costs one request.
 * @param local of the window, oldest first
 */
export async function findDrift(
  window: Window,
  local: readonly LocalStamp[],
  store: StoreSide,
): Promise<Drift> {
  const there = await store.count(window);
  if (there === local.length) return { toRead: [], toCheck: [] };
  const isSmall = there === null || Math.max(there, local.length) <= LISTED;
  if (isSmall || window.before - window.from <= SECOND) return listDrift(local, await store.list(window));
  const middle = middleOf(window, local);
  const early = await findDrift({ from: window.from, before: middle }, before(local, middle), store);
  const late = await findDrift({ from: middle, before: window.before }, from(local, middle), store);
  return {
    toRead: [...early.toRead, ...late.toRead],
    toCheck: [...early.toCheck, ...late.toCheck],
  };
}

/** What differs between orders of one window here and there. */
export function listDrift(local: readonly LocalStamp[], there: readonly Stamp[]): Drift {
  const here = new Map(local.map((stamp) => [stamp.legacyId, stamp]));
  const known = new Set(there.map(({ legacyId }) => legacyId));
  return {
    toRead: there
      .filter(({ legacyId, updatedAt }) => (here.get(legacyId)?.updatedAt ?? -Infinity) < updatedAt)
      .map(({ legacyId }) => legacyId),
    toCheck: local.filter(({ legacyId }) => !known.has(legacyId)).map(({ id }) => id),
  };
}

/** Where half of the orders lie on each side, as far as the cache knows; else half of the time. */
function middleOf({ from: start, before: end }: Window, local: readonly LocalStamp[]): Millis {
  const halfway = (at: Millis): Millis => Math.floor(at / SECOND) * SECOND;
  const median = halfway(local[Math.floor(local.length / 2)]?.createdAt ?? 0);
  return median > start && median < end ? median : start + Math.max(SECOND, halfway((end - start) / 2));
}

const before = (local: readonly LocalStamp[], at: Millis): readonly LocalStamp[] =>
  local.filter(({ createdAt }) => createdAt < at);
const from = (local: readonly LocalStamp[], at: Millis): readonly LocalStamp[] =>
  local.filter(({ createdAt }) => createdAt >= at);
