/**
 * Many writes of one kind go as one bulk operation, and nothing of the outbox's invariants is lost by it: touched fields are
 * compared before, each line is its own write's answer, what has no answer is read back, and a process may die anywhere.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../../demo/start-demo.ts';
import { type Gid, gid } from '../../../../shared/domain/ids.ts';
import type { WriteOp } from '../../../../shared/domain/write.ts';
import type { Outbox } from '../outbox.ts';
import { slugOf } from '../test-support/demo-outbox.ts';
import { demoBench } from '../test-support/demo-bench.ts';
import { planOf } from '../test-support/workbench.ts';

const ORDERS = 300;
let demo: Demo;
afterEach(() => demo.close());

/** A store that restores so few points that three hundred writes are faster as one operation. */
async function aStore() {
  demo = await startDemo({
    orders: ORDERS + 40,
    stores: 1,
    indexLagMs: 0,
    throttle: { bucket: 1000, restorePerSecond: 40 },
  });
  const [store] = demo.stores;
  if (!store) throw new Error('One store was asked for.');
  const orders = [...demo.inspect(store.domain).orders()].map(({ order }) =>
    gid('Order', `gid://shopify/Order/${order.id}`),
  );
  return { store, orders: orders.slice(0, ORDERS), id: slugOf(store.domain) };
}

const tag = (order: Gid<'Order'>, text = 'checked'): WriteOp => ({
  op: 'order_tags_add',
  order,
  tags: [text],
});

/** What the store's log says of writes: how often each order got the tag, and how many came by aliases or alone. */
function effects(domain: string) {
  const { mutations } = demo.inspect(domain);
  const applied = mutations.filter(({ mutation, effect }) => mutation === 'tagsAdd' && effect === 'applied');
  return {
    operations: mutations.filter(({ mutation }) => mutation === 'bulkOperationRunMutation').length,
    applied: applied.length,
    orders: new Set(applied.map((it) => String(it.arguments['id']))).size,
  };
}

async function drained(outbox: Outbox) {
  return (await outbox.drain({ timeoutMs: 60_000 })).counts;
}

test('a large run of one kind goes as one bulk operation, each order once', async () => {
  const { store, orders, id } = await aStore();
  const bench = demoBench(demo);
  bench.outbox.commit(
    planOf(
      'remove_ignore_tag',
      orders.map((order) => ({ op: tag(order), store: id })),
    ),
  );
  expect(await drained(bench.outbox)).toMatchObject({ applied: ORDERS, queued: 0, unknown: 0 });
  expect(effects(store.domain)).toEqual({ operations: 1, applied: ORDERS, orders: ORDERS });
  const [write] = bench.outbox.list({});
  expect(write).toMatchObject({ state: 'applied', attempts: 1 });
});

test('what somebody else changed since the plan is a conflict and not in the operation', async () => {
  const { store, orders, id } = await aStore();
  const bench = demoBench(demo);
  const addressed = [...demo.inspect(store.domain).orders()]
    .filter(({ order }) => order.shippingAddress !== null)
    .map(({ order }) => ({
      base: order.shippingAddress?.company ?? null,
      order: gid('Order', `gid://shopify/Order/${order.id}`),
    }))
    .slice(0, 260);
  expect(orders.length).toBeGreaterThan(0);
  bench.outbox.commit(
    planOf(
      'edit_address',
      addressed.map(({ order, base }) => ({
        op: { op: 'order_address_set', order, set: { company: 'Mine' }, base: { company: base } },
        store: id,
      })),
    ),
  );
  const last = addressed.at(-1)?.order ?? '';
  demo.act.setAddress(store.domain, last, { company: 'Theirs' });
  const { conflict, applied, rejected } = await drained(bench.outbox);
  // The store refuses an address whose postal code it never liked.
  expect({ conflict, ended: applied + rejected }).toEqual({ conflict: 1, ended: 259 });
  expect(demo.inspect(store.domain).order(last).order.shippingAddress?.company).toBe('Theirs');
  expect(effects(store.domain).operations).toBe(1);
});

test('a line that the store refuses is its own write’s, in the store’s words', async () => {
  const { orders, id } = await aStore();
  const bench = demoBench(demo);
  const long = 'x'.repeat(41);
  bench.outbox.commit(
    planOf(
      'remove_ignore_tag',
      orders.map((order, n) => ({ op: tag(order, n % 100 === 99 ? long : 'checked'), store: id })),
    ),
  );
  expect(await drained(bench.outbox)).toMatchObject({ applied: ORDERS - 3, rejected: 3 });
  expect(bench.outbox.list({ states: ['rejected'] })[0]?.reason).toContain('exceeds the maximum length');
});

