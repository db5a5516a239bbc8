import { describe, expect, test } from 'vitest';
import { gid, runId } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { aStore, FakeMerchant } from '../sync/test-support/fake-merchant.ts';
import { aWorkbench } from '../sync/test-support/workbench.ts';
import {
  anAddress,
  anItem,
  anOrder,
  aProduct,
  aVariant,
  HOUR,
  MORNING,
  orderGid,
} from '../triage/test-support/samples.ts';
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

/** Orders of several merchants, by store id, read once; `find` gives the names of what a search finds, oldest first. */
async function aSearch(orders: Record<string, readonly Order[]>) {
  const merchants = Object.fromEntries(
    Object.entries(orders).map(([id, theirs]) => {
      const merchant = new FakeMerchant();
      merchant.stock([aProduct(1)], [aVariant(1)]);
      merchant.put(...theirs);
      return [id, merchant];
    }),
  );
  const bench = aWorkbench(merchants);
  await bench.sync.run();
  const board = createBoard({
    cache: bench.cache,
    overlay: bench.overlay,
    stores: { list: () => bench.stores },
    clock: { now: () => bench.clock.time },
  });
  const find = (query: string, more: Parameters<typeof board.ids>[0] = {}): string[] =>
    board.page(board.ids({ ...more, query }).ids).map(({ name }) => name);
  return { bench, board, find };
}

describe('words', () => {
  test.each([
    ['its number', '1001'],
    ['its number as it is written', '#1001'],
    ['the customer, accents and case aside', 'chloe müller'],
    ['the beginning of a name', 'mül'],
    ['the beginning of the e-mail address', 'chloe.m@exam'],
    ['a long beginning of its host', 'chloe.m@exampl'],
    ['all but the last letter of a long word', 'béziers-sur-orb'],
    ['a long beginning of a SKU in a filter', 'sku:carafe-1*'],
    ['the whole e-mail address', 'Chloe.M@example.org'],
    ['the e-mail host', 'example.org'],
    ['the city', 'bezi'],
    ['a SKU', 'carafe-1l'],
    ['a part of a SKU', '1l'],
    ['a tag', 'gift-wr'],
    ['a tag with colons in it', 'Globale::Appr'],
    ['a word here and a word there', 'chloé béziers'],
    ['whole words in quotes', '"muller" "1001"'],
    ['a single letter that is a word of its own', 'q'],
  ])('find an order by %s', async (_what, query) => {
    const { find } = await aSearch({
      atelier: [
        ignored(1, {
          email: 'chloe.m@example.org',
          tags: ['bigblue-ignore', 'Globale::Approved', 'gift-wrap', 'Q'],
          shippingAddress: { ...anAddress, firstName: 'Chloé', lastName: 'Müller', city: 'Béziers-sur-Orbe' },
          lineItems: [anItem(1, { sku: 'CARAFE-1L' })],
        }),
        ignored(2),
      ],
    });
    expect(find(query)).toEqual(['#1001']);
  });

  test.each(['chloe nobody', 'ython', '"bezi"', 'NEAR', 'a OR b', 'words:none*', '-1001'])(
    'that no order has find none: %s',
    async (query) => {
      const { find } = await aSearch({ atelier: [ignored(1)] });
      expect(find(query.replace('words:none', '"words:none"'))).toEqual([]);
    },
  );

  test.each(['', '  ', '*', '(', '…'])('that are none find every order: “%s”', async (query) => {
    const { find } = await aSearch({ atelier: [ignored(1)] });
    expect(find(query)).toEqual(['#1001']);
  });

  test('a sign that no word has finds nothing, rather than every order', async () => {
    const { find } = await aSearch({ atelier: [ignored(1)] });
    expect(find('🧦')).toEqual([]);
  });

  test('of the platform’s message find the order that it is about, as long as it says so', async () => {
    const { find, bench } = await aSearch({ atelier: [ignored(1), ignored(2)] });
    bench.stores.splice(0, 1, aStore('atelier', { platform: { kind: 'bigblue', endpoint: 'https://x' } }));
    bench.merchant.platformOrders = [
      { id: 'P1', externalId: '1', status: 'EXCEPTION', message: 'Carrier quota exceeded' },
    ];
    await bench.sync.run();
    expect(find('quota')).toEqual(['#1001']);
    bench.merchant.platformOrders = [];
    await bench.sync.run();
    expect(find('quota')).toEqual([]);
  });
});

