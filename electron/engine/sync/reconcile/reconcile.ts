import { gid, legacyId } from '../../../../shared/domain/ids.ts';
import type { Millis } from '../../../../shared/domain/order.ts';
import { readSyncState, writeSyncState } from '../../db/cache/sync-state.ts';
import { ingestOrders } from '../ingest-orders.ts';
import { keepUnread } from '../keep-unread.ts';
import { rereadOrDrop } from '../reread-or-drop.ts';
import type { StoreRun } from '../store-run.ts';
import {
  findDrift,
  listDrift,
  type LocalStamp,
  type Stamp,
  type StoreSide,
  type Window,
} from './find-drift.ts';
import { localStamps } from './local-stamps.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** How often a store is compared as a whole. */
const EVERY_MS = 6 * HOUR_MS;
/** Younger orders may not be in the store's search index yet, and come with the next pull anyway. */
const SETTLED_MS = 10 * 60 * 1000;
/** Orders read again at random: one in fifty drifted is met with a probability of 87 %. */
const SAMPLED = 100;
const AT_ONCE = 100;

/**
 * Compares the cache with the store as a whole, now and then, and mends what differs: counts by time of creation, and a
 * sample of orders read again. It is the net under the pulls, for what they cannot see: an order that was deleted, one
 * that the search index never showed, a row that was altered behind our back.
 * @returns orders that were mended
 */
export async function reconcile(run: StoreRun, random: () => number): Promise<number> {
  const { cache, no, clock, logger, store } = run;
  const { createdSince, reconciledAt } = readSyncState(cache, no);
  const now = clock.now();
  // A clock that was set back must not put it off for ever.
  if (createdSince === null || (reconciledAt !== null && Math.abs(now - reconciledAt) < EVERY_MS)) return 0;
  const window = wholeSeconds({ from: createdSince, before: now - SETTLED_MS });
  const local = await localStamps(cache, no, window);
  const { toRead, toCheck } = await findDrift(window, local, storeSide(run));
  const mended = (await read(run, toRead)) + (await check(run, toCheck)) + (await sample(run, local, random));
  if (mended > 0) logger.warn('sync.drift_mended', { store: store.id, orders: mended });
  writeSyncState(cache, no, { reconciledAt: now });
  return mended;
}

function storeSide({ reader, meter, signal }: StoreRun): StoreSide {
  return {
    count: async (window) => {
      const { count, cost } = await reader.ordersCreatedCount(window, signal);
      meter.cost += cost;
      return count;
    },
    list: async (window) => {
      const { stamps, cost } = await reader.ordersCreated(window, signal);
      meter.cost += cost;
      return stamps.map(({ gid: order, updatedAt }): Stamp => ({
        legacyId: Number(legacyId(order)),
        updatedAt,
      }));
    },
  };
}

async function read(run: StoreRun, numbers: readonly number[]): Promise<number> {
  const { reader, meter, signal } = run;
  const before = meter.orders;
  for (let start = 0; start < numbers.length; start += AT_ONCE) {
    const gids = numbers
      .slice(start, start + AT_ONCE)
      .map((number) => gid('Order', `gid://shopify/Order/${number}`));
    const answer = await reader.ordersByGid(gids, signal);
    meter.cost += answer.cost;
    await ingestOrders(run, answer.orders);
    keepUnread(run, answer.unread);
  }
  return meter.orders - before;
}

async function check(run: StoreRun, ids: readonly number[]): Promise<number> {
  const { changed, gone } = await rereadOrDrop(run, ids);
  return changed + gone;
}

/** A sample of the orders is read again; around each that had drifted, all of its day are compared. */
async function sample(run: StoreRun, local: readonly LocalStamp[], random: () => number): Promise<number> {
  const picked = pick(local, SAMPLED, random);
  const drifted: LocalStamp[] = [];
  let mended = 0;
  for (const stamp of picked.length === 0 ? [] : chunks(picked, 10)) {
    const { changed, gone } = await rereadOrDrop(
      run,
      stamp.map(({ id }) => id),
    );
    mended += changed + gone;
    if (changed + gone > 0) drifted.push(...stamp);
  }
  const days = new Set(drifted.map(({ createdAt }) => Math.floor(createdAt / DAY_MS) * DAY_MS));
  const side = storeSide(run);
  for (const day of days) {
    const window = { from: day, before: day + DAY_MS };
    const ofDay = local.filter(({ createdAt }) => createdAt >= window.from && createdAt < window.before);
    const { toRead } = listDrift(ofDay, await side.list(window));
    mended += await read(run, toRead);
  }
  return mended;
}

function pick<T>(all: readonly T[], count: number, random: () => number): readonly T[] {
  if (all.length <= count) return all;
  const places = new Set<number>();
  while (places.size < count) places.add(Math.floor(random() * all.length));
  return [...places].flatMap((place) => all[place] ?? []);
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
}

function wholeSeconds({ from, before }: Window): Window {
  const floor = (at: Millis): Millis => Math.floor(at / 1000) * 1000;
  return { from: floor(from), before: floor(before) };
}
