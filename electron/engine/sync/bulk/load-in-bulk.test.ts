import { describe, expect, test } from 'vitest';
import { storeCounts } from '../../board/store-counts.ts';
import { readSyncState } from '../../db/cache/sync-state.ts';
import type { Http } from '../../ports.ts';
import { aBulkBench, type BulkBench, contentOf, remains } from './test-support/bulk-bench.ts';

/*
 * First loads over HTTP against a demo merchant: what comes by a bulk operation, however it goes wrong, is in the end what
 * a reader of pages has.
 */
const PLENTY = { available: 1_000_000, restoreRate: 100_000 };
const FAST = { throttle: { bucket: 1_000_000, restorePerSecond: 100_000 } };

const starts = ({ asked }: BulkBench): readonly string[] =>
  asked.filter((name) => /^Bulk[OP]r\w+s$/.test(name));
const downloads = ({ asked }: BulkBench): readonly string[] =>
  asked.filter((name) => name.startsWith('download'));
const pages = ({ asked }: BulkBench): number => asked.filter((name) => name === 'OrdersPage').length;

/** What an app has that reads the same store by pages, and nothing left over from a bulk load. */
async function expectWhole(bench: BulkBench): Promise<void> {
  const byPages = await aBulkBench({ of: bench, budget: PLENTY });
  expect(await byPages.run()).toMatchObject({ mode: 'incremental' });
  const { products: kept, variants: keptVariants, ...content } = await contentOf(bench);
  const { products, variants, ...expected } = await contentOf(byPages);
  expect(content).toEqual(expected);
  // A bulk load keeps products that no order has, too.
  expect(kept).toEqual(expect.arrayContaining([...products]));
  expect(keptVariants).toEqual(expect.arrayContaining([...variants]));
  expect(remains(bench)).toBe(0);
}

/** The connection ends `after` bytes of each download; the next one is not cut. */
function cuttingHttp(after: number): Http {
  let cuts = true;
  return async (url, init) => {
    const response = await fetch(url, init);
    if (!url.includes('/bulk/') || !response.body || !cuts) return response;
    cuts = false;
    const whole = new Uint8Array(await response.arrayBuffer());
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(whole.subarray(0, after));
        controller.error(new TypeError('terminated'));
      },
    });
    return new Response(body, { status: response.status, headers: response.headers });
  };
}

describe('a first load', () => {
  test('that pages would take long for comes by bulk operations, orders and products at once', async () => {
    const bench = await aBulkBench(FAST);
    expect(await bench.run()).toMatchObject({ mode: 'bulk', orders: 150 });
    expect(starts(bench)).toEqual(['BulkOrders', 'BulkProducts']);
    expect(bench.asked.filter((name) => name === 'ProductsByIds')).toEqual([]);
    await expectWhole(bench);
  });

  test('that pages read quickly needs no bulk operation', async () => {
    const bench = await aBulkBench({ ...FAST, budget: PLENTY });
    expect(await bench.run()).toMatchObject({ mode: 'incremental', orders: 150 });
    expect(starts(bench)).toEqual([]);
  });

  test('is not made again: the next sync reads what changed', async () => {
    const bench = await aBulkBench(FAST);
    await bench.run();
    const [first] = bench.demo.inspect(bench.merchant.domain).orders();
    bench.demo.act.tagOrder(bench.merchant.domain, first?.order.name ?? '', 'seen-since');
    expect(await bench.run()).toMatchObject({ mode: 'incremental', orders: 1 });
    expect(starts(bench)).toHaveLength(2);
    await expectWhole(bench);
  });

  test('is behind by nothing: what changes while the operation runs is read after it', async () => {
    const bench = await aBulkBench({ ...FAST, bulkDelayMs: 5 });
    const { domain } = bench.merchant;
    const [first] = bench.demo.inspect(domain).orders();
    // Between the operation and the pages after it.
    bench.demo.setFaults({
      rules: [{ match: { path: 'bulk' }, times: 1, effect: { latencyMs: 1_100 } }],
    });
    const running = bench.run();
    while (downloads(bench).length === 0) await new Promise((resolve) => void setTimeout(resolve, 5));
    bench.demo.act.tagOrder(domain, first?.order.name ?? '', 'meanwhile');
    await running;
    await expectWhole(bench);
    expect(readSyncState(bench.cache, 1).watermark).not.toBeNull();
  });

  test('tells how far the store has come, then how far the reading has', async () => {
    const bench = await aBulkBench({ ...FAST, bulkDelayMs: 300 });
    await bench.run();
    const told = bench.events.flatMap((event) => (event.type === 'progress' ? event : []));
    const phases = told.map(({ phase, total }) => `${phase} of ${total}`);
    expect(phases.indexOf('waiting of 150')).toBeGreaterThan(-1);
    expect(phases.lastIndexOf('waiting of 150')).toBeLessThan(phases.lastIndexOf('reading of 150'));
    expect(told.at(-1)?.done).toBeGreaterThanOrEqual(150);
  });
});

