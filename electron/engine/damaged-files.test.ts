/**
 * Files that are damaged while writes wait (outbox invariant 1): a cache is begun anew with the queue intact, a journal is
 * salvaged, and what was queued takes effect once, as the merchants see it.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { gid } from '../../shared/domain/ids.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { type Demo, startDemo } from '../demo/start-demo.ts';
import { connectStores, openWorkspace } from './test-support/workspace.ts';

const PAGE = 4096;
const TAG = 'bigblue-reprocess';

/** One tag for each of a store's orders, `from` to `to`. */
function planFor(demo: Demo, from: number, to: number): Plan {
  const domain = demo.stores[0]?.domain ?? '';
  const store = domain.replace('.myshopify.com', '');
  const orders = [...demo.inspect(domain).orders()].slice(from, to).map(({ order }, at) => {
    return { id: at + 1, store, gid: gid('Order', `gid://shopify/Order/${order.id}`), name: order.name };
  });
  return {
    format: 'unstuck-plan',
    version: 1,
    id: `plan-${from}`,
    createdAt: 0,
    fix: 'reprocess',
    params: {},
    orders: orders.map((order) => ({ ...order, changes: [], remaining: null })),
    writes: orders.map((order, at) => ({
      key: `w${at}`,
      store,
      op: { op: 'order_tags_add', order: order.gid, tags: [TAG] },
      dependsOn: [],
      orders: [order.gid],
    })),
    excluded: [],
    cost: 0,
    estimateMs: 0,
  };
}

/** Flips one bit in the middle of the file. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  const at = Math.floor(statSync(file).size / PAGE / 2) * PAGE + 2000;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
  writeFileSync(file, bytes);
}

test.each([
  ['cache.db', 'cache_rebuilt'],
  ['journal.db', 'journal_salvaged'],
] as const)(
  'with a damaged %s the engine opens and says so, and what was queued is sent once',
  async (file, code) => {
    const demo = await startDemo({ orders: 240, stores: 1, indexLagMs: 20 });
    onTestFinished(() => demo.close());
    const before = await openWorkspace();
    await connectStores(before.client, demo.stores);
    await before.client.call('fix.commit', { plan: planFor(demo, 0, 60) });
    await before.close();
    const again = await openWorkspace(before.ports);
    await again.client.call('fix.commit', { plan: planFor(demo, 60, 120) });
    const { counts } = await again.client.call('outbox.list', { limit: 1 });
    await again.close();
    damage(join(before.ports.paths.home, file));

    const opened = await openWorkspace(before.ports);
    onTestFinished(() => opened.close());
    const { engine, client } = opened;
    expect(engine.notices.map((notice) => notice.code)).toContain(code);
    const lost = engine.notices.flatMap((it) => (it.code === 'journal_salvaged' ? [it.lostWrites ?? 0] : []));
    const kept = counts.queued - (lost[0] ?? 0);
    await client.call('outbox.drain', { timeoutMs: 60_000 });
    const { counts: after } = await client.call('outbox.list', { limit: 1 });
    expect(after).toMatchObject({ applied: kept, queued: 0, unknown: 0 });
    const { mutations } = demo.inspect(demo.stores[0]?.domain ?? '');
    const took = mutations.filter(({ mutation, effect }) => mutation === 'tagsAdd' && effect === 'applied');
    expect(took).toHaveLength(kept);
    // A page holds a few dozen rows: what is lost is told, and little.
    expect(kept).toBeGreaterThan(60);
  },
);
