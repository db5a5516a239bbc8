import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Order } from '../../../shared/domain/order.ts';
import type { WritableDb } from '../db/open.ts';
import { anyOrder } from '../triage/test-support/arbitraries.ts';
import { aProduct, aVariant, MINUTE, MORNING, orderGid, variantGid } from '../triage/test-support/samples.ts';
import { aStore, FakeMerchant } from './test-support/fake-merchant.ts';
import { aWorkbench, type Workbench } from './test-support/workbench.ts';

/** What the counts say, and what counting the rows says; each as lines in the same order. */
function counts(cache: WritableDb) {
  return {
    orders: cache
      .prepare('SELECT * FROM order_counts ORDER BY store, state, error_type, source, currency')
      .all(),
    causes: cache.prepare('SELECT * FROM cause_counts ORDER BY cause, store, currency').all(),
  };
}
function recount(cache: WritableDb) {
  return {
    orders: cache
      .prepare(
        `SELECT store, state, coalesce(error_type, '') AS error_type, coalesce(source, '') AS source, currency,
           count(*) AS orders, sum(value_minor) AS value_minor,
           sum(state = 'stuck' AND predicted_type IS NULL) AS resolved
         FROM orders GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
      )
      .all(),
    causes: cache
      .prepare(
        `SELECT c.cause, o.store, o.currency, count(*) AS orders, sum(o.value_minor) AS value_minor,
           sum(c.unblocks) AS unblocks
         FROM order_causes c JOIN orders o ON o.id = c.order_id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      )
      .all(),
  };
}

type Step = (bench: Workbench) => Promise<unknown>;
const store = aStore().id;
const number = fc.integer({ min: 1, max: 6 });

/** An order comes or changes; each step is later than the one before. */
const change: fc.Arbitrary<Step> = fc
  .record({
    n: number,
    order: anyOrder,
    value: fc.integer({ min: 0, max: 9999 }),
    currency: fc.constantFrom('EUR', 'GBP'),
  })
  .map(({ n, order, value, currency }) => async ({ merchant, clock, sync }) => {
    clock.time += MINUTE;
    const now: Order = { ...order, gid: orderGid(n), name: `#${1000 + n}`, updatedAt: clock.time };
    merchant.put({ ...now, total: { amountMinor: value, currency } });
    await sync.run();
  });

/** Nothing but the worth of an order changes, as by a refund. */
const revalued: fc.Arbitrary<Step> = fc
  .record({ n: number, value: fc.integer({ min: 0, max: 9999 }) })
  .map(({ n, value }) => async ({ merchant, clock, sync }) => {
    clock.time += MINUTE;
    const order = merchant.orders.get(orderGid(n));
    if (order)
      merchant.put({ ...order, updatedAt: clock.time, total: { ...order.total, amountMinor: value } });
    await sync.run();
  });

const queue: fc.Arbitrary<Step> = fc
  .record({ n: number, linked: fc.boolean() })
  .map(({ n, linked }) => async ({ overlay, sync }) => {
    overlay.queue({ op: 'order_tags_remove', order: orderGid(n), tags: ['bigblue-ignore'] });
    const variant = variantGid((n % 3) + 1);
    if (linked)
      overlay.queue({
        op: 'variant_link_set',
        variant,
        set: { product: 'DIGG-1', active: true },
        base: null,
      });
    await sync.rejudgeEntities(store, [orderGid(n), variant]);
  });

const mark: fc.Arbitrary<Step> = fc
  .record({
    n: number,
    kind: fc.constantFrom('snoozed', 'dismissed'),
    minutes: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ n, kind, minutes }) => async ({ overlay, sync, clock }) => {
    overlay.marks.set(orderGid(n), { kind, until: clock.time + minutes * MINUTE, at: clock.time });
    await sync.rejudgeEntities(store, [orderGid(n)]);
  });

const applied: Step = async ({ overlay, sync, clock }) => {
  overlay.apply(clock.time);
  await sync.run();
};
const later: Step = async ({ clock, sync }) => {
  clock.time += 5 * MINUTE;
  await sync.rejudgeDue(clock.time);
};
const deleted: fc.Arbitrary<Step> = number.map((n) => async ({ merchant, sync }) => {
  merchant.orders.delete(orderGid(n));
  await sync.run({ full: true });
});
const settings: fc.Arbitrary<Step> = fc.boolean().map((paymentTerms) => async ({ stores, sync }) => {
  stores.splice(0, 1, aStore('atelier', { settings: { ...aStore().settings, paymentTerms } }));
  await sync.rejudgeStore(store);
});

test('whatever happens to orders, marks, queued writes and settings, the counts are what counting would say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          { weight: 4, arbitrary: change },
          { weight: 2, arbitrary: revalued },
          queue,
          mark,
          fc.constant(applied),
          fc.constant(later),
          deleted,
          settings,
        ),
        {
          minLength: 1,
          maxLength: 20,
        },
      ),
      async (steps) => {
        const merchant = new FakeMerchant();
        merchant.stock(
          [1, 2, 3].map((n) => aProduct(n)),
          [1, 2, 3].map((n) => aVariant(n, { linkMetafield: null })),
        );
        const bench = aWorkbench({ atelier: merchant });
        bench.clock.time = MORNING;
        for (const step of steps) {
          await step(bench);
          expect(counts(bench.cache)).toEqual(recount(bench.cache));
        }
      },
    ),
    { numRuns: 60 },
  );
});
