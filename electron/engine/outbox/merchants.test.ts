/** The outbox against the demo merchants over HTTP: the real client and documents, and faults on the wire. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../demo/start-demo.ts';
import { REPROCESS_TAG, IGNORE_TAG } from '../../../shared/domain/error-type.ts';
import { gid } from '../../../shared/domain/ids.ts';
import type { WriteOp } from '../../../shared/domain/write.ts';
import type { Http } from '../ports.ts';
import type { Outbox } from './outbox.ts';
import { demoOutbox, slugOf } from './test-support/demo-outbox.ts';
import { planOf } from './test-support/workbench.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ orders: 800, stores: 2, indexLagMs: 200 });
});
afterAll(() => demo.close());

const domains = () => demo.stores.map(({ domain }) => domain);
const first = (): string => domains()[0] ?? '';

const outboxOver = (http?: Http) => demoOutbox(demo, http);

type Fault = Parameters<Demo['setFaults']>[0]['rules'][number];
const faults = (...rules: Fault[]): void => demo.setFaults({ rules });
const orderId = (id: number) => gid('Order', `gid://shopify/Order/${id}`);
const look = (domain: string, id: number) => demo.inspect(domain).order(String(id)).order;
const executed = (domain: string, mutation: string): number =>
  demo.inspect(domain).mutations.filter((it) => it.mutation === mutation && it.effect === 'applied').length;
const taken = new Set<number>();
/** A seeded order with this error that no other test has used. */
function fresh(
  error: Parameters<ReturnType<Demo['inspect']>['withError']>[0],
  domain = first(),
  fits: (order: ReturnType<typeof look>) => boolean = () => true,
) {
  const found = demo
    .inspect(domain)
    .withError(error)
    .find(({ order }) => !taken.has(order.id) && fits(order));
  if (!found) throw new Error(`No order with ${error} is left.`);
  taken.add(found.order.id);
  // As it is now: what an inspection gives is live.
  return structuredClone(found.order);
}
async function sent(outbox: Outbox, op: WriteOp, domain = first(), orders = 1) {
  const plan = planOf('reprocess', [{ op, store: slugOf(domain) }]);
  outbox.commit(plan, orders);
  await outbox.drain({ timeoutMs: 20_000 });
  return outbox.list({})[0];
}

