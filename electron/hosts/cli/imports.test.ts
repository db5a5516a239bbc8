import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exportRow, itemRow, ordersExport } from '../../engine/imports/test-support/orders-export.ts';
import { type Cli, cliFor } from '../test-support/run-cli.ts';

const HOUR = 60 * 60 * 1000;
/** As the export writes times. */
const ago = (hours: number): string =>
  new Date(Date.now() - hours * HOUR).toISOString().replace('T', ' ').replace(/\..*/, ' +0000');
const order = (n: number, over: Parameters<typeof exportRow>[1] = {}) =>
  exportRow(n, { 'Created at': ago(5 + n), 'Paid at': ago(5 + n), ...over });

describe('a merchant without API access', () => {
  let cli: Cli;
  const file = (name: string, text: string): string => {
    writeFileSync(join(cli.home, name), text);
    return name;
  };

  beforeAll(async () => {
    cli = cliFor({ stores: [] }, mkdtempSync(join(tmpdir(), 'unstuck-import-')));
    const added = ['--name', 'Atelier', '--domain', 'atelier.myshopify.com', '--countries', 'FR'];
    await cli.run('stores', 'add', '--read-only', ...added, '--link-route', 'file');
  });

  test('brings an export of orders with a broken row, and sees its stuck orders', async () => {
    const rows = [order(1), order(2, { Tags: 'bigblue-ignore' }), itemRow(2), order(3, { Total: '?' })];
    const imported = await cli.run(
      'import',
      file('orders.csv', ordersExport(rows)),
      '--store',
      'atelier',
      '--json',
    );
    expect(imported).toMatchObject({
      code: 3,
      json: { read: 3, accepted: 2, rejected: [{ row: 5, field: 'Total', message: expect.any(String) }] },
    });
    expect(imported.stderr).toContain('import the list of product links');
    expect((await cli.run('board', '--json')).json).toMatchObject([
      { errorType: 'ignored_by_tag', orders: 1 },
    ]);
    expect((await cli.run('stores', 'list', '--json')).json).toMatchObject([
      { state: 'readonly', orders: 2 },
    ]);
  });

  test('is not promised a write: every fix that takes one is excluded, a snooze is not', async () => {
    const plan = (fix: string, ...args: string[]) =>
      cli.run(
        'fix',
        'plan',
        '--json',
        '--fix',
        fix,
        '--error-type',
        'ignored_by_tag',
        '--out',
        'plan.json',
        ...args,
      );
    expect((await plan('remove_ignore_tag')).json).toMatchObject({
      orders: 0,
      excluded: [{ reason: expect.stringContaining('do it in the Shopify admin') }],
    });
    expect((await plan('dismiss', '--set', 'reason=gift')).json).toMatchObject({ orders: 1, writes: 1 });
  });

  test('brings the platform’s list and its links, each replacing the one before', async () => {
    const errors = file('errors.txt', '#1001 Product 4756374627 not found\nhello\n');
    expect(await cli.run('import', errors, '--store', 'atelier', '--json')).toMatchObject({
      code: 3,
      json: { read: 2, accepted: 1, rejected: [{ row: 2, field: 'order' }] },
    });
    expect(
      await cli.run('import', file('none.csv', 'order,message\n'), '--store', 'atelier', '--json'),
    ).toMatchObject({
      code: 0,
      json: { read: 0, accepted: 0, rejected: [] },
    });
    const links = file('links.csv', 'sku,product\nother,DIGG-1\n');
    expect(await cli.run('links', 'import', links, '--store', 'atelier', '--json')).toMatchObject({
      code: 0,
    });
    const rows = z.array(z.looseObject({ errorType: z.string(), orders: z.int() }));
    const board = rows.parse((await cli.run('board', '--json')).json);
    expect(new Map(board.map(({ errorType, orders }) => [errorType, orders]))).toEqual(
      new Map([
        ['ignored_by_tag', 1],
        ['product_not_linked', 1],
      ]),
    );
    expect(await cli.run('links', 'export', '--store', 'atelier', '--out', 'out.csv')).toMatchObject({
      code: 0,
    });
    expect(readFileSync(join(cli.home, 'out.csv'), 'utf8')).toBe('\uFEFFvariant,sku,title,product,active\n');
  });

  test('is sound, and told how often the rules foresee what the platform says', async () => {
    const errors = file('said.txt', '#1001 Order cancelled\n#1002 Order has tag bigblue-ignore\n');
    expect(await cli.run('import', errors, '--store', 'atelier')).toMatchObject({ code: 0 });
    const doctor = await cli.run('doctor', '--json');
    expect(doctor).toMatchObject({ code: 0, json: { ok: true } });
    expect(doctor.stdout).toContain('our rules foresee 1 of 2 errors');
    expect(doctor.stdout).toContain('ignored_by_tag 1 of 1');
  });

  test('is told in one sentence what cannot be imported', async () => {
    const run = (...args: string[]) => cli.run('import', ...args, '--store', 'atelier');
    expect(await run(file('letter.txt', 'Dear team,\n'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--kind'),
    });
    expect(await run('missing.csv')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('check its path'),
    });
    expect(await run('orders.csv', '--kind', 'xml')).toMatchObject({ code: 2 });
    expect(await run('errors.txt', '--kind', 'shopify-orders-csv')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no column “Name”'),
    });
    expect(await cli.run('import', 'orders.csv', '--store', 'nobody')).toMatchObject({ code: 2 });
    expect(await cli.run('sync', '--store', 'atelier')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('import a newer one'),
    });
  });
});

test('a store is added with a token or read-only, not with both and not with neither', async () => {
  const cli = cliFor({ stores: [] });
  const add = (...args: string[]) =>
    cli.run('stores', 'add', '--name', 'A', '--domain', 'a.myshopify.com', ...args);
  expect(await add()).toMatchObject({ code: 2, stderr: expect.stringContaining('--read-only') });
  expect(await add('--read-only', '--token-env', 'X')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--token-env'),
  });
});
