import { expect, test } from 'vitest';
import { storeId } from '../../../shared/domain/ids.ts';
import { forgetStore } from '../db/cache/forget-store.ts';
import { HISTORY_MS, SLOT_MS, stuckHistory } from '../db/cache/stuck-history.ts';
import { anOrder, HOUR, MORNING, orderGid } from '../triage/test-support/samples.ts';
import { FakeMerchant } from '../sync/test-support/fake-merchant.ts';
import { aWorkbench } from '../sync/test-support/workbench.ts';
import { trendRows } from './trend-rows.ts';

const DAY = 24 * HOUR;

const ignored = (n: number) =>
  anOrder({ gid: orderGid(n), createdAt: MORNING - 20 * DAY, updatedAt: MORNING, tags: ['bigblue-ignore'] });

/** Two merchants with two stuck orders each, the second connected two days after the first. */
async function twoStores() {
  const [atelier, harbour] = [new FakeMerchant(), new FakeMerchant()];
  atelier.put(ignored(1), ignored(2));
  harbour.put(ignored(3), ignored(4));
  const bench = aWorkbench({ atelier, harbour });
  await bench.sync.run({ storeId: storeId('atelier') });
  bench.clock.time += 2 * DAY;
  await bench.sync.run();
  const trend = (id?: string) =>
    trendRows(bench.cache, id === undefined ? undefined : storeId(id), bench.clock.time);
  const untag = (merchant: FakeMerchant, n: number): void =>
    merchant.put({ ...ignored(n), tags: [], updatedAt: bench.clock.time });
  return { bench, atelier, trend, untag };
}

test('no line before there is something to draw', async () => {
  const { trend } = await twoStores();
  expect(trend('harbour')).toBeNull();
  expect(trend('nobody')).toBeNull();
});

test('a store’s line goes back to its first reading, the one of all stores to that of the youngest', async () => {
  const { bench, trend } = await twoStores();
  bench.clock.time += DAY;
  expect(trend('atelier')?.from).toBe(MORNING - (MORNING % SLOT_MS));
  expect(trend()).toMatchObject({ from: MORNING + 2 * DAY - (MORNING % SLOT_MS), to: bench.clock.time });
  const ignoredLine = trend()?.types.find(({ errorType }) => errorType === 'ignored_by_tag');
  expect(new Set(ignoredLine?.points)).toEqual(new Set([4]));
});

test('what was solved lowers the line from the sync that found it', async () => {
  const { bench, atelier, trend, untag } = await twoStores();
  bench.clock.time += DAY;
  untag(atelier, 1);
  await bench.sync.run();
  bench.clock.time += DAY;
  const line = trend()?.types.find(({ errorType }) => errorType === 'ignored_by_tag')?.points ?? [];
  expect([line[0], line.at(-1)]).toEqual([4, 3]);
  expect(line).toEqual(line.toSorted((a, b) => b - a));
});

test('a store that rests writes nothing, and says so', async () => {
  const { bench } = await twoStores();
  const before = stuckHistory(bench.cache, null);
  const said = bench.events.filter((event) => event.type === 'changed' && event.topic === 'trend').length;
  bench.clock.time += DAY;
  await bench.sync.run();
  expect(stuckHistory(bench.cache, null)).toEqual(before);
  expect(bench.events.filter((event) => event.type === 'changed' && event.topic === 'trend')).toHaveLength(
    said,
  );
});

test('a week is kept, and what was true when it began', async () => {
  const { bench, atelier, trend, untag } = await twoStores();
  for (const n of [1, 2]) {
    bench.clock.time += HISTORY_MS;
    untag(atelier, n);
    await bench.sync.run();
  }
  bench.clock.time += DAY;
  const line = trend('atelier')?.types.find(({ errorType }) => errorType === 'ignored_by_tag')?.points ?? [];
  expect([line[0], line.at(-1)]).toEqual([1, 0]);
  expect(stuckHistory(bench.cache, null).map(({ at }) => at)).not.toContain(MORNING - (MORNING % SLOT_MS));
});

test('a store that is removed takes its history along', async () => {
  const { bench } = await twoStores();
  forgetStore(bench.cache, storeId('atelier'));
  expect(new Set(stuckHistory(bench.cache, null).map(({ store }) => store)).size).toBe(1);
});
