/** What the engine knows of orders after their fix, over real merchants: solved on their platform, or stuck again later. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import { connectInput } from '../demo/connect-input.ts';
import { type Demo, startDemo } from '../demo/start-demo.ts';
import { eventually, openWorkspace, type TestWorkspace } from './test-support/workspace.ts';

let demo: Demo;
let workspace: TestWorkspace;
let client: Client;
beforeAll(async () => {
  demo = await startDemo({ orders: 600, stores: 2, reprocessDelayMs: 10, indexLagMs: 50 });
  workspace = await openWorkspace();
  ({ client } = workspace);
  const [watched, alone] = demo.stores;
  if (!watched || !alone) throw new Error('The demo has two stores.');
  await client.call('stores.add', connectInput(watched));
  const { platform: _none, ...input } = connectInput(alone);
  const { id } = await client.call('stores.add', input);
  await client.call('stores.set', { storeId: id, settings: { graceMinutes: 0 } });
  await client.call('sync.run', {});
});
afterAll(async () => {
  await workspace.close();
  await demo.close();
});

/** Removes the ignore tag from one order of a store that nothing else keeps, and sends that. */
async function mend(store: string) {
  const { items } = await client.call('orders.list', {
    filter: { errorType: 'ignored_by_tag', query: `store:"${store}"` },
  });
  const row = items.find(({ diagnoses }) => diagnoses.length === 1);
  if (!row) throw new Error(`No order of ${store} is kept by the tag alone.`);
  const scope = { orders: [row.id] };
  const plan = await client.call('fix.plan', { fix: 'remove_ignore_tag', scope });
  const { run } = await client.call('fix.commit', { plan });
  await client.call('outbox.drain', { timeoutMs: 60_000 });
  return { row, run };
}

const afterSync = async (storeId: string, run: string) => {
  await client.call('sync.run', { storeId });
  return client.call('run.get', { run });
};

test('a fixed order is watched until its platform has it', async () => {
  const { row, run } = await mend(demo.stores[0]?.name ?? '');
  const sent = await client.call('run.get', { run });
  expect(sent.orders[0]?.check).toMatchObject({ outcome: 'waiting' });
  const seen = await eventually(
    () => afterSync(row.storeId, run),
    ({ orders }) => orders[0]?.check?.outcome !== 'waiting',
  );
  expect(seen.orders[0]?.check).toEqual({ outcome: 'solved', errorType: null, regressedAt: null });
  expect(seen.run.checks).toMatchObject({ solved: 1, waiting: 0 });
});

test('a solved order that gets stuck again is a regression on the board, in the search and in its row', async () => {
  const store = demo.stores[1];
  const { row, run } = await mend(store?.name ?? '');
  const solved = await eventually(
    () => afterSync(row.storeId, run),
    ({ orders }) => orders[0]?.check?.outcome === 'solved',
  );
  expect(solved.run.checks).toMatchObject({ solved: 1 });

  demo.act.tagOrder(store?.domain ?? '', row.gid, 'bigblue-ignore');
  demo.act.moveTime(1000);
  const again = await eventually(
    () => afterSync(row.storeId, run),
    ({ run: it }) => it.checks?.regressed === 1,
  );
  expect(again.orders[0]?.check).toMatchObject({ outcome: 'solved', errorType: 'ignored_by_tag' });
  const found = await client.call('orders.list', { filter: { query: 'is:regressed' } });
  expect(found.items.map(({ name, regressed }) => [name, regressed?.run])).toEqual([[row.name, run]]);
  const others = await client.call('orders.list', { filter: { query: '-is:regressed' } });
  expect(others.items.map(({ name }) => name)).not.toContain(row.name);
  const board = await client.call('board.summary', {});
  expect(board.find(({ errorType }) => errorType === 'ignored_by_tag')?.regressed).toBe(1);
  const { row: shown } = await client.call('orders.get', { id: row.id });
  expect(shown.regressed?.run).toBe(run);
});
