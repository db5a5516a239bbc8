import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addedErrorTypes, errorTypes } from '../demo/merchants/order-plan.ts';
import { ERROR_TYPES } from '../../shared/domain/error-type.ts';
import { type Demo, type DemoStore, startDemo } from '../demo/start-demo.ts';
import { addArguments, type Cli, cliFor } from './test-support/run-cli.ts';

const boardSchema = z.array(
  z.strictObject({
    errorType: z.enum(ERROR_TYPES),
    orders: z.int(),
    stores: z.int(),
    value: z.array(z.strictObject({ currency: z.string(), amountMinor: z.int() })),
    oldest: z.int().nullable(),
    predicted: z.strictObject({ resolved: z.int() }),
    source: z.strictObject({ platform: z.int(), local: z.int() }),
  }),
);
const countsSchema = z.object({
  counts: z.record(z.string(), z.int()),
  items: z.array(z.object({ id: z.int(), reason: z.string().nullable() })),
});
const planSchema = z.strictObject({
  plan: z.string(),
  orders: z.int(),
  writes: z.int(),
  excluded: z.array(z.strictObject({ order: z.int(), reason: z.string() })),
  cost: z.number(),
  estimateMs: z.number(),
});
const runSchema = z.strictObject({ run: z.string(), writes: z.int() });

async function connect(cli: Cli, stores: readonly DemoStore[]): Promise<void> {
  for (const store of stores) expect(await cli.run(...addArguments(store))).toMatchObject({ code: 0 });
  expect(await cli.run('sync', '--json')).toMatchObject({ code: 0 });
}

async function board(cli: Cli): Promise<Map<string, z.infer<typeof boardSchema>[number]>> {
  const { json } = await cli.run('board', '--json');
  return new Map(boardSchema.parse(json).map((row) => [row.errorType, row]));
}

