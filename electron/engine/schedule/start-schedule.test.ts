import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { storeId } from '../../../shared/domain/ids.ts';
import type { Store } from '../stores/store.ts';
import { aStore } from '../sync/test-support/fake-merchant.ts';
import { startSchedule } from './start-schedule.ts';

const SECOND = 1_000;

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) }));
afterEach(() => void vi.useRealTimers());

/** Stores whose sync takes `takes(id)` ms and then fails or not, and the order in which they were read. */
function aSchedule(
  ids: readonly string[],
  options: { takes?: (id: string) => number; isNew?: (id: string) => boolean; now?: () => number } = {},
) {
  const { takes = () => 100, isNew = () => false, now = () => Date.now() } = options;
  const stores: Store[] = ids.map((id) => aStore(id, { lastSync: isNew(id) ? null : Date.now() }));
  const failing = new Map<string, string>();
  const began: { id: string; at: number }[] = [];
  const start = Date.now();
  const abort = new AbortController();
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  const set = (id: string, change: Partial<Store>): void => {
    const at = stores.findIndex((store) => store.id === id);
    const store = stores[at];
    if (store) stores[at] = { ...store, ...change };
  };
  const schedule = startSchedule({
    sync: {
      run: async ({ storeId: id = storeId('none') } = {}) => {
        began.push({ id, at: Date.now() - start });
        await sleep(takes(id));
        const code = failing.get(id);
        set(id, {
          state: code === 'unauthorized' ? 'reconnect' : 'ok',
          ...(code === undefined ? { lastSync: Date.now() } : {}),
        });
        const row = { id, mode: 'incremental' as const, orders: 0, products: 0, durationMs: 0, cost: 0 };
        return [code === undefined ? row : { ...row, error: code, code }];
      },
    },
    stores: { list: () => stores },
    clock: { now, sleep },
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    random: () => 0,
    signal: abort.signal,
  });
  onTestFinished(() => abort.abort());
  return {
    schedule,
    failing,
    set,
    stores,
    began,
    reads: (id: string) => began.filter((each) => each.id === id).map(({ at }) => at),
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    stop: async () => {
      abort.abort();
      await vi.advanceTimersByTimeAsync(SECOND);
      await schedule.ended;
    },
  };
}

test('each store is read at once and then every minute, whatever the others do', async () => {
  const { reads, pass } = aSchedule(['quick', 'slow'], {
    takes: (id) => (id === 'slow' ? 200 * SECOND : 100),
  });
  await pass(181 * SECOND);
  expect(reads('quick')).toHaveLength(4);
  expect(reads('slow')).toEqual([0]);
});

test('a clock that moves on while it is asked keeps no store waiting', async () => {
  let asked = 0;
  const { reads, pass } = aSchedule(['atelier', 'harbour'], { now: () => Date.now() + (asked += 1) });
  await pass(SECOND);
  expect([reads('atelier').length, reads('harbour').length]).toEqual([1, 1]);
  await pass(70 * SECOND);
  expect(reads('atelier').length).toBeGreaterThanOrEqual(2);
});

test('eight are read at once, and whoever waited longest is next', async () => {
  const ids = Array.from({ length: 20 }, (_, n) => `s${n}`);
  const { began, pass } = aSchedule(ids, { takes: () => 10 * SECOND });
  await pass(9 * SECOND);
  expect(began).toHaveLength(8);
  await pass(20 * SECOND);
  expect(new Set(began.map(({ id }) => id)).size).toBe(20);
});

test('first loads take half of the places, so that stores which are known go on', async () => {
  const ids = Array.from({ length: 12 }, (_, n) => `new${n}`);
  const { began, reads, pass } = aSchedule([...ids, 'known'], {
    takes: (id) => (id === 'known' ? 100 : 600 * SECOND),
    isNew: (id) => id !== 'known',
  });
  await pass(121 * SECOND);
  expect(began.filter(({ id }) => id !== 'known')).toHaveLength(4);
  expect(reads('known')).toHaveLength(3);
  await pass(1_800 * SECOND);
  expect(new Set(began.map(({ id }) => id)).size).toBe(13);
});

