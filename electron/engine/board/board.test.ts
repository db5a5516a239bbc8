import { expect, describe, test } from 'vitest';
import type { OrderFilter } from '../../../shared/contract/methods.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { WriteOp } from '../../../shared/domain/write.ts';
import {
  anAddress,
  anItem,
  anOrder,
  aProduct,
  aVariant,
  HOUR,
  MORNING,
  orderGid,
  variantGid,
} from '../triage/test-support/samples.ts';
import { aStore, FakeMerchant } from '../sync/test-support/fake-merchant.ts';
import { aWorkbench } from '../sync/test-support/workbench.ts';
import { createBoard } from './create-board.ts';

const order = (n: number, over: Partial<Order> = {}): Order =>
  anOrder({
    gid: orderGid(n),
    name: `#${1000 + n}`,
    createdAt: MORNING - (100 - n) * HOUR,
    updatedAt: MORNING - HOUR,
    ...over,
  });
const ignored = (n: number, over: Partial<Order> = {}): Order =>
  order(n, { tags: ['bigblue-ignore'], ...over });

/** A merchant whose variant 2 is not linked, with these orders, read once. */
async function aReadBoard(...orders: readonly Order[]) {
  const merchant = new FakeMerchant();
  merchant.stock([aProduct(1), aProduct(2)], [aVariant(1), aVariant(2, { linkMetafield: null })]);
  merchant.put(...orders);
  return aBoardOf({ atelier: merchant });
}

/** A board over these merchants, read once. */
async function aBoardOf(merchants: Record<string, FakeMerchant>) {
  const bench = aWorkbench(merchants);
  await bench.sync.run();
  const { cache, overlay, clock, stores } = bench;
  const board = createBoard({
    cache,
    overlay,
    stores: { list: () => stores },
    clock: { now: () => clock.time },
  });
  const names = (ids: Iterable<number>) => board.page(ids).map(({ name }) => name);
  return { bench, board, names };
}

const unlinked = (n: number, over: Partial<Order> = {}): Order =>
  order(n, { lineItems: [anItem(2)], ...over });

describe('the board', () => {
  test('counts stuck orders by their primary type, most first, with their worth and the oldest', async () => {
    const { board } = await aReadBoard(
      ignored(1),
      ignored(2, { total: { amountMinor: 1000, currency: 'GBP' } }),
      unlinked(3, { tags: ['bigblue-ignore'] }),
      unlinked(4),
      order(5),
    );
    expect(board.summary()).toEqual([
      {
        errorType: 'ignored_by_tag',
        orders: 3,
        stores: 1,
        value: [
          { currency: 'EUR', amountMinor: 16800 },
          { currency: 'GBP', amountMinor: 1000 },
        ],
        oldest: MORNING - 99 * HOUR,
        predicted: { resolved: 0 },
        source: { platform: 0, local: 3 },
      },
      expect.objectContaining({ errorType: 'product_not_linked', orders: 1 }),
    ]);
    expect(board.storeCounts().get(aStore().id)).toEqual({ orders: 5, stuck: 4, unread: null });
  });

  test('says how many orders the queued writes would free, and still counts them', async () => {
    const { board, bench } = await aReadBoard(ignored(1), unlinked(2, { tags: ['bigblue-ignore'] }));
    for (const n of [1, 2])
      bench.overlay.queue({ op: 'order_tags_remove', order: orderGid(n), tags: ['bigblue-ignore'] });
    await bench.sync.rejudgeEntities(aStore().id, [orderGid(1), orderGid(2)]);
    expect(board.summary()).toMatchObject([
      { errorType: 'ignored_by_tag', orders: 2, predicted: { resolved: 1 } },
    ]);
    expect(board.list({}).items.map(({ predicted, queuedWrites }) => ({ predicted, queuedWrites }))).toEqual([
      { predicted: null, queuedWrites: 1 },
      { predicted: 'product_not_linked', queuedWrites: 1 },
    ]);
  });

  test('of a store that was never read is empty', async () => {
    const { board } = await aReadBoard(ignored(1));
    expect(board.summary(aStore('nobody').id)).toEqual([]);
  });
});

