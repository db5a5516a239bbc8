import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Demo, startDemo } from '../../demo/start-demo.ts';
import { addArguments, type Cli, cliFor } from '../test-support/run-cli.ts';

const listSchema = z.object({ items: z.array(z.object({ id: z.int(), state: z.string() })) });

const ordersSchema = z.object({ items: z.array(z.object({ id: z.int() })) });

let demo: Demo;
let cli: Cli;
beforeAll(async () => {
  demo = await startDemo({ orders: 600, stores: 1 });
  cli = cliFor(demo);
  for (const store of demo.stores) await cli.run(...addArguments(store));
  await cli.run('sync');
  const plan = join(cli.home, 'plan.json');
  await cli.run('fix', 'plan', '--fix', 'remove_ignore_tag', '--error-type', 'ignored_by_tag', '--out', plan);
  await cli.run('fix', 'commit', plan);
});
afterAll(() => demo.close());

test('a drain whose time is up says how much is still on its way', async () => {
  demo.setFaults({ rules: [{ match: { operation: 'OrderTags' }, effect: { latencyMs: 1500 } }] });
  expect(await cli.run('outbox', 'drain', '--timeout', '1')).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/^unstuck: time is up with \d+ writes on their way; drain again/m),
  });
  demo.setFaults({ rules: [] });
  expect(await cli.run('outbox', 'drain', '--timeout', '60')).toMatchObject({ code: 0, stderr: '' });
});

test('a decision that a write does not take is told, and the others are made', async () => {
  const { items } = listSchema.parse((await cli.run('outbox', '--json')).json);
  const [applied] = items.map(({ id }) => String(id));
  expect(items[0]?.state).toBe('applied');
  expect(await cli.run('outbox', 'cancel', applied ?? '', '--json')).toMatchObject({
    code: 3,
    json: { changed: 0 },
    stderr: expect.stringContaining('1 of 1 writes stay as they are'),
  });
});

test('a drain in which writes are rejected says so by its code, and the next one is done', async () => {
  const pending = await cli.run('orders', '--error-type', 'payment_pending', '--limit', '1', '--json');
  const [order] = ordersSchema.parse(pending.json).items;
  const plan = join(cli.home, 'paid.json');
  await cli.run('fix', 'plan', '--fix', 'mark_as_paid', '--orders', String(order?.id), '--out', plan);
  await cli.run('fix', 'commit', plan, '--confirm', '1');
  demo.setFaults({ rules: [{ times: 1, effect: { concurrentEdit: { cancel: true } } }] });
  expect(await cli.run('outbox', 'drain')).toMatchObject({
    code: 3,
    stdout: expect.stringContaining('rejected'),
  });
  expect(await cli.run('outbox', 'drain')).toMatchObject({ code: 0 });
});

const detailSchema = z.object({
  items: z.array(z.object({ id: z.int(), state: z.string(), alike: z.int() })),
});

test('a conflict is decided field by field, or by another value', async () => {
  const missing = await cli.run('orders', '--error-type', 'postal_code_missing', '--limit', '1', '--json');
  const [order] = ordersSchema.parse(missing.json).items;
  const plan = join(cli.home, 'zip.json');
  const set = ['--set', 'zip=1012 AB', '--set', 'city=Rotterdam'];
  await cli.run('fix', 'plan', '--fix', 'edit_address', '--orders', String(order?.id), ...set, '--out', plan);
  await cli.run('fix', 'commit', plan);
  const elsewhere = { zip: '1013 CD', city: 'Gouda' };
  demo.setFaults({ rules: [{ times: 1, effect: { concurrentEdit: { shippingAddress: elsewhere } } }] });
  expect(await cli.run('outbox', 'drain')).toMatchObject({ code: 3 });
  const { items } = detailSchema.parse((await cli.run('outbox', '--json')).json);
  const conflict = items.find(({ state }) => state === 'conflict');
  expect(conflict?.alike).toBe(1);
  const resolve = (...args: string[]) => cli.run('outbox', 'resolve', String(conflict?.id), ...args);
  expect(await resolve('--field', 'zip=mine')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('“city” is in conflict too'),
  });
  expect(await resolve('--field', 'zip=perhaps')).toMatchObject({ code: 2 });
  expect(await resolve('--field', 'city=theirs', '--set', 'zip=1015 EF', '--alike', '--json')).toMatchObject({
    code: 0,
    json: { changed: 1 },
  });
  expect(await cli.run('outbox', 'drain')).toMatchObject({ code: 0 });
});

const runSchema = z.object({ run: z.string() });
const controlSchema = z.array(z.object({ id: z.string(), control: z.record(z.string(), z.unknown()) }));

test('a run can be scheduled, tried in stages, put first and let go at once', async () => {
  const plan = join(cli.home, 'stages.json');
  await cli.run('fix', 'plan', '--fix', 'reprocess', '--error-type', 'order_cancelled', '--out', plan);
  const at = '2999-01-01T09:00:00Z';
  const terms = ['--at', at, '--stages', '1,10', '--stop-above', '10'];
  expect(await cli.run('fix', 'commit', plan, '--at', at, '--before-cutoff')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('give one of --at and --before-cutoff'),
  });
  const { run } = runSchema.parse((await cli.run('fix', 'commit', plan, ...terms, '--json')).json);
  expect(await cli.run('outbox', 'drain')).toMatchObject({ code: 0 });
  await cli.run('outbox', 'first', run);
  const [waiting] = controlSchema.parse((await cli.run('outbox', 'runs', '--json')).json);
  expect(waiting).toMatchObject({
    id: run,
    control: { priority: 1, startsAt: Date.parse(at), stages: { open: 0, stopAbove: 0.1 } },
  });
  expect((await cli.run('outbox', 'schedule', run, '--before-cutoff', '--json')).json).toMatchObject({
    startsAt: null,
    dueBy: expect.any(Number),
  });
  expect(await cli.run('outbox', 'drain')).toMatchObject({ code: 0 });
  const [done] = controlSchema.parse((await cli.run('outbox', 'runs', '--json')).json);
  expect(done).toMatchObject({ control: { stages: { stoppedAt: null } } });
  expect((await cli.run('outbox', 'rules', '--set', 'network=8x2h', '--json')).json).toMatchObject({
    network: { most: 8, withinMs: 7_200_000 },
    throttled: { most: null, withinMs: null },
  });
});