describe('filters', () => {
  const shop = () =>
    aSearch({
      'acme-paris': [
        ignored(1, {
          tags: ['bigblue-ignore', 'VIP', 'first order'],
          total: { amountMinor: 9000, currency: 'EUR' },
        }),
        order(2, {
          shippingAddress: { ...anAddress, city: 'Dublin', countryCode: 'IE', zip: 'D02 AF30' },
          total: { amountMinor: 10_000, currency: 'EUR' },
        }),
      ],
      nord: [
        ignored(3, {
          lineItems: [anItem(1, { sku: 'ABC-1' })],
          total: { amountMinor: 10_050, currency: 'EUR' },
        }),
        order(4, { lineItems: [anItem(1, { sku: 'ABC-2' })], total: { amountMinor: 101, currency: 'JPY' } }),
      ],
    });
  const ALL = { states: ['synced', 'waiting', 'stuck', 'snoozed', 'dismissed', 'closed'] } as const;

  test.each([
    ['store:acme-paris', ['#1001', '#1002']],
    ['store:acme', ['#1001', '#1002']],
    ['store:"Store nord"', ['#1003', '#1004']],
    ['store:ac*,nord', ['#1001', '#1002', '#1003', '#1004']],
    ['country:ie', ['#1002']],
    ['tag:vip', ['#1001']],
    ['tag:vi', []],
    ['tag:vi*', ['#1001']],
    ['tag:"first order"', ['#1001']],
    ['-tag:vip', ['#1002', '#1003', '#1004']],
    ['-tag:vip,nothing -country:IE', ['#1003', '#1004']],
    ['tag:bigblue-ignore -store:nord', ['#1001']],
    ['sku:abc-1', ['#1003']],
    ['sku:ABC*', ['#1003', '#1004']],
    ['sku:ABC', []],
    ['age>97h', ['#1001', '#1002']],
    ['age>=97h', ['#1001', '#1002', '#1003']],
    ['age<97h', ['#1004']],
    ['-age<97h', ['#1001', '#1002', '#1003']],
    ['age>97h age<=98h', ['#1002']],
    ['value>100', ['#1003', '#1004']],
    ['value>=100', ['#1002', '#1003', '#1004']],
    ['value<100', ['#1001']],
    ['value<=100,00', ['#1001', '#1002']],
    ['-value<=100', ['#1003', '#1004']],
    ['is:stuck', ['#1001', '#1003']],
    ['is:stuck,synced', ['#1001', '#1002', '#1003', '#1004']],
    ['-is:stuck', ['#1002', '#1004']],
    ['type:ignored_by_tag store:nord', ['#1003']],
    ['store:acme country:IE value>50 age<1w', ['#1002']],
  ])('%s', async (query, names) => {
    const { find } = await shop();
    expect(find(query, { states: [...ALL.states] })).toEqual(names);
  });

  test('a search is over stuck orders, unless it or the filter names states', async () => {
    const { find } = await shop();
    expect(find('store:acme')).toEqual(['#1001']);
    expect(find('store:acme is:synced')).toEqual(['#1002']);
    expect(find('store:acme is:synced', { states: ['stuck'] })).toEqual([]);
  });

  test('an order is found by what it is now: changed, judged anew, or gone', async () => {
    const { find, bench } = await aSearch({ atelier: [ignored(1, { tags: ['bigblue-ignore', 'old'] })] });
    bench.merchant.put(order(1, { tags: ['new'], updatedAt: MORNING }));
    await bench.sync.run();
    expect(find('tag:old is:stuck,synced')).toEqual([]);
    expect(find('tag:new is:synced')).toEqual(['#1001']);
    await bench.sync.forgetStore(aStore().id);
    expect(find('tag:new is:synced')).toEqual([]);
  });

  test('a dismissed order is found as such, and no longer as stuck', async () => {
    const { find, bench } = await aSearch({ atelier: [ignored(1)] });
    bench.overlay.marks.set(orderGid(1), { kind: 'dismissed', until: null, at: MORNING });
    await bench.sync.rejudgeEntities(aStore().id, [gid('Order', orderGid(1))]);
    expect(find('is:dismissed')).toEqual(['#1001']);
    expect(find('is:stuck')).toEqual([]);
  });
});