describe('lists', () => {
  test('without a filter hold every stuck order, oldest first, and show what a row needs', async () => {
    const { board } = await aReadBoard(ignored(2), order(3), unlinked(1));
    const { total, next, items } = board.list({});
    expect({ total, next, names: items.map(({ name }) => name) }).toEqual({
      total: 2,
      next: null,
      names: ['#1001', '#1002'],
    });
    expect(items[0]).toMatchObject({
      storeId: 'atelier',
      state: 'stuck',
      errorType: 'product_not_linked',
      customer: 'Aoife Byrne',
      city: 'Paris',
      country: 'FR',
      items: ['1 × Carafe 2'],
      adminUrl: 'https://admin.shopify.com/store/atelier/orders/1',
    });
  });

  test('sort by age, by worth and by number as people count', async () => {
    const { board, names } = await aReadBoard(
      ignored(1, { name: '#10002', total: { amountMinor: 50, currency: 'EUR' } }),
      ignored(2, { name: '#999', total: { amountMinor: 70, currency: 'EUR' } }),
      ignored(3, { name: '#1001', total: { amountMinor: 60, currency: 'EUR' } }),
    );
    expect(names(board.ids({}).ids)).toEqual(['#10002', '#999', '#1001']);
    expect(names(board.ids({}, 'value').ids)).toEqual(['#999', '#1001', '#10002']);
    expect(names(board.ids({}, 'name').ids)).toEqual(['#999', '#1001', '#10002']);
  });

  test('go on behind the last row, although orders came and went in between, also at the same moment', async () => {
    const at = { createdAt: MORNING - 50 * HOUR };
    const { board, bench } = await aReadBoard(...[1, 2, 3, 4, 5].map((n) => ignored(n, at)));
    const first = board.list({}, 2);
    expect({ total: first.total, names: first.items.map(({ name }) => name) }).toEqual({
      total: 5,
      names: ['#1001', '#1002'],
    });
    bench.merchant.put(
      order(1, { ...at, updatedAt: MORNING }),
      ignored(6, { createdAt: MORNING - 90 * HOUR, updatedAt: MORNING }),
    );
    await bench.sync.run();
    const second = board.list({}, 2, first.next ?? '');
    const third = board.list({}, 2, second.next ?? '');
    expect([...second.items, ...third.items].map(({ name }) => name)).toEqual(['#1003', '#1004', '#1005']);
    expect(third.next).toBeNull();
  });

  test('refuse a cursor that no page gave', async () => {
    const { board } = await aReadBoard(ignored(1));
    expect(() => board.list({}, 2, 'nonsense')).toThrow(
      expect.objectContaining({ code: 'bad_input', message: expect.stringContaining('after') }),
    );
  });

  test('other states are shown when asked for', async () => {
    const { board, bench } = await aReadBoard(ignored(1), ignored(2), order(3));
    bench.overlay.marks.set(orderGid(1), { kind: 'dismissed', until: null, at: MORNING });
    await bench.sync.rejudgeEntities(aStore().id, [orderGid(1)]);
    expect(board.list({ states: ['dismissed', 'synced'] })).toMatchObject({
      total: 2,
      items: [{ state: 'dismissed' }, { state: 'synced' }],
    });
    expect(board.list({ states: ['dismissed'], errorType: 'ignored_by_tag' }).total).toBe(1);
    expect(board.list({ errorType: 'ignored_by_tag' }).total).toBe(1);
  });
});

