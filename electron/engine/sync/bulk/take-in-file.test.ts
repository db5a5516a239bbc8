import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  nat,
  record,
} from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { UnstuckError } from '../../../../shared/errors.ts';
import { aStore } from '../test-support/fake-merchant.ts';
import { startDemo } from '../../../demo/start-demo.ts';
import { type BulkLoad, readBulkLoad, writeBulkLoad } from '../../db/cache/bulk-loads.ts';
import { ensureStoreNo } from '../../db/cache/store-numbers.ts';
import { cacheMigrations } from '../../db/migrations/cache.ts';
import { openDatabase, transaction, type WritableDb } from '../../db/open.ts';
import { TEST_KEY, tempDir } from '../../db/test-support/temp-dir.ts';
import { createAdminClient } from '../../shopify/client.ts';
import { createStoreReader } from '../../shopify/reader.ts';
import type { StoreReader } from '../../shopify/store-api.ts';
import { silentLogger } from '../../shopify/test-support/test-ports.ts';
import type { StoreRun } from '../store-run.ts';
import { FakeOverlay } from '../test-support/fake-overlay.ts';
import { createTriageRunner } from '../triage-runner.ts';
import { ordersIntake } from './intake.ts';
import { takeInFile } from './take-in-file.ts';
import { contentOf, hastyClock, remains } from './test-support/bulk-bench.ts';

/*
 * The invariant: however the lines of a file lie, wherever its download is cut (at any byte, also inside a character) and
 * whenever the app is killed between two transactions, the cache ends as it does when nothing of that happens.
 *
 * Crash points: before a batch is written, and after it is written and before the next one is read.
 */
interface World {
  readonly lines: readonly string[];
  readonly reader: StoreReader;
  readonly store: StoreRun['store'];
}
let world: World;

const LOAD: BulkLoad = {
  operation: 'gid://shopify/BulkOperation/1',
  composition: '',
  beganAt: 0,
  createdAt: 0,
  createdSince: 0,
  sweeps: false,
  attempts: 1,
  bytesRead: 0,
  rootsRead: 0,
};

beforeAll(async () => {
  const demo = await startDemo({ orders: 90, stores: 1, bulkDelayMs: 1, indexLagMs: 0 });
  const [merchant] = demo.stores;
  if (!merchant) throw new Error('The demo has no store.');
  const { domain, endpoint, token } = merchant;
  const client = createAdminClient({
    domain,
    endpoint,
    token,
    http: fetch,
    clock: hastyClock,
    logger: silentLogger,
  });
  const reader = createStoreReader(client, { clock: hastyClock, logger: silentLogger });
  const started = await reader.bulk.start('orders', 0);
  if (started.kind !== 'started') throw new Error('The demo did not begin the operation.');
  let operation = await reader.bulk.state(started.operation.id);
  while (operation?.status === 'running') {
    await sleep(5);
    operation = await reader.bulk.state(started.operation.id);
  }
  const text = await (await fetch(operation?.file?.url ?? '')).text();
  // What products are is not what this is about.
  const store = aStore('atelier', { redacted: ['products'] });
  const lines = text.split('\n').filter((line) => line !== '');
  world = { lines, reader, store };
  return () => demo.close();
});

interface Course {
  /** Of the order of lines; 0: as the store wrote them. */
  readonly seed: number;
  /** Bytes that arrive of each download in turn; of those after them, all. */
  readonly cuts: readonly number[];
  /** The app is killed at these transactions, counted over its lives. */
  readonly kills: readonly { readonly at: number; readonly point: 'before' | 'after' }[];
  readonly roots: number;
  /** Whether the server goes on where it is asked to. */
  readonly ranges: boolean;
}

class Killed extends Error {}

async function contentAfter(
  { seed, cuts, kills, roots, ranges }: Course,
  through: StoreReader = world.reader,
): Promise<unknown> {
  const bytes = Buffer.from(`${shuffled(world.lines, seed).join('\n')}\n`);
  const file = join(tempDir(), 'cache.db');
  const arrivals = [...cuts];
  let transactions = 0;
  const reader: StoreReader = {
    ...through,
    bulk: {
      ...through.bulk,
      open: async (_, from) => {
        const start = ranges ? from : 0;
        if (start >= bytes.length) return { kind: 'past_end' };
        return {
          kind: 'open',
          from: start,
          chunks: arriving(bytes.subarray(start), arrivals.shift() ?? null),
        };
      },
    },
  };
  for (let lives = 0; lives < 40; lives += 1) {
    const cache = openDatabase({ file, key: TEST_KEY, migrations: cacheMigrations, kind: 'cache' });
    const run = aRun(cache, reader);
    try {
      const intake = await ordersIntake(run, false);
      const load = readBulkLoad(cache, run.no, 'orders') ?? LOAD;
      if (load === LOAD) writeBulkLoad(cache, run.no, 'orders', load);
      const dying = {
        ...intake,
        ingest: async (...given: Parameters<typeof intake.ingest>) => {
          transactions += 1;
          const point = kills.find(({ at }) => at === transactions)?.point;
          if (point === 'before') throw new Killed();
          await intake.ingest(...given);
          if (point === 'after') throw new Killed();
        },
      };
      await takeInFile(
        run,
        load,
        { url: 'https://files.example', isPartial: false, bytes: bytes.length },
        dying,
        { roots, lines: roots * 4 },
      );
      transaction(cache, () => cache.prepare('DELETE FROM bulk_loads').run());
      expect(remains({ cache })).toBe(0);
      return await contentOf({ cache, store: world.store, sync: run.triage });
    } catch (thrown) {
      const isCut = thrown instanceof UnstuckError && thrown.code === 'offline';
      if (!(thrown instanceof Killed) && !isCut) throw thrown;
    } finally {
      cache.close();
    }
  }
  throw new Error('The file was never taken in.');
}