describe('lines', () => {
  test.each(['parents_first', 'children_first'] as const)(
    'of a file with its %s are put together',
    async (lines) => {
      const bench = await aBulkBench(FAST);
      bench.demo.setFaults({
        rules: [
          { match: { operation: 'BulkOrders' }, effect: { bulk: { lines } } },
          { match: { operation: 'BulkProducts' }, effect: { bulk: { lines } } },
        ],
      });
      expect(await bench.run()).toMatchObject({ mode: 'bulk', orders: 150 });
      await expectWhole(bench);
    },
  );

  test('that are no JSON are counted and told of, and what they were of is read by id', async () => {
    const bench = await aBulkBench(FAST);
    bench.demo.setFaults({
      rules: [
        { match: { operation: 'BulkOrders' }, effect: { bulk: { garbled: [3, 4, 5, 70, 71, 72, 73, 74] } } },
      ],
    });
    const row = await bench.run();
    expect(row.unread).toBe(8);
    expect(row.error).toBeUndefined();
    // Nobody knows of which order a line was that does not name it; reading everything anew has it.
    bench.demo.setFaults({ rules: [] });
    await bench.run({ full: true });
    await expectWhole(bench);
    expect(storeCounts(bench.cache).get(bench.store.id)?.unread).toBeNull();
  });
});

describe('a download', () => {
  test.each([0, 1, 20_000])('cut after %i bytes goes on from there', async (after) => {
    const bench = await aBulkBench({ ...FAST, http: cuttingHttp(after) });
    expect(await bench.run()).toMatchObject({ mode: 'bulk', orders: 150 });
    expect(starts(bench)).toHaveLength(2);
    await expectWhole(bench);
  });

  test('that ends early and calls itself whole is noticed', async () => {
    const bench = await aBulkBench(FAST);
    bench.demo.setFaults({ rules: [{ match: { path: 'bulk' }, times: 2, effect: { truncate: true } }] });
    expect(await bench.run()).toMatchObject({ mode: 'bulk', orders: 150 });
    await expectWhole(bench);
  });

  test('that is cut again and again is the next sync’s to go on with, from the same operation', async () => {
    const bench = await aBulkBench(FAST);
    bench.demo.setFaults({ rules: [{ match: { path: 'bulk' }, effect: { cutAfterBytes: 30_000 } }] });
    expect(await bench.run()).toMatchObject({ code: 'offline' });
    bench.demo.setFaults({ rules: [] });
    bench.restart();
    expect(await bench.run()).toMatchObject({ mode: 'bulk' });
    expect(starts(bench)).toEqual(['BulkOrders', 'BulkProducts']);
    await expectWhole(bench);
  });

  test('whose address has expired is made at its new one, or else anew', async () => {
    const bench = await aBulkBench(FAST);
    bench.demo.setFaults({ rules: [{ match: { path: 'bulk' }, times: 2, effect: { status: 410 } }] });
    expect(await bench.run()).toMatchObject({ mode: 'bulk', orders: 150 });
    await expectWhole(bench);

    const other = await aBulkBench({ of: bench });
    bench.demo.setFaults({ rules: [{ match: { path: 'bulk' }, times: 3, effect: { status: 403 } }] });
    expect(await other.run()).toMatchObject({ mode: 'bulk', orders: 150 });
    expect(starts(other).filter((name) => name === 'BulkOrders')).toHaveLength(2);
    await expectWhole(other);
  });
});

