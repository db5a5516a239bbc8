import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createOutbox } from '../../electron/engine/outbox/outbox.ts';
import { gid } from '../../shared/domain/ids.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { benchPorts, makeHome, quietLogger } from './bench-home.ts';
import type { Subject } from './lab.ts';
import { benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { syntheticStore } from './synthetic-store.ts';
import { openWorkspace } from './workspace.ts';

const FEW = 10_000;
const MANY = 100_000;
const PER_RUN = 10_000;
const STORES = 4;
const TURNS = 3;

/**
 * What ninety thousand writes more that wait cost in memory: the most that a process had which opened the engine, tried
 * in vain to send, and answered lists and board, with a hundred thousand waiting and with ten thousand.
 */
export const waiting: Subject = {
  name: 'waiting writes',
  run: async ({ note }) => {
    const few = await mostMemory(await homeWith(FEW));
    const many = await mostMemory(await homeWith(MANY));
    note(`  ${FEW} waiting ${spread(few)}, ${MANY} waiting ${spread(many)} (MB)`);
    return [
      benchRow(
        { name: 'memory while 100k writes wait', value: median(many), unit: 'MB', floor: median(few) },
        { ratio: 1.25 },
      ),
    ];
  },
};

/** A workspace in which so many tag writes are queued, each to an order of its own. */
async function homeWith(writes: number): Promise<string> {
  const home = makeHome();
  const { databases } = await openWorkspace(home, { seed: 1, orders: 0, stores: STORES });
  const { settings } = syntheticStore(0);
  const outbox = createOutbox({
    journal: databases.journal,
    clock: benchPorts(home).clock,
    random: () => 0,
    connections: { admin: () => Promise.reject(new Error('The benchmark sends nothing.')) },
    stores: { get: () => ({ scopes: [], redacted: [], settings }) },
    applySetting: () => undefined,
    logger: quietLogger,
    agent: 'bench',
    currentOrder: () => null,
  });
  for (let at = 0; at < writes; at += PER_RUN) outbox.commit(planFrom(at));
  databases.close();
  return home;
}

/** `PER_RUN` orders of all stores, each given a tag. */
function planFrom(first: number): Plan {
  const orders = Array.from({ length: PER_RUN }, (_, at) => {
    const n = first + at;
    return {
      id: n + 1,
      store: syntheticStore(n % STORES).id,
      gid: gid('Order', `gid://shopify/Order/${n + 1}`),
    };
  });
  return {
    format: 'unstuck-plan',
    version: 1,
    id: `waiting-${first}`,
    createdAt: 0,
    fix: 'reprocess',
    params: {},
    orders: orders.map((order) => ({ ...order, name: `#${order.id}`, changes: [], remaining: null })),
    writes: orders.map(({ id, store, gid: order }) => ({
      key: `w${id}`,
      store,
      op: { op: 'order_tags_add', order, tags: ['bigblue-reprocess'] },
      dependsOn: [],
      orders: [order],
    })),
    excluded: [],
    cost: 0,
    estimateMs: 0,
  };
}

/** In MB, of processes of their own. */
async function mostMemory(home: string): Promise<number[]> {
  const child = fileURLToPath(new URL('./waiting-process.ts', import.meta.url));
  const taken: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [child, home]);
    taken.push(Number(stdout));
  }
  return taken;
}
