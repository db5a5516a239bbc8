import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { EngineEvent } from '../../../../shared/contract/events.ts';
import { connectInput } from '../../../demo/connect-input.ts';
import { startDemo } from '../../../demo/start-demo.ts';
import { cacheMigrations } from '../../db/migrations/cache.ts';
import { openDatabase } from '../../db/open.ts';
import { createStoreBudget } from '../../shopify/store-budget.ts';
import { startSyncThread } from './start-sync-thread.ts';
import { connectStores, eventually, openWorkspace } from '../../test-support/workspace.ts';

const entry = new URL('./test-support/mortal-thread.ts', import.meta.url);

/** An engine whose pull side has a thread of its own, and one that does all in one thread, on the same merchants. */
async function aDemo() {
  const demo = await startDemo({ orders: 120, stores: 2, indexLagMs: 0 });
  onTestFinished(() => demo.close());
  return demo;
}

async function aWorkspace(syncThread?: URL) {
  const workspace = await openWorkspace({}, syncThread ? { syncThread } : {});
  onTestFinished(() => workspace.close());
  return workspace;
}

/** The next request of a thread started after this call ends it. */
function aFuse(): { light: () => void } {
  const file = join(mkdtempSync(join(tmpdir(), 'unstuck-fuse-')), 'lit');
  vi.stubEnv('UNSTUCK_TEST_FUSE', file);
  onTestFinished(() => void vi.unstubAllEnvs());
  return { light: () => writeFileSync(file, '') };
}

test('a board read by the thread is the one that a single thread reads', async () => {
  const demo = await aDemo();
  const [apart, together] = [await aWorkspace(entry), await aWorkspace()];
  for (const { client } of [apart, together]) await connectStores(client, demo.stores);
  const board = await apart.client.call('board.summary', {});
  expect(board.length).toBeGreaterThan(5);
  expect(board).toEqual(await together.client.call('board.summary', {}));
});

test('a fix shows as predicted when its commit answers, and its orders leave once it is sent', async () => {
  const demo = await aDemo();
  const { client } = await aWorkspace(entry);
  await connectStores(client, demo.stores);
  const ignored = async () =>
    (await client.call('board.summary', {})).find(({ errorType }) => errorType === 'ignored_by_tag');
  const before = await ignored();

  await client.call('network.set', { offline: true });
  const plan = await client.call('fix.plan', {
    fix: 'remove_ignore_tag',
    scope: { errorType: 'ignored_by_tag' },
    params: {},
  });
  await client.call('fix.commit', { plan });
  // Some of them carry another error too.
  expect((await ignored())?.predicted.resolved).toBeGreaterThan(0);
  expect(before?.predicted.resolved).toBe(0);
  expect(plan.orders.length).toBe(before?.orders);

  await client.call('network.set', { offline: false });
  await client.call('outbox.drain', {});
  const row = await eventually(
    async () => {
      await client.call('sync.run', {});
      return ignored();
    },
    (found) => found === undefined,
  );
  expect(row).toBeUndefined();
});

test('the offline switch, a store’s settings and its removal reach the thread', async () => {
  const demo = await aDemo();
  const { client } = await aWorkspace(entry);
  await connectStores(client, demo.stores);
  const [first, second] = await client.call('stores.list', {});
  if (!first || !second) throw new Error('Two stores were connected.');

  await client.call('network.set', { offline: true });
  const { stores: rows } = await client.call('sync.run', { storeId: first.id });
  expect(rows).toMatchObject([{ id: first.id, code: 'offline' }]);
  expect(await client.call('stores.list', {})).toMatchObject([{ state: 'offline' }, { state: 'ok' }]);
  await client.call('network.set', { offline: false });

  await client.call('stores.set', {
    storeId: first.id,
    settings: { countries: { mode: 'deny', countries: [] } },
  });
  const board = await client.call('board.summary', { storeId: first.id });
  expect(board.map(({ errorType }) => errorType)).not.toContain('destination_not_whitelisted');

  await client.call('stores.remove', { storeId: second.id });
  expect(await client.call('board.summary', { storeId: second.id })).toEqual([]);
});

test('a thread that dies fails its sync in words, and the next one goes on', async () => {
  const demo = await aDemo();
  const fuse = aFuse();
  const { client, engine } = await aWorkspace(entry);
  const events: EngineEvent[] = [];
  engine.subscribe((event) => void events.push(event));
  for (const store of demo.stores) await client.call('stores.add', connectInput(store));

  fuse.light();
  await expect(client.call('sync.run', {})).rejects.toMatchObject({
    code: 'internal',
    retryable: true,
    message: expect.stringContaining('goes on at the next sync'),
  });
  expect((await client.call('engine.status', {})).syncing).toEqual([]);

  const { stores } = await client.call('sync.run', {});
  expect(stores.map(({ error }) => error)).toEqual([undefined, undefined]);
  expect(await client.call('board.summary', {})).not.toEqual([]);
  expect(events).toContainEqual({ type: 'changed', topic: 'status' });
});

test('a sync that is cancelled stops in the thread too', async () => {
  const demo = await aDemo();
  const { client } = await aWorkspace(entry);
  for (const store of demo.stores) await client.call('stores.add', connectInput(store));
  const abort = new AbortController();
  const run = client.call('sync.run', {}, { signal: abort.signal });
  abort.abort();
  await expect(run).rejects.toMatchObject({ code: 'cancelled' });
  const status = await eventually(
    () => client.call('engine.status', {}),
    ({ syncing }) => syncing.length === 0,
  );
  expect(status.syncing).toEqual([]);
});

test('a thread that cannot open the cache says why and ends', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'unstuck-thread-')), 'cache.db');
  openDatabase({ file, key: '11'.repeat(32), migrations: cacheMigrations, kind: 'cache' }).close();
  const lost = vi.fn<(event: string) => void>();
  const never = (): void => undefined;
  const starting = startSyncThread({
    entry,
    cache: { file, key: '22'.repeat(32) },
    env: {},
    secrets: { get: async () => null },
    logger: { debug: never, info: never, warn: never, error: lost },
    publish: never,
    stores: { list: () => [], noteSync: never, noteAccess: never },
    overlay: { whole: () => ({ writes: [], marks: [] }), settle: never },
    isOffline: () => false,
    budget: () => createStoreBudget({ now: () => 0, sleep: async () => undefined }),
    follow: { overlay: never, stores: never, network: never, connections: never },
  });
  await expect(starting).rejects.toMatchObject({ code: 'damaged' });
  expect(lost).toHaveBeenCalledWith('sync.thread_lost', expect.anything());
});