describe('an operation that does not end well', () => {
  test.each(['FAILED', 'CANCELED', 'EXPIRED'] as const)(
    '%s: the rest is read back and goes one by one',
    async (ends) => {
      const { store, orders, id } = await aStore();
      const bench = demoBench(demo);
      demo.setFaults({
        rules: [
          {
            match: { operation: 'bulkOperationRunMutation' },
            times: 1,
            effect: { bulk: { ends, afterRoots: 120, garbled: [7] } },
          },
        ],
      });
      bench.outbox.commit(
        planOf(
          'remove_ignore_tag',
          orders.map((order) => ({ op: tag(order), store: id })),
        ),
      );
      expect(await drained(bench.outbox)).toMatchObject({ applied: ORDERS, unknown: 0 });
      expect(effects(store.domain)).toEqual({ operations: 1, applied: ORDERS, orders: ORDERS });
    },
  );

  test('a result that is no longer to be had: all is read back, nothing is sent twice', async () => {
    const { store, orders, id } = await aStore();
    const bench = demoBench(demo);
    demo.setFaults({ rules: [{ match: { path: 'bulk', operation: 'download' }, effect: { status: 403 } }] });
    bench.outbox.commit(
      planOf(
        'remove_ignore_tag',
        orders.map((order) => ({ op: tag(order), store: id })),
      ),
    );
    expect(await drained(bench.outbox)).toMatchObject({ applied: ORDERS, unknown: 0 });
    expect(effects(store.domain)).toEqual({ operations: 1, applied: ORDERS, orders: ORDERS });
  });

  test('one that is refused: its writes go one by one', async () => {
    const { store, orders, id } = await aStore();
    const bench = demoBench(demo);
    demo.setFaults({
      rules: [
        { match: { operation: 'bulkOperationRunMutation' }, effect: { bulk: { refused: 'LIMIT_REACHED' } } },
      ],
    });
    bench.outbox.commit(
      planOf(
        'remove_ignore_tag',
        orders.slice(0, 230).map((order) => ({ op: tag(order), store: id })),
      ),
    );
    expect(await drained(bench.outbox)).toMatchObject({ applied: 230 });
    expect(effects(store.domain)).toMatchObject({ applied: 230, orders: 230 });
  });

  test('a start whose answer was lost is found by its name and adopted', async () => {
    const { store, orders, id } = await aStore();
    const bench = demoBench(demo);
    demo.setFaults({
      rules: [{ match: { operation: 'bulkOperationRunMutation' }, times: 1, effect: { cut: 'after' } }],
    });
    bench.outbox.commit(
      planOf(
        'remove_ignore_tag',
        orders.map((order) => ({ op: tag(order), store: id })),
      ),
    );
    expect(await drained(bench.outbox)).toMatchObject({ applied: ORDERS, unknown: 0 });
    expect(effects(store.domain)).toEqual({ operations: 1, applied: ORDERS, orders: ORDERS });
  });
});

describe('a process that dies', () => {
  test.each([
    { when: 'before its lines are uploaded', at: /stagedUploadsCreate/, arrives: false },
    { when: 'after its lines were uploaded', at: /uploads/, arrives: true },
    { when: 'before the operation is begun', at: /bulkOperationRunMutation/, arrives: false },
    { when: 'after the operation was begun', at: /bulkOperationRunMutation/, arrives: true },
    { when: 'while the store works', at: /BulkOperationState/, arrives: true },
    { when: 'before the result comes', at: /\/bulk\//, arrives: false },
  ])('$when: the next one goes on, and each order is changed once', async ({ at, arrives }) => {
    const { store, orders, id } = await aStore();
    const bench = demoBench(demo);
    bench.outbox.commit(
      planOf(
        'remove_ignore_tag',
        orders.map((order) => ({ op: tag(order), store: id })),
      ),
    );
    const died = bench.dieAt(at, arrives);
    void bench.outbox.drain();
    await died;
    bench.restart();
    expect(await drained(bench.outbox)).toMatchObject({ applied: ORDERS, unknown: 0 });
    expect(effects(store.domain)).toMatchObject({ applied: ORDERS, orders: ORDERS });
  });
});

test('a run tells how far its operation is, also after a restart', async () => {
  const { orders, id } = await aStore();
  const bench = demoBench(demo);
  bench.outbox.commit(
    planOf(
      'remove_ignore_tag',
      orders.map((order) => ({ op: tag(order), store: id })),
    ),
  );
  expect(bench.outbox.runs()[0]).not.toHaveProperty('bulk');
  const died = bench.dieAt(/BulkOperationState/, true);
  void bench.outbox.drain();
  await died;
  bench.restart();
  const [bulk] = bench.outbox.runs()[0]?.bulk ?? [];
  expect(bulk).toMatchObject({ store: id, since: expect.any(Number) });
  expect(bulk?.writes).toBe(bulk?.lines);
  await drained(bench.outbox);
  expect(bench.outbox.runs()[0]).not.toHaveProperty('bulk');
});