describe('the main job on the command line', () => {
  const seed = { orders: 1500, stores: 2, seed: 7 };
  let demo: Demo;
  let cli: Cli;
  let stores: readonly DemoStore[];
  let run = '';

  beforeAll(async () => {
    demo = await startDemo(seed);
    stores = demo.stores;
    cli = cliFor(demo);
    await connect(cli, stores);
  });
  afterAll(() => demo.close());

  /** The same merchants as they were seeded, at the same address, as after the power came back. */
  async function restart(): Promise<void> {
    demo = await startDemo({ ...seed, port: Number(new URL(demo.url).port) });
  }

  test('lists the stores as the contract says', async () => {
    const { json } = await cli.run('stores', 'list', '--json');
    expect(json).toEqual(
      stores.map(({ name, domain }) => ({
        id: expect.any(String),
        name,
        domain,
        state: 'ok',
        orders: expect.any(Number),
        lastSync: expect.any(Number),
        seenSince: null,
      })),
    );
  });

  test('the board shows every seeded type with the seeded counts', async () => {
    const rows = await board(cli);
    const seeded = demo.seededCounts();
    for (const type of [...errorTypes, ...addedErrorTypes]) {
      const expected = stores.reduce(
        (sum, { domain }) => sum + (seeded.stores[domain]?.errors[type] ?? Number.NaN),
        0,
      );
      expect([type, rows.get(type)?.orders]).toEqual([type, expected]);
    }
    expect(rows.get('unknown')?.orders ?? 0).toBe(0);
  });

  test('orders come with their evidence, page by page', async () => {
    const first = await cli.run('orders', '--error-type', 'ignored_by_tag', '--limit', '2', '--json');
    const page = z
      .strictObject({
        total: z.int(),
        next: z.string(),
        items: z
          .array(
            z.strictObject({
              id: z.int(),
              storeId: z.string(),
              name: z.string(),
              errorType: z.literal('ignored_by_tag'),
              diagnoses: z.array(
                z.strictObject({ type: z.string(), evidence: z.record(z.string(), z.unknown()) }),
              ),
              state: z.literal('stuck'),
              createdAt: z.int(),
              value: z.strictObject({ amountMinor: z.int(), currency: z.string() }),
            }),
          )
          .length(2),
      })
      .parse(first.json);
    expect(page.items[0]?.diagnoses[0]?.evidence).toHaveProperty('tag');
    const { json } = await cli.run(
      'orders',
      '--error-type',
      'ignored_by_tag',
      '--limit',
      '2',
      '--after',
      page.next,
      '--json',
    );
    const ids = z
      .object({ items: z.array(z.object({ id: z.int() })) })
      .parse(json)
      .items.map(({ id }) => id);
    expect(ids).not.toContain(page.items[0]?.id);
  });

  test('a fix is planned, committed while the merchants are away, and shows as predicted', async () => {
    const planned = planSchema.parse(
      (
        await cli.run(
          'fix',
          'plan',
          '--fix',
          'remove_ignore_tag',
          '--error-type',
          'ignored_by_tag',
          '--out',
          'plan.json',
          '--json',
        )
      ).json,
    );
    expect(planned.orders).toBe((await board(cli)).get('ignored_by_tag')?.orders);
    expect(planned.excluded).toEqual([]);
    await demo.close();

    const committed = await cli.run('fix', 'commit', 'plan.json', '--json');
    expect(committed.code).toBe(0);
    run = runSchema.parse(committed.json).run;
    expect((await board(cli)).get('ignored_by_tag')?.predicted.resolved).toBeGreaterThan(0);

    const drained = await cli.run('outbox', 'drain', '--json');
    expect(drained.code).toBe(4);
    expect(drained.stderr).toContain('their writes stay queued');
    const { counts } = countsSchema.parse(drained.json);
    expect((counts['queued'] ?? 0) + (counts['retry_wait'] ?? 0)).toBe(planned.writes);
  });

  test('the same plan twice is refused', async () => {
    const again = await cli.run('fix', 'commit', 'plan.json');
    expect(again.code).toBe(2);
    expect(again.stderr).toContain(`committed already, as run ${run}`);
  });

  test('back online the queue drains, and after a sync those orders are gone from the board', async () => {
    await restart();
    const drained = await cli.run('outbox', 'drain', '--timeout', '60', '--json');
    expect(drained.code).toBe(0);
    const { counts } = countsSchema.parse(drained.json);
    expect(counts['applied']).toBeGreaterThan(0);
    expect(counts['queued']).toBe(0);
    for (const { domain } of stores)
      for (const { order } of demo.inspect(domain).withError('ignored_by_tag'))
        expect(order.tags.map((tag) => tag.toLowerCase())).not.toContain('bigblue-ignore');

    expect(await cli.run('sync', '--json')).toMatchObject({ code: 0 });
    expect((await board(cli)).get('ignored_by_tag')?.orders ?? 0).toBe(0);
  });

  test('a report of the run is written in each format', async () => {
    for (const format of ['csv', 'md', 'json']) {
      const file = `report.${format}`;
      const report = await cli.run(
        'report',
        '--from',
        '2020-01-01',
        '--to',
        '2099-12-31',
        '--format',
        format,
        '--out',
        file,
        '--json',
      );
      const { orders, bytes } = z
        .strictObject({ file: z.literal(file), orders: z.int(), bytes: z.int() })
        .parse(report.json);
      expect(orders).toBeGreaterThan(0);
      const text = readFileSync(join(cli.home, file));
      expect(text.length).toBe(bytes);
      expect(text.toString()).toContain('remove');
    }
    const later = await cli.run(
      'report',
      '--from',
      '2026-01-01',
      '--to',
      '2026-01-02',
      '--format',
      'pdf',
      '--out',
      'x.pdf',
    );
    expect(later).toMatchObject({ code: 2 });
    expect(later.stderr).toContain('pdf is not written yet');
  });

  test('an undo takes back what nothing else needs and says why the rest stays', async () => {
    const undone = await cli.run('undo', run, '--json');
    expect(undone.code).toBe(0);
    const { skipped, writes } = z
      .strictObject({
        run: z.string().nullable(),
        writes: z.int(),
        skipped: z.array(z.strictObject({ order: z.string(), reason: z.string() })),
      })
      .parse(undone.json);
    // Orders that a second error keeps are still stuck: only there the tag may come back.
    expect(writes).toBeGreaterThan(0);
    expect(skipped.length).toBeGreaterThan(0);
    for (const { reason } of skipped) expect(reason).toContain('taken it in meanwhile');
    expect((await cli.run('undo', run, '--json')).json).toMatchObject({ run: null, writes: 0 });
  });

  test('history and doctor answer', async () => {
    const history = z
      .array(z.object({ who: z.string(), what: z.string() }))
      .parse((await cli.run('history', '--json')).json);
    expect(history.length).toBeGreaterThan(0);
    const doctor = await cli.run('doctor', '--json');
    expect(doctor.code).toBe(0);
    expect(doctor.json).toMatchObject({ ok: true });
    const file = join(cli.home, 'history.json');
    const exported = z
      .object({ head: z.string() })
      .parse((await cli.run('history', '--export', file, '--json')).json);
    expect(JSON.stringify(doctor.json)).toContain(exported.head);
    expect(readFileSync(file, 'utf8')).toContain(exported.head);
    expect(await cli.run('history', '--export', join(cli.home, 'history.pdf'))).toMatchObject({ code: 2 });
  });
});

