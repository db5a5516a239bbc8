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
  demo.setFaults({ rules: [{ match: { operation: '^tagsRemove$' }, effect: { latencyMs: 1500 } }] });
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