test('what is stuck again is found with and without other states, and left out', async () => {
  const { bench } = await aSearch({ atelier: [ignored(1), ignored(2), order(3)] });
  const regressed = { run: runId('r-1'), at: MORNING };
  const board = createBoard({
    cache: bench.cache,
    overlay: bench.overlay,
    regressions: {
      of: (_store, id) => (id === orderGid(2) ? regressed : null),
      all: () => [{ store: aStore('atelier').id, gid: orderGid(2) }],
    },
    stores: { list: () => bench.stores },
    clock: { now: () => bench.clock.time },
  });
  const find = (query: string): string[] => board.page(board.ids({ query }).ids).map(({ name }) => name);
  expect(find('is:regressed')).toEqual(['#1002']);
  expect(find('-is:regressed')).toEqual(['#1001']);
  expect(find('is:regressed,synced')).toEqual(['#1002', '#1003']);
  expect(board.list({ query: 'is:regressed' }).items[0]?.regressed).toEqual(regressed);
  expect(board.summary()[0]).toMatchObject({ orders: 2, regressed: 1 });
});

describe('a search as it is typed', () => {
  test('gets a few, newest first, and hears that there are more', async () => {
    const { board } = await aSearch({ atelier: [2, 5, 1, 4, 3].map((n) => ignored(n)) });
    const { ids, more } = board.ids({ query: 'tag:bigblue-ignore' }, 'newest', 2);
    expect(board.page(ids).map(({ name }) => name)).toEqual(['#1005', '#1004']);
    expect(more).toBe(true);
    expect(board.ids({ query: 'tag:bigblue-ignore' }, 'newest', 5).more).toBe(false);
  });

  test('pages oldest first, also through orders of the same second', async () => {
    const at = { createdAt: MORNING - 50 * HOUR };
    const { board } = await aSearch({ atelier: [1, 2, 3, 4, 5].map((n) => ignored(n, at)) });
    const names: string[] = [];
    let after: string | undefined;
    do {
      const { items, next, total } = board.list({ query: 'bigblue' }, 2, after);
      expect(total).toBe(5);
      names.push(...items.map(({ name }) => name));
      after = next ?? undefined;
    } while (after !== undefined);
    expect(names).toEqual(['#1001', '#1002', '#1003', '#1004', '#1005']);
  });
});

describe('a search that does not parse', () => {
  test.each([
    ['chloe store:nobody', 12, 6, 'No store is called “nobody”'],
    ['is:stuk', 3, 4, '“stuk” is nothing for “is”'],
    ['tag:vip contry:IE', 8, 6, 'There is no filter “contry”'],
  ])('points at the part that is wrong: %s', async (query, at, length, message) => {
    const { find } = await aSearch({ atelier: [ignored(1)] });
    expect(() => find(query)).toThrow(
      expect.objectContaining({
        code: 'bad_input',
        message: expect.stringContaining(message),
        meta: expect.objectContaining({ field: 'query', at, length }),
      }),
    );
  });
});