describe('bad input', () => {
  let demo: Demo;
  let cli: Cli;
  beforeAll(async () => {
    demo = await startDemo({ orders: 120, stores: 1 });
    cli = cliFor(demo);
  });
  afterAll(() => demo.close());

  async function refused(code: number, sentence: RegExp, ...args: string[]): Promise<void> {
    const result = await cli.run(...args);
    expect(result.stderr).toMatch(sentence);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    expect(result.code).toBe(code);
  }
  /** A connect command with one argument changed. */
  function adding(option: string, value: string): string[] {
    const [store] = demo.stores;
    if (!store) throw new Error('The demo has no store.');
    const args = addArguments(store);
    args[args.indexOf(option) + 1] = value;
    return args;
  }

  test('a wrong token, domain, endpoint or variable is named, and no store is kept', async () => {
    process.env['WRONG_SECRET'] = 'shpat_wrong';
    const wrong = cliFor(demo, cli.home);
    delete process.env['WRONG_SECRET'];
    const result = await wrong.run(...adding('--token-env', 'WRONG_SECRET'));
    expect(result).toMatchObject({ code: 4 });
    expect(result.stderr).toMatch(/token/i);

    await refused(2, /environment variable NOT_SET is empty/, ...adding('--token-env', 'NOT_SET'));
    await refused(2, /domain/, ...adding('--domain', 'not a domain'));
    await refused(2, /belongs to/, ...adding('--domain', 'somebody-else.myshopify.com'));
    await refused(2, /endpoint.*http without encryption/, ...adding('--endpoint', 'http://example.com'));
    await refused(4, /cannot be reached/, ...adding('--endpoint', 'http://127.0.0.1:59999'));
    await refused(2, /--countries/, ...adding('--countries', 'France'));
    await refused(4, /key/i, ...adding('--platform-key-env', demo.stores[0]?.tokenEnv ?? ''));
    expect((await cli.run('stores', 'list', '--json')).json).toEqual([]);
  });

  test('unknown commands, options, kinds and files are refused in one line', async () => {
    await refused(2, /unknown command 'frobnicate'; “--help” after the command shows/, 'frobnicate');
    await refused(2, /required option '--store <id>'/, 'import', 'orders.csv');
    await refused(2, /unknown option/, 'board', '--colour');
    await refused(
      2,
      /--fix: “wish” is not one of/,
      'fix',
      'plan',
      '--fix',
      'wish',
      '--error-type',
      'unknown',
      '--out',
      'x.json',
    );
    await refused(2, /exactly one of/, 'fix', 'plan', '--fix', 'reprocess', '--out', 'x.json');
    await refused(
      2,
      /there is no order 999/i,
      'fix',
      'plan',
      '--fix',
      'reprocess',
      '--orders',
      '999',
      '--out',
      'x.json',
    );
    await refused(2, /cannot be read/, 'fix', 'commit', 'nowhere.json');
    await refused(2, /there is no run/i, 'undo', 'r-none');
    writeFileSync(join(cli.home, 'half.json'), '{"format":"unstuck-plan"');
    await refused(2, /is not JSON/, 'fix', 'commit', 'half.json');
  });

  test.each(['sync', 'board', 'orders', 'outbox pause', 'outbox resume'])(
    'a store that is not there is refused by %s',
    async (command) => {
      await refused(2, /There is no store “nobody”/, ...command.split(' '), '--store', 'nobody');
    },
  );

  test('an empty name or folder and a port that is taken are named', async () => {
    await refused(2, /--home: is empty/, 'board', '--home', '');
    await refused(2, /--name: is empty/, ...adding('--name', ' '));
    const port = new URL(demo.url).port;
    await refused(1, new RegExp(`--port: ${port} is taken`), 'demo', '--port', port, '--orders', '10');
  });

  test('a journal that was damaged is told at once, by doctor and in the history', async () => {
    const broken = cliFor(demo);
    expect(await broken.run('doctor')).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(join(broken.home, 'journal.db'), 'no database at all');
    const told =
      /^unstuck: The journal, journal\.db, was damaged and what was committed since the backup .* may be lost; compare/;
    expect((await broken.run('outbox', '--json')).stderr).toMatch(told);
    const doctor = await broken.run('doctor', '--json');
    expect(doctor).toMatchObject({ code: 1, stderr: '', json: { ok: false } });
    expect(doctor.stdout).toContain('may be lost; compare the history');
    expect((await broken.run('history', '--json')).json).toMatchObject([
      { who: 'unstuck', what: 'journal_salvaged' },
    ]);
  });

  test('a data directory that another Unstuck holds is refused, and so is one of a newer version or a broken key', async () => {
    const held = cliFor(demo);
    const { lockHome } = await import('../engine/db/lock.ts');
    const lock = lockHome(held.home);
    const result = await held.run('board');
    lock.release();
    expect(result).toMatchObject({ code: 1 });
    expect(result.stderr).toContain(`process ${process.pid}`);

    expect(await held.run('board', '--json')).toMatchObject({ code: 0, json: [] });
    const { openDriver } = await import('../engine/db/open-driver.ts');
    const key = readFileSync(join(held.home, 'database.key'), 'utf8').trim();
    const setVersion = (version: number): number => {
      const driver = openDriver(join(held.home, 'journal.db'), key);
      const before = Number(driver.pragma('user_version', { simple: true }));
      driver.pragma(`user_version = ${version}`);
      driver.close();
      return before;
    };
    const ours = setVersion(99);
    const newer = await held.run('board');
    expect(newer).toMatchObject({ code: 1, stdout: '' });
    expect(newer.stderr).toMatch(
      /^unstuck: journal\.db was made by a newer Unstuck .*; update Unstuck or use another --home\.\n$/,
    );
    setVersion(ours);
    expect(await held.run('board')).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(join(held.home, 'database.key'), 'ff'.repeat(32));
    const wrongKey = await held.run('board');
    expect(wrongKey.code).toBe(1);
    expect(wrongKey.stderr.trim().split('\n')).toHaveLength(1);
    writeFileSync(join(held.home, 'database.key'), 'half a key');
    const noKey = await held.run('board');
    expect(noKey.code).toBe(1);
    expect(noKey.stderr).toMatch(
      /^unstuck: The key of the databases in .* is not one .*; restore it, or use another --home\.\n$/,
    );
  });
});
