/** Reads and writes of one store spend from one bucket: writes first, and neither starves (architecture.md, Flows 1). */
import { afterEach, expect, test } from 'vitest';
import { gid } from '../../../shared/domain/ids.ts';
import { type Demo, startDemo } from '../../demo/start-demo.ts';
import { ordersPageDocument } from '../shopify/documents/orders.ts';
import { ALL_PARTS } from '../shopify/documents/parts.ts';
import { demoBench } from './test-support/demo-bench.ts';
import { slugOf } from './test-support/demo-outbox.ts';
import { planOf } from './test-support/workbench.ts';

let demo: Demo;
afterEach(() => demo.close());

test('in a store whose bucket is small writes come first and reads get on too', async () => {
  demo = await startDemo({
    orders: 400,
    stores: 1,
    indexLagMs: 0,
    throttle: { bucket: 300, restorePerSecond: 100 },
  });
  const [store] = demo.stores;
  if (!store) throw new Error('One store was asked for.');
  const bench = demoBench(demo, { bulk: false });
  const orders = [...demo.inspect(store.domain).orders()].map(({ order }) => order.id).slice(0, 300);
  bench.outbox.commit(
    planOf(
      'remove_ignore_tag',
      orders.map((id) => ({
        op: { op: 'order_tags_add', order: gid('Order', `gid://shopify/Order/${id}`), tags: ['checked'] },
        store: slugOf(store.domain),
      })),
    ),
  );
  const client = bench.client(slugOf(store.domain));
  const read = { points: 0, isOver: false };
  const reading = (async () => {
    while (!read.isOver) {
      const { cost } = await client.request(ordersPageDocument(ALL_PARTS), {
        first: 5,
        after: null,
        query: '',
      });
      if (!read.isOver) read.points += cost?.actualQueryCost ?? 0;
    }
  })();
  const { counts } = await bench.outbox.drain({ timeoutMs: 120_000 });
  read.isOver = true;
  await reading;
  expect(counts).toMatchObject({ applied: 300, queued: 0 });
  const written = 300 * 11;
  expect(read.points / (read.points + written)).toBeGreaterThan(0.02);
  expect(written / (read.points + written)).toBeGreaterThan(0.6);
});
