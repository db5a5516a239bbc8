import { describe, expect, test } from 'vitest';
import type { WriteOp } from '../../../shared/domain/write.ts';
import {
  anAddress,
  aProduct,
  aVariant,
  HOUR,
  MINUTE,
  MORNING,
  orderGid,
  variantGid,
} from '../triage/test-support/samples.ts';
import { aStore, FakeMerchant } from './test-support/fake-merchant.ts';
import { aStockedMerchant, ignored, order } from './test-support/stocked-merchant.ts';
import { aWorkbench } from './test-support/workbench.ts';

describe('queued writes', () => {
  const removal: WriteOp = { op: 'order_tags_remove', order: orderGid(1), tags: ['bigblue-ignore'] };

  test('change the prediction, never the snapshot or the board', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    bench.overlay.queue(removal);
    await bench.sync.rejudgeEntities(aStore().id, [orderGid(1)]);
    expect(bench.record(order(1))).toMatchObject({
      state: 'stuck',
      errorType: 'ignored_by_tag',
      predicted: null,
      order: { tags: ['bigblue-ignore'] },
    });
    bench.overlay.clear();
    await bench.sync.rejudgeEntities(aStore().id, [orderGid(1)]);
    expect(bench.record(order(1))?.predicted).toBe('ignored_by_tag');
  });

  test('on a variant change the prediction of every order that has it', async () => {
    const merchant = new FakeMerchant();
    merchant.stock([aProduct(1)], [aVariant(1, { linkMetafield: null })]);
    merchant.put(order(1), order(2));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    bench.overlay.queue({
      op: 'variant_link_set',
      variant: variantGid(1),
      set: { product: 'DIGG-1', active: true },
      base: null,
    });
    await bench.sync.rejudgeEntities(aStore().id, [variantGid(1)]);
    expect(bench.records().map(({ predicted }) => predicted)).toEqual([null, null]);
  });

  test('and marks that were committed just before a crash show after the next start', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1), ignored(2), ignored(3));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    bench.overlay.queue(removal);
    bench.overlay.marks.set(orderGid(2), { kind: 'dismissed', until: null, at: MORNING });
    expect(await bench.sync.catchUp()).toBe(2);
    expect(bench.records().map(({ state, predicted }) => [state, predicted])).toEqual([
      ['stuck', null],
      ['dismissed', 'ignored_by_tag'],
      ['stuck', 'ignored_by_tag'],
    ]);
    bench.overlay.marks.clear();
    expect(await bench.sync.catchUp()).toBe(1);
    expect(await bench.sync.catchUp()).toBe(0);
  });

  test('that took effect are read back by id while the search index lags, and leave the overlay', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    bench.overlay.queue(removal);
    bench.overlay.apply(MORNING);
    await bench.sync.rejudgeEntities(aStore().id, [orderGid(1)]);
    merchant.put(order(1, { updatedAt: MORNING }));
    merchant.hiddenFromSearch.add(orderGid(1));
    bench.clock.time = MORNING + MINUTE;
    await bench.sync.run();
    expect(bench.record(order(1))).toMatchObject({
      state: 'waiting',
      errorType: null,
      overlaid: false,
      order: { tags: [] },
    });
    expect(bench.overlay.opsFor(aStore().id, [orderGid(1)]).size).toBe(0);
  });
});

describe('time', () => {
  test('a waiting order is stuck once its grace period has ended, without a sync', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1, { createdAt: MORNING - MINUTE, updatedAt: MORNING - MINUTE }));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    expect(bench.record(order(1))?.state).toBe('waiting');
    bench.clock.time = MORNING + 14 * MINUTE;
    expect(await bench.sync.rejudgeDue(bench.clock.time)).toBe(1);
    expect(bench.record(order(1))?.state).toBe('stuck');
  });

  test('a snooze that has ended gives the order back to its board', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    const bench = aWorkbench({ atelier: merchant });
    bench.overlay.marks.set(orderGid(1), { kind: 'snoozed', until: MORNING + HOUR, at: MORNING });
    await bench.sync.run();
    expect(bench.record(order(1))?.state).toBe('snoozed');
    await bench.sync.rejudgeDue(MORNING + HOUR - 1);
    expect(bench.record(order(1))?.state).toBe('snoozed');
    bench.clock.time = MORNING + HOUR;
    await bench.sync.rejudgeDue(MORNING + HOUR);
    expect(bench.record(order(1))?.state).toBe('stuck');
  });
});

describe('settings', () => {
  test('another list of countries judges every order anew, also when nobody said so before a crash', async () => {
    const merchant = aStockedMerchant();
    merchant.put(order(1, { shippingAddress: { ...anAddress, countryCode: 'JP', zip: '150-0001' } }));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    expect(bench.record(order(1))?.errorType).toBe('destination_not_whitelisted');
    bench.stores.splice(0, 1, aStore('atelier', { settings: { ...aStore().settings, countries: null } }));
    await bench.sync.run();
    expect(bench.record(order(1))?.errorType).toBeNull();
  });
});