describe('tabs of a group', () => {
  /** Two merchants' orders of one type: old ones, ones since the last cut-off (05:55 in Paris), fixed, put aside. */
  async function aGroup() {
    const north = new FakeMerchant();
    north.stock([aProduct(1)], [aVariant(1)]);
    north.put(ignored(1), ignored(2), ignored(3), ignored(4), ignored(96), ignored(97), ignored(98));
    const south = new FakeMerchant();
    south.stock([aProduct(1)], [aVariant(1)]);
    south.put(ignored(11), ignored(99));
    const { bench, board } = await aBoardOf({ north, south });
    const id = aStore('north').id;
    bench.overlay.marks.set(orderGid(1), { kind: 'dismissed', until: null, at: MORNING });
    bench.overlay.marks.set(orderGid(2), { kind: 'snoozed', until: MORNING + HOUR, at: MORNING });
    for (const n of [3, 98]) {
      bench.overlay.queue({ op: 'order_tags_remove', order: orderGid(n), tags: ['bigblue-ignore'] });
    }
    await bench.sync.rejudgeEntities(id, [1, 2, 3, 98].map(orderGid));
    return { bench, board };
  }
  const type = { errorType: 'ignored_by_tag' } as const;

  test('count what their lists hold, over all stores, of one store and of one cause', async () => {
    const { board } = await aGroup();
    expect(board.groupCounts(type)).toEqual({
      stuck: 7,
      predictedFixed: 2,
      missCutoff: 3,
      snoozed: 1,
      dismissed: 1,
    });
    const [cause] = board.causes({ errorType: 'ignored_by_tag' });
    for (const more of [{}, { storeId: 'north' }, { storeId: 'south' }, { cause: cause?.key ?? '' }]) {
      const listed = (filter: OrderFilter): number => board.list({ ...type, ...filter }).total;
      const { cause: _cause, ...aside } = { cause: '', ...more };
      expect(board.groupCounts({ ...type, ...more })).toEqual({
        stuck: listed(more),
        predictedFixed: listed({ ...more, predictedFixed: true }),
        missCutoff: listed({ ...more, missCutoff: true }),
        snoozed: listed({ ...aside, states: ['snoozed'] }),
        dismissed: listed({ ...aside, states: ['dismissed'] }),
      });
    }
  });

  test('hold the orders that a queued fix frees and those that the next cut-off decides', async () => {
    const { board } = await aGroup();
    const names = (filter: OrderFilter) => board.list({ ...type, ...filter }).items.map(({ name }) => name);
    expect(names({ predictedFixed: true })).toEqual(['#1003', '#1098']);
    expect(names({ missCutoff: true })).toEqual(['#1097', '#1098', '#1099']);
    expect(names({ missCutoff: true, storeId: 'south' })).toEqual(['#1099']);
    expect(names({ missCutoff: true, query: '1097' })).toEqual(['#1097']);
    expect(board.urgency().byType).toEqual([{ errorType: 'ignored_by_tag', orders: 3 }]);
  });

  test('say when a snooze ends', async () => {
    const { board } = await aGroup();
    expect(board.list({ ...type, states: ['snoozed'] }).items).toMatchObject([
      { state: 'snoozed', snoozedUntil: MORNING + HOUR },
    ]);
    expect(board.list(type).items[0]).toMatchObject({ state: 'stuck', snoozedUntil: null });
  });

  test('of a store without cut-offs, no order misses one', async () => {
    const { board, bench } = await aGroup();
    for (const [at, store] of bench.stores.entries()) {
      const cutoffs = { timeZone: 'Europe/Paris', times: [] };
      bench.stores[at] = { ...store, settings: { ...store.settings, cutoffs } };
    }
    expect(board.list({ ...type, missCutoff: true }).total).toBe(0);
    expect(board.groupCounts(type)).toMatchObject({ stuck: 7, missCutoff: 0 });
  });
});

test('a selection is told apart by state and error type, most orders first, however large it is', async () => {
  const { board, bench } = await aReadBoard(ignored(1), ignored(2), ignored(3), unlinked(4), order(5));
  bench.overlay.marks.set(orderGid(1), { kind: 'snoozed', until: null, at: MORNING });
  await bench.sync.rejudgeEntities(aStore().id, [orderGid(1)]);
  const all = board.ids({ states: ['stuck', 'snoozed', 'synced'] }).ids;
  expect(board.standing([...all, 999_999])).toEqual([
    { state: 'stuck', errorType: 'ignored_by_tag', orders: 2 },
    { state: 'snoozed', errorType: 'ignored_by_tag', orders: 1 },
    { state: 'stuck', errorType: 'product_not_linked', orders: 1 },
    { state: 'synced', errorType: null, orders: 1 },
  ]);
});

describe('causes', () => {
  test('come with the orders that they keep and those that they alone keep; their orders are found by key', async () => {
    const { board, names } = await aReadBoard(
      unlinked(1),
      unlinked(2, { tags: ['bigblue-ignore'] }),
      unlinked(3),
    );
    const [cause] = board.causes({ errorType: 'product_not_linked' });
    expect(cause).toMatchObject({
      orders: 3,
      unblocks: 2,
      stores: 1,
      fix: 'link_variant',
      value: [{ currency: 'EUR', amountMinor: 25200 }],
    });
    expect(names(board.ids({ cause: cause?.key ?? '' }).ids)).toEqual(['#1001', '#1002', '#1003']);
    expect(board.list({ cause: cause?.key ?? '', errorType: 'product_not_linked' }).total).toBe(2);
  });

  test('come most orders unblocked first, name their stores, and say what to blame as data', async () => {
    const tagged = (n: number) => ignored(n, { financialStatus: 'PENDING' });
    const pending = (n: number) => order(n, { financialStatus: 'PENDING', gateways: ['manual'] });
    const [nord, sud] = [new FakeMerchant(), new FakeMerchant()];
    for (const merchant of [nord, sud]) merchant.stock([aProduct(1)], [aVariant(1)]);
    nord.put(tagged(1), tagged(2), ignored(3), pending(4));
    sud.put(pending(5));
    const { board } = await aBoardOf({ sud, nord });
    expect(board.causes({})).toMatchObject([
      {
        key: 'payment_pending:gateway:manual',
        label: 'Not paid through manual',
        subject: { kind: 'gateways', gateways: ['manual'] },
        orders: 2,
        unblocks: 2,
        stores: 2,
        storeNames: ['Store nord', 'Store sud'],
      },
      { key: 'ignored_by_tag:unknown', orders: 3, unblocks: 1, storeNames: ['Store nord'] },
      { key: 'payment_pending:gateway:shopify_payments', orders: 2, unblocks: 0 },
    ]);
  });

  test('are gone when their last order is free', async () => {
    const { board, bench } = await aReadBoard(unlinked(1));
    bench.merchant.stock([aProduct(2)], [aVariant(2)], MORNING);
    await bench.sync.run();
    expect(board.causes({})).toEqual([]);
  });
});