describe('against the demo merchants', () => {
  test('offline, then sent: every ignored order of two stores loses its tag', async () => {
    const outbox = outboxOver();
    const drafts = domains().flatMap((domain) =>
      demo
        .inspect(domain)
        .withError('ignored_by_tag')
        .map(({ order }) => ({
          store: slugOf(domain),
          op: {
            op: 'order_tags_remove' as const,
            order: orderId(order.id),
            tags: order.tags.filter((tag) => tag.toLowerCase() === IGNORE_TAG),
          },
        })),
    );
    outbox.commit(planOf('remove_ignore_tag', drafts));
    const { counts } = await outbox.drain({ timeoutMs: 30_000 });
    expect(counts).toMatchObject({ applied: drafts.length, queued: 0 });
    for (const { store, op } of drafts) {
      const tags = demo.inspect(store).order(op.order).order.tags;
      expect(tags.map((tag) => tag.toLowerCase())).not.toContain(IGNORE_TAG);
    }
  });

  test.each(['before', 'after'] as const)(
    'a connection cut %s the effect never pays an order twice',
    async (cut) => {
      const order = fresh('payment_pending', first(), ({ financialStatus }) => financialStatus === 'PENDING');
      const outbox = outboxOver();
      const before = executed(first(), 'orderMarkAsPaid');
      faults({ match: { operation: 'orderMarkAsPaid' }, times: 1, effect: { cut } });
      const write = await sent(outbox, {
        op: 'order_mark_as_paid',
        order: orderId(order.id),
        baseStatus: 'PENDING',
      });
      expect(write).toMatchObject({ state: 'applied' });
      expect(look(first(), order.id).financialStatus).toBe('PAID');
      expect(executed(first(), 'orderMarkAsPaid') - before).toBe(1);
    },
  );

  test.each(['before', 'after'] as const)(
    'a connection cut %s the effect never recreates an order twice',
    async (cut) => {
      const order = fresh('order_cancelled');
      const outbox = outboxOver();
      const before = executed(first(), 'orderCreate');
      faults({ match: { operation: 'orderCreate' }, times: 1, effect: { cut } });
      const op: WriteOp = {
        op: 'order_create',
        order: orderId(order.id),
        sourceIdentifier: `plan-${cut}-${order.id}`,
        shippingTitle: 'Standard',
      };
      expect(await sent(outbox, op)).toMatchObject({ state: 'applied' });
      expect(executed(first(), 'orderCreate') - before).toBe(1);
      const made = [...demo.inspect(first()).orders()].filter(
        (it) => it.order.sourceIdentifier === op.sourceIdentifier,
      );
      expect(made).toHaveLength(1);
      expect(made[0]?.order.tags).not.toContain(IGNORE_TAG);
    },
  );

  test.each(['before', 'after'] as const)(
    'a commit cut %s the effect never edits an order twice',
    async (cut) => {
      const order = fresh('product_not_found', first(), ({ items }) =>
        items.some((it) => it.variantId !== null),
      );
      const [variant] = demo.inspect(first()).variants;
      const [line] = order.items.filter(({ currentQuantity }) => currentQuantity > 0);
      if (!variant || !line) throw new Error('The demo has no variant or no item.');
      const outbox = outboxOver();
      faults({ match: { operation: 'orderEditCommit' }, times: 1, effect: { cut } });
      const write = await sent(outbox, {
        op: 'order_edit',
        order: orderId(order.id),
        changes: [
          {
            change: 'remove_item',
            lineItem: gid('LineItem', `gid://shopify/LineItem/${line.id}`),
            baseQuantity: line.currentQuantity,
          },
          {
            change: 'add_variant',
            variant: gid('ProductVariant', `gid://shopify/ProductVariant/${variant.id}`),
            quantity: 1,
          },
        ],
        staffNote: 'replaced',
      });
      expect(write).toMatchObject({ state: 'applied' });
      const after = look(first(), order.id);
      expect(after.items.find(({ id }) => id === line.id)?.currentQuantity).toBe(0);
      expect(after.items).toHaveLength(order.items.length + 1);
    },
  );

  test('a shipping method is added for nothing and once', async () => {
    const order = fresh('no_shippable_product');
    const outbox = outboxOver();
    faults({ match: { operation: 'orderEditCommit' }, times: 1, effect: { cut: 'after' } });
    const write = await sent(outbox, {
      op: 'order_edit',
      order: orderId(order.id),
      changes: [
        {
          change: 'add_shipping_line',
          title: 'Unstuck standard',
          price: { amountMinor: 0, currency: demo.stores[0]?.currency ?? 'EUR' },
        },
      ],
      staffNote: '',
    });
    expect(write).toMatchObject({ state: 'applied' });
    const titles = look(first(), order.id).shippingLines.map(({ title }) => title);
    expect(titles.filter((title) => title === 'Unstuck standard')).toHaveLength(1);
  });

  test.each(['before', 'after'] as const)(
    'a reminder cut %s the effect is sent at most once',
    async (cut) => {
      const order = fresh('payment_pending', first(), ({ email }) => email !== null);
      const outbox = outboxOver();
      const before = executed(first(), 'orderInvoiceSend');
      faults({ match: { operation: 'orderInvoiceSend' }, times: 1, effect: { cut } });
      const write = await sent(outbox, { op: 'order_invoice_send', order: orderId(order.id) });
      expect(write?.state).toBe(cut === 'after' ? 'applied' : 'unknown');
      expect(executed(first(), 'orderInvoiceSend') - before).toBe(cut === 'after' ? 1 : 0);
    },
  );

  test('a fulfilment is cancelled, and the order’s status read again', async () => {
    const order = fresh('order_already_fulfilled');
    const outbox = outboxOver();
    const [fulfillment] = order.fulfillments;
    const write = await sent(outbox, {
      op: 'fulfillment_cancel',
      order: orderId(order.id),
      fulfillment: gid('Fulfillment', `gid://shopify/Fulfillment/${fulfillment?.id}`),
    });
    expect(write).toMatchObject({ state: 'applied' });
    expect(look(first(), order.id).fulfillments[0]?.status).toBe('CANCELLED');
  });

  test('a postal code that somebody else sets just before is not overwritten', async () => {
    const order = fresh('postal_code_missing');
    const outbox = outboxOver();
    faults({
      match: { operation: 'OrderAddress$' },
      times: 1,
      effect: { concurrentEdit: { shippingAddress: { zip: 'D02 X285' } } },
    });
    const write = await sent(outbox, {
      op: 'order_address_set',
      order: orderId(order.id),
      set: { zip: 'T12 AB34' },
      base: { zip: null },
    });
    expect(write).toMatchObject({
      state: 'conflict',
      conflict: [{ field: 'zip', now: 'D02 X285', mine: 'T12 AB34' }],
    });
    expect(look(first(), order.id).shippingAddress?.zip).toBe('D02 X285');
  });

  test.each([
    ['a server error', { status: 503 }],
    ['a truncated answer', { truncate: true }],
    ['429 with Retry-After', { status: 429, retryAfter: 1 }],
    ['THROTTLED', { throttled: true }],
  ] as const)('%s costs time, not the change', async (_what, effect) => {
    const order = fresh('postal_code_missing', domains()[1]);
    const outbox = outboxOver();
    faults({ match: { operation: 'orderUpdate|order$' }, times: 2, effect });
    const { address1, city } = order.shippingAddress ?? {};
    const op: WriteOp = {
      op: 'order_address_set',
      order: orderId(order.id),
      set: { company: 'Unstuck' },
      base: { company: order.shippingAddress?.company ?? null },
    };
    expect(await sent(outbox, op, domains()[1])).toMatchObject({ state: 'applied' });
    expect(look(domains()[1] ?? '', order.id).shippingAddress).toMatchObject({
      company: 'Unstuck',
      address1,
      city,
    });
  });

  test('a revoked token blocks its store until it is accepted again', async () => {
    const [mine = '', other = ''] = domains();
    const outbox = outboxOver();
    const tagOf = (domain: string) => ({
      store: slugOf(domain),
      op: {
        op: 'order_tags_add' as const,
        order: orderId(fresh('product_not_linked', domain).id),
        tags: [REPROCESS_TAG],
      },
    });
    outbox.commit(planOf('reprocess', [tagOf(mine), tagOf(other)]));
    demo.act.revokeToken(mine);
    const drained = await outbox.drain({ timeoutMs: 10_000 });
    expect(drained).toMatchObject({ unauthorized: [slugOf(mine)], counts: { applied: 1, blocked_auth: 1 } });
    demo.act.restoreToken(mine);
    expect((await outbox.drain({ timeoutMs: 10_000 })).counts).toMatchObject({ applied: 2, blocked_auth: 0 });
  });

  test('variants: physical, linked and given a SKU, each undone to what it was', async () => {
    const outbox = outboxOver();
    const variants = demo.inspect(first()).variants.filter(({ metafields }) => metafields.length === 0);
    const [one, two] = variants;
    if (!one || !two) throw new Error('The demo has too few variants.');
    const wasOne = { sku: one.sku, requiresShipping: one.requiresShipping };
    const variant = (id: number) => gid('ProductVariant', `gid://shopify/ProductVariant/${id}`);
    const { run } = outbox.commit(
      planOf('make_physical', [
        {
          store: slugOf(first()),
          op: {
            op: 'variant_requires_shipping_set',
            variant: variant(one.id),
            inventoryItem: gid('InventoryItem', `gid://shopify/InventoryItem/${one.inventoryItemId}`),
            set: !one.requiresShipping,
            base: one.requiresShipping,
          },
        },
        {
          store: slugOf(first()),
          op: {
            op: 'variant_sku_set',
            variant: variant(one.id),
            product: gid('Product', `gid://shopify/Product/${one.productId}`),
            set: 'UNSTUCK-1',
            base: one.sku,
          },
        },
        {
          store: slugOf(first()),
          op: {
            op: 'variant_link_set',
            variant: variant(two.id),
            set: { product: 'DIGG-000123-0001', active: true },
            base: null,
          },
        },
      ]),
    );
    expect((await outbox.drain({ timeoutMs: 10_000 })).counts).toMatchObject({ applied: 3 });
    const now = (id: number) => demo.inspect(first()).variants.find((it) => it.id === id);
    expect(now(one.id)).toMatchObject({ sku: 'UNSTUCK-1', requiresShipping: !wasOne.requiresShipping });
    expect(now(two.id)?.metafields[0]?.value).toContain('DIGG-000123-0001');
    expect(outbox.undo(run).writes).toBe(3);
    expect((await outbox.drain({ timeoutMs: 10_000 })).counts).toMatchObject({ applied: 6 });
    expect(now(one.id)).toMatchObject(wasOne);
    expect(now(two.id)?.metafields[0]?.value).toContain('"active":false');
  });

  test('with nobody listening, drain names the stores at once and keeps everything queued', async () => {
    const outbox = outboxOver(() =>
      Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })),
    );
    outbox.commit(
      planOf('reprocess', [
        { store: slugOf(first()), op: { op: 'order_tags_add', order: orderId(1), tags: [REPROCESS_TAG] } },
      ]),
    );
    expect((await outbox.drain({ timeoutMs: 20_000 })).offline).toEqual([slugOf(first())]);
    expect(outbox.counts().applied).toBe(0);
  });
});