describe('an operation', () => {
  const ending = async (bulk: object, times: number): Promise<BulkBench> => {
    const bench = await aBulkBench(FAST);
    bench.demo.setFaults({
      rules: [{ match: { operation: 'BulkOrders' }, times, effect: { bulk } }],
    });
    return bench;
  };

  test('that fails gives what it has, and is begun once more', async () => {
    const bench = await ending({ ends: 'FAILED', afterRoots: 60 }, 1);
    expect(await bench.run()).toMatchObject({ mode: 'bulk', orders: 150 });
    expect(starts(bench).filter((name) => name === 'BulkOrders')).toHaveLength(2);
    expect(downloads(bench)).toHaveLength(3);
    await expectWhole(bench);
  });

  test('that fails twice leaves the rest to pages', async () => {
    const bench = await ending({ ends: 'FAILED', afterRoots: 60 }, 2);
    const row = await bench.run();
    expect(row).toMatchObject({ mode: 'incremental', orders: 150 });
    expect(row.notes?.join()).toContain('failed at Shopify');
    expect(pages(bench)).toBeGreaterThan(2);
    await expectWhole(bench);
  });

  test('that somebody cancels is not begun again', async () => {
    const bench = await ending({ ends: 'CANCELED', afterRoots: 60 }, 1);
    expect(await bench.run()).toMatchObject({ mode: 'incremental', orders: 150 });
    expect(starts(bench).filter((name) => name === 'BulkOrders')).toHaveLength(1);
    await expectWhole(bench);
  });

  test('that expires is begun once more', async () => {
    const bench = await ending({ ends: 'EXPIRED', afterRoots: 0 }, 1);
    expect(await bench.run()).toMatchObject({ mode: 'bulk', orders: 150 });
    await expectWhole(bench);
  });

  test('that finds all places taken is done without', async () => {
    const bench = await ending({ refused: 'LIMIT_REACHED' }, 1);
    const row = await bench.run();
    expect(row).toMatchObject({ mode: 'incremental', orders: 150 });
    expect(row.notes?.join()).toContain('already in progress');
    await expectWhole(bench);
  });

  test('of products that does not work out leaves them to be read by id', async () => {
    const bench = await aBulkBench(FAST);
    bench.demo.setFaults({
      rules: [{ match: { operation: 'BulkProducts' }, effect: { bulk: { ends: 'FAILED' } } }],
    });
    expect(await bench.run()).toMatchObject({ mode: 'bulk', orders: 150 });
    expect(bench.asked).toContain('ProductsByIds');
    await expectWhole(bench);
  });

  test('that asks for a field denied meanwhile is begun again without it', async () => {
    const bench = await aBulkBench({ ...FAST, bulkDelayMs: 150 });
    const { domain } = bench.merchant;
    const running = bench.run();
    while (starts(bench).length === 0) await new Promise((resolve) => void setTimeout(resolve, 5));
    bench.demo.act.setScopes(domain, ['read_orders', 'read_all_orders', 'read_products', 'read_inventory']);
    expect(await running).toMatchObject({ mode: 'bulk', orders: 150 });
    expect(bench.cache.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(150);
    expect(remains(bench)).toBe(0);
  });
});

describe('a restart', () => {
  test('while the operation runs waits for the same one', async () => {
    const bench = await aBulkBench({ ...FAST, bulkDelayMs: 400 });
    const running = bench.run();
    while (!bench.asked.includes('BulkOperationState'))
      await new Promise((resolve) => void setTimeout(resolve, 5));
    await bench.sync.close();
    expect(await running).toMatchObject({ code: 'cancelled' });
    bench.restart();
    expect(await bench.run()).toMatchObject({ mode: 'bulk', orders: 150 });
    expect(starts(bench)).toEqual(['BulkOrders', 'BulkProducts']);
    await expectWhole(bench);
  });
});

test('reading everything anew by a bulk operation drops what the store no longer has', async () => {
  const bench = await aBulkBench(FAST);
  await bench.run();
  // The demo deletes no orders: this one was never there.
  bench.cache
    .prepare(
      `INSERT INTO orders (store, legacy_id, place, digest, name, created_at, updated_at, value_minor, currency, state, diagnoses, head, body)
       SELECT store, 1, 1, digest, '#gone', created_at, updated_at, value_minor, currency, state, diagnoses,
         '[1,' || substr(head, instr(head, ',') + 1), body
       FROM orders WHERE state = 'synced' LIMIT 1`,
    )
    .run();
  expect(await bench.run({ full: true })).toMatchObject({ mode: 'bulk' });
  expect(bench.cache.prepare(`SELECT count(*) FROM orders WHERE name = '#gone'`).pluck().get()).toBe(0);
  expect(bench.cache.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(150);
  expect(remains(bench)).toBe(0);
});