function aRun(cache: WritableDb, reader: StoreReader): StoreRun {
  const overlay = new FakeOverlay();
  const { store } = world;
  const stores = { list: () => [store] };
  return {
    cache,
    store,
    reader,
    overlay,
    clock: hastyClock,
    logger: silentLogger,
    signal: undefined,
    no: ensureStoreNo(cache, store.id),
    triage: createTriageRunner({ cache, stores, overlay, clock: hastyClock, onMoved: () => undefined }),
    meter: {
      mode: 'bulk',
      phase: 'reading',
      read: 0,
      total: null,
      orders: 0,
      products: 0,
      cost: 0,
      unread: 0,
      notes: [],
    },
    turn: { last: 0 },
    moved: () => undefined,
    progress: () => undefined,
    begin: () => undefined,
  };
}

async function* arriving(bytes: Uint8Array, cut: number | null): AsyncGenerator<Uint8Array> {
  const end = cut ?? bytes.length;
  for (let at = 0; at < Math.min(end, bytes.length); at += 977)
    yield bytes.subarray(at, Math.min(at + 977, end));
  if (end < bytes.length) throw new TypeError('terminated');
}

function shuffled(lines: readonly string[], seed: number): readonly string[] {
  if (seed === 0) return lines;
  const rank = (line: string): string => createHash('sha1').update(`${seed} ${line}`).digest('hex');
  const ranked = lines.map((line) => ({ line, rank: rank(line) }));
  return ranked.toSorted((a, b) => a.rank.localeCompare(b.rank)).map(({ line }) => line);
}

const course: Arbitrary<Course> = record({
  seed: nat(1_000),
  cuts: array(nat(40_000), { maxLength: 6 }),
  kills: array(record({ at: integer({ min: 1, max: 12 }), point: constantFrom('before', 'after') }), {
    maxLength: 3,
  }),
  roots: constantFrom(3, 10, 40),
  ranges: boolean(),
});

describe('a file of a bulk operation', () => {
  test('ends in the same cache, whatever the order of its lines, wherever it is cut and whenever the app is killed', async () => {
    const expected = await contentAfter({ seed: 0, cuts: [], kills: [], roots: 1_000, ranges: true });
    await assert(
      asyncProperty(course, async (how) => {
        expect(await contentAfter(how)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('has its orders put together from lines far apart; only one whose subtotal misses an item is read by id', async () => {
    const read: string[] = [];
    const counting: StoreReader = {
      ...world.reader,
      ordersByGid: (gids, signal) => {
        read.push(...gids);
        return world.reader.ordersByGid(gids, signal);
      },
    };
    const apart = { seed: 7, cuts: [], kills: [], roots: 10, ranges: true };
    await contentAfter(apart, counting);
    const line = z.object({
      id: z.string(),
      __parentId: z.string().optional(),
      quantity: z.int().optional(),
      subtotalLineItemsQuantity: z.int().optional(),
    });
    const all = world.lines.map((text) => line.parse(JSON.parse(text)));
    const uncounted = all
      .filter(({ subtotalLineItemsQuantity }) => subtotalLineItemsQuantity !== undefined)
      .filter(({ id, subtotalLineItemsQuantity = 0 }) => {
        const items = all.filter(({ __parentId }) => __parentId === id);
        return items.reduce((sum, { quantity = 0 }) => sum + quantity, 0) > subtotalLineItemsQuantity;
      })
      .map(({ id }) => id);
    expect(uncounted).toEqual(expect.arrayContaining(read));
  });

  test('goes on exactly behind what was taken in, and asks for nothing twice', async () => {
    const asked: number[] = [];
    const bytes = Buffer.from(`${world.lines.join('\n')}\n`);
    const cache = openDatabase({
      file: join(tempDir(), 'cache.db'),
      key: TEST_KEY,
      migrations: cacheMigrations,
      kind: 'cache',
    });
    const run = aRun(cache, {
      ...world.reader,
      bulk: {
        ...world.reader.bulk,
        open: async (_, from) => {
          asked.push(from);
          return {
            kind: 'open',
            from,
            chunks: arriving(bytes.subarray(from), asked.length === 1 ? Math.floor(bytes.length / 2) : null),
          };
        },
      },
    });
    const file = { url: 'https://files.example', isPartial: false, bytes: bytes.length };
    const taken = await takeInFile(run, LOAD, file, await ordersIntake(run, false), { roots: 10, lines: 40 });
    expect(taken).toMatchObject({ kind: 'taken_in', load: { bytesRead: bytes.length, rootsRead: 90 } });
    expect(asked).toHaveLength(2);
    expect(asked[1]).toBeGreaterThan(bytes.length / 4);
    expect(bytes.subarray(0, asked[1]).at(-1)).toBe('\n'.charCodeAt(0));
    cache.close();
  });
});