describe('what a plan gets', () => {
  const removal: WriteOp = { op: 'order_tags_remove', order: orderGid(1), tags: ['bigblue-ignore'] };

  test('orders with the queued writes in them, judged as they will be', async () => {
    const { board, bench } = await aReadBoard(ignored(1), ignored(2));
    bench.overlay.queue(removal);
    const { orders } = board.planInputs({ errorType: 'ignored_by_tag' });
    expect(
      orders.map(({ order: { tags }, diagnoses, underWay }) => ({
        tags,
        types: diagnoses.map(({ type }) => type),
        underWay,
      })),
    ).toEqual([
      { tags: [], types: [], underWay: true },
      { tags: ['bigblue-ignore'], types: ['ignored_by_tag'], underWay: false },
    ]);
  });

  test('stores whose variants have the queued writes in them', async () => {
    const { board, bench } = await aReadBoard(unlinked(1));
    bench.overlay.queue({
      op: 'variant_link_set',
      variant: variantGid(2),
      set: { product: 'DIGG-2', active: true },
      base: null,
    });
    const { stores, orders } = board.planInputs({ orders: [1] });
    const ctx = stores.get(aStore().id)?.ctx;
    expect(ctx?.variant(variantGid(2))?.linkMetafield).toMatchObject({ product: 'DIGG-2', active: true });
    expect(orders[0]?.diagnoses).toEqual([]);
  });

  test('each order once, in the order given, and a sentence for one that is not there', async () => {
    const { board } = await aReadBoard(ignored(1), ignored(2));
    expect(board.planInputs({ orders: [2, 1, 2] }).orders.map(({ id }) => id)).toEqual([2, 1]);
    expect(() => board.planInputs({ orders: [7] })).toThrow('There is no order 7; “orders” prints the ids.');
    expect(() => board.planInputs({ cause: 'x' })).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});

describe('a missing postal code', () => {
  const noZip = (n: number, over: Partial<Order> = {}): Order =>
    order(n, { shippingAddress: { ...anAddress, city: 'Cork', countryCode: 'IE', zip: null }, ...over });
  const withZip = (n: number, zip: string, over: Partial<Order> = {}): Order =>
    order(n, { shippingAddress: { ...anAddress, city: 'CORK ', countryCode: 'IE', zip }, ...over });
  const suggestion = async (...others: readonly Order[]) => {
    const { board } = await aReadBoard(...others, noZip(9, { updatedAt: MORNING }));
    return board.list({ errorType: 'postal_code_missing' }).items[0]?.diagnoses[0]?.evidence;
  };

  test('is suggested from the latest order of the same customer to the same town', async () => {
    expect(await suggestion(withZip(1, 'T12 AAAA'), withZip(2, 'T12 BBBB'))).toMatchObject({
      suggestion: { zip: 'T12 BBBB', from: 'earlier_order', order: '#1002' },
    });
  });

  test('is suggested from the town only where all orders to it agree', async () => {
    const stranger = { email: 'other@example.com' };
    const named = (n: number, zip: string) =>
      withZip(n, zip, {
        ...stranger,
        shippingAddress: { ...anAddress, lastName: `No ${n}`, city: 'Cork', countryCode: 'IE', zip },
      });
    expect(await suggestion(named(1, 'T12'), named(2, 'T12'))).toMatchObject({
      suggestion: { zip: 'T12', from: 'same_city' },
    });
    expect(await suggestion(named(1, 'T12'), named(2, 'T23'))).toMatchObject({ suggestion: null });
  });
});