test('a store that an agent begins to look at is read at once, and then more often', async () => {
  const { schedule, reads, pass } = aSchedule(['atelier', 'harbour']);
  await pass(10 * SECOND);
  schedule.look([storeId('atelier')]);
  await pass(51 * SECOND);
  expect(reads('atelier').length).toBe(4);
  expect(reads('harbour').length).toBe(2);
});

test('writes are followed by a look two seconds later, a burst of them by one', async () => {
  const { schedule, reads, pass } = aSchedule(['atelier']);
  await pass(10 * SECOND);
  for (let n = 0; n < 5; n += 1) schedule.wrote([storeId('atelier')]);
  await pass(1.9 * SECOND);
  expect(reads('atelier')).toHaveLength(1);
  await pass(SECOND);
  expect(reads('atelier')).toEqual([0, 12 * SECOND]);
});

test('writes that move while their store is being read are followed by another look', async () => {
  const { schedule, reads, pass } = aSchedule(['atelier'], { takes: () => 5 * SECOND });
  await pass(4 * SECOND);
  schedule.wrote([storeId('atelier')]);
  await pass(6 * SECOND);
  expect(reads('atelier')).toEqual([0, 6 * SECOND]);
});

test('a store that is down is tried at growing distances, and at once when the network is back', async () => {
  const { schedule, failing, reads, pass } = aSchedule(['atelier'], { takes: () => 0 });
  failing.set('atelier', 'offline');
  await pass(80 * SECOND);
  expect(reads('atelier').map((at) => Math.floor(at / SECOND))).toEqual([0, 5, 15, 35, 75]);
  await pass(60 * SECOND);
  expect(reads('atelier')).toHaveLength(5);
  failing.clear();
  schedule.wake('network');
  await pass(SECOND);
  expect(reads('atelier')).toHaveLength(6);
});

test('a refused token pauses its own store only, until it is reconnected', async () => {
  const { schedule, failing, reads, pass, set } = aSchedule(['revoked', 'other']);
  failing.set('revoked', 'unauthorized');
  await pass(3_600 * SECOND);
  expect(reads('revoked')).toEqual([0]);
  expect(reads('other').length).toBeGreaterThan(50);
  failing.clear();
  set('revoked', { state: 'ok' });
  schedule.wake('stores');
  await pass(SECOND);
  expect(reads('revoked')).toHaveLength(2);
});

test('a platform whose key is refused does not stop its store, nor make it spin', async () => {
  const { failing, reads, pass, set } = aSchedule(['atelier'], { takes: () => 0 });
  failing.set('atelier', 'bad_answer');
  await pass(34 * SECOND);
  expect(reads('atelier')).toHaveLength(3);
  set('atelier', { state: 'ok' });
});

test('a store that is connected later is read too, and one that is removed no more', async () => {
  const { schedule, stores, reads, pass } = aSchedule(['atelier']);
  await pass(5 * SECOND);
  stores.push(aStore('harbour', { lastSync: Date.now() }));
  schedule.wake('stores');
  await pass(SECOND);
  expect(reads('harbour')).toHaveLength(1);
  stores.splice(0, 1);
  await pass(300 * SECOND);
  expect(reads('atelier')).toHaveLength(1);
});

test('a clock that is set back by a day stops no store', async () => {
  const { reads, pass } = aSchedule(['atelier']);
  await pass(10 * SECOND);
  vi.setSystemTime(Date.now() - 24 * 3_600 * SECOND);
  await pass(61 * SECOND);
  expect(reads('atelier').length).toBeGreaterThanOrEqual(2);
});

test('it ends when it is told to, after what was running', async () => {
  const { began, stop, pass } = aSchedule(['atelier']);
  await stop();
  const before = began.length;
  await pass(600 * SECOND);
  expect(began).toHaveLength(before);
});
