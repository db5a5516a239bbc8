/**
 * Invariant: a write that is not idempotent takes effect at most once, also when its acknowledgement is lost or the
 * process dies between sending and the answer (architecture.md, outbox invariants 2 and 3).
 *
 * Crash points: before the request arrives, and after it took effect; each as a cut connection and as a dead process.
 */
import { describe, expect, test, vi } from 'vitest';
import { gid } from '../../../shared/domain/ids.ts';
import type { WriteOp } from '../../../shared/domain/write.ts';
import type { FixKind } from '../../../shared/domain/fix.ts';
import {
  markAsPaid,
  NORD,
  order,
  planOf,
  removeTag,
  setZip,
  variant,
  workbench,
  type Workbench,
  writesOf,
} from './test-support/workbench.ts';

const CRASH_POINTS = ['lost', 'cut', 'hang', 'hangBefore'] as const;
type CrashPoint = (typeof CRASH_POINTS)[number];

interface Case {
  readonly what: string;
  readonly fix: FixKind;
  readonly op: WriteOp;
  /** The request that takes effect. */
  readonly mutation: RegExp;
  /** How often the effect took place. */
  readonly times: (bench: Workbench) => number;
}

const lineItem = gid('LineItem', 'gid://shopify/LineItem/1');
const effects = (bench: Workbench, pattern: RegExp): number =>
  bench.shop(NORD).effects.filter((effect) => pattern.test(effect)).length;

const CASES: readonly Case[] = [
  {
    what: 'a payment',
    fix: 'mark_as_paid',
    op: markAsPaid(1),
    mutation: /OrderMarkAsPaid/,
    times: (bench) => bench.shop(NORD).orders.get(order(1))?.payments ?? 0,
  },
  {
    what: 'a cancelled fulfilment',
    fix: 'cancel_fulfillment',
    op: {
      op: 'fulfillment_cancel',
      order: order(1),
      fulfillment: gid('Fulfillment', 'gid://shopify/Fulfillment/1'),
    },
    mutation: /FulfillmentCancel/,
    times: (bench) => effects(bench, /fulfillment cancelled/),
  },
  {
    what: 'a removed item',
    fix: 'remove_item',
    op: {
      op: 'order_edit',
      order: order(1),
      changes: [{ change: 'remove_item', lineItem, baseQuantity: 2 }],
      staffNote: 'gone',
    },
    mutation: /OrderEditCommit/,
    times: (bench) => effects(bench, /edited/),
  },
  {
    what: 'a replaced item',
    fix: 'replace_item',
    op: {
      op: 'order_edit',
      order: order(1),
      changes: [
        { change: 'remove_item', lineItem, baseQuantity: 2 },
        { change: 'add_variant', variant: variant(2), quantity: 2 },
      ],
      staffNote: 'replaced',
    },
    mutation: /OrderEditCommit/,
    times: (bench) =>
      bench
        .shop(NORD)
        .orders.get(order(1))
        ?.lines.filter((line) => line.variant === variant(2)).length ?? 0,
  },
  {
    what: 'an added shipping method',
    fix: 'add_shipping_line',
    op: {
      op: 'order_edit',
      order: order(1),
      changes: [
        { change: 'add_shipping_line', title: 'Standard', price: { amountMinor: 0, currency: 'EUR' } },
      ],
      staffNote: 'ship it',
    },
    mutation: /OrderEditCommit/,
    times: (bench) => effects(bench, /edited/),
  },
  {
    what: 'a recreated order',
    fix: 'recreate_order',
    op: { op: 'order_create', order: order(1), sourceIdentifier: 'p-1', shippingTitle: 'Standard' },
    mutation: /OrderCreate/,
    times: (bench) => effects(bench, /created for p-1/),
  },
  {
    what: 'a removed tag',
    fix: 'remove_ignore_tag',
    op: removeTag(1),
    mutation: /TagsRemove/,
    times: (bench) => effects(bench, /tagsRemove/),
  },
  {
    what: 'a postal code',
    fix: 'set_postal_code',
    op: setZip(1),
    mutation: /OrderAddressSet/,
    times: (bench) => effects(bench, /address/),
  },
];

async function drainThrough(bench: Workbench, point: CrashPoint): Promise<void> {
  const draining = bench.outbox.drain();
  if (point === 'hang' || point === 'hangBefore') {
    await vi.waitUntil(() => bench.outbox.counts().sending === 1);
    // The request has left by then: one turn is all that the fake store needs.
    await new Promise((resolve) => setTimeout(resolve, 5));
    bench.crash();
    await bench.outbox.drain();
  } else {
    await draining;
  }
}

describe.each(CASES)('$what', ({ fix, op, mutation, times }) => {
  test.each(CRASH_POINTS)('takes effect exactly once when the answer is %s', async (point) => {
    const bench = workbench();
    bench.admin(NORD).fail(point, mutation);
    bench.outbox.commit(planOf(fix, [{ op }]), 1);
    await drainThrough(bench, point);
    expect(bench.states()).toEqual(['applied']);
    expect(times(bench)).toBe(1);
  });
});

describe('a reminder, of which nothing tells whether it was sent', () => {
  const reminder: WriteOp = {
    op: 'payment_reminder_send',
    order: order(1),
    schedule: gid('PaymentSchedule', 'gid://shopify/PaymentSchedule/1'),
  };

  test.each(CRASH_POINTS)('is never sent again by itself when the answer is %s', async (point) => {
    const bench = workbench();
    bench.admin(NORD).fail(point, /PaymentReminderSend/);
    bench.outbox.commit(planOf('send_payment_reminder', [{ op: reminder }]), 1);
    await drainThrough(bench, point);
    const mails = bench.shop(NORD).orders.get(order(1))?.mails;
    expect(mails).toBe(point === 'lost' || point === 'hang' ? 1 : 0);
    expect(bench.outbox.list({})[0]).toMatchObject({ state: 'unknown', nextAttemptAt: null });
    await bench.outbox.drain();
    bench.crash();
    await bench.outbox.drain();
    expect(bench.shop(NORD).orders.get(order(1))?.mails).toBe(mails);
  });

  async function leftUnknown() {
    const bench = workbench();
    bench.admin(NORD).fail('cut', /PaymentReminderSend/);
    const { run } = bench.outbox.commit(planOf('send_payment_reminder', [{ op: reminder }]), 1);
    await bench.outbox.drain();
    return { bench, ids: writesOf(bench, run) };
  }

  test('is sent again when the agent says so', async () => {
    const { bench, ids } = await leftUnknown();
    bench.outbox.retry(ids);
    await bench.outbox.drain();
    expect(bench.states()).toEqual(['applied']);
    expect(bench.shop(NORD).orders.get(order(1))?.mails).toBe(1);
  });

  test('stays, whatever the agent says, while it is still being looked for', async () => {
    const bench = workbench();
    bench.admin(NORD).fail('hang', /OrderCreate/);
    const copy: WriteOp = {
      op: 'order_create',
      order: order(1),
      sourceIdentifier: 'plan-1',
      shippingTitle: 'Standard',
    };
    const { run } = bench.outbox.commit(planOf('recreate_order', [{ op: copy }]), 1);
    await drainThrough(bench, 'hang');
    expect(bench.outbox.retry(writesOf(bench, run))).toBe(0);
    await bench.outbox.drain();
    expect(bench.states()).toEqual(['applied']);
    expect(bench.shop(NORD).effects).toHaveLength(1);
  });

  test('is done when the agent says that it was sent, and void when they say that it need not be', async () => {
    const sent = await leftUnknown();
    sent.bench.outbox.resolve(sent.ids, 'mine');
    expect(sent.bench.outbox.list({})[0]).toMatchObject({
      state: 'applied',
      reason: 'ana says that it was sent.',
    });
    const declined = await leftUnknown();
    declined.bench.outbox.resolve(declined.ids, 'theirs');
    expect(declined.bench.states()).toEqual(['cancelled']);
    await declined.bench.outbox.drain();
    expect(declined.bench.shop(NORD).orders.get(order(1))?.mails).toBe(0);
  });

  test('an invoice is proved by the order’s timeline', async () => {
    const bench = workbench();
    bench.admin(NORD).fail('lost', /OrderInvoiceSend/);
    bench.outbox.commit(
      planOf('send_payment_reminder', [{ op: { op: 'order_invoice_send', order: order(1) } }]),
      1,
    );
    await bench.outbox.drain();
    expect(bench.states()).toEqual(['applied']);
    expect(bench.shop(NORD).orders.get(order(1))?.mails).toBe(1);
  });
});

test('an order edit that was cut off before its commit is begun anew', async () => {
  const bench = workbench();
  bench.admin(NORD).fail('lost', /OrderEditAddVariant/);
  const changes = [{ change: 'add_variant' as const, variant: variant(2), quantity: 1 }];
  bench.outbox.commit(
    planOf('replace_item', [{ op: { op: 'order_edit', order: order(1), changes, staffNote: '' } }]),
    1,
  );
  await bench.outbox.drain();
  expect(bench.states()).toEqual(['applied']);
  expect(bench.shop(NORD).sessions.size).toBe(2);
  expect(bench.shop(NORD).orders.get(order(1))?.agreements).toHaveLength(1);
});

test('a write that another one follows is not overtaken while nobody knows what became of it', async () => {
  const bench = workbench();
  bench.admin(NORD).fail('lost', /OrderMarkAsPaid/);
  bench.admin(NORD).fail('cut', /OrderState/);
  bench.outbox.commit(planOf('mark_as_paid', [{ op: markAsPaid(1) }, { op: removeTag(1) }]), 1);
  await bench.outbox.drain();
  expect(bench.shop(NORD).effects).toEqual(['#1 paid', '#1 tagsRemove bigblue-ignore']);
});

test('at start, what was on its way is unknown before anything is sent', async () => {
  const bench = workbench();
  bench.admin(NORD).fail('hang', /TagsRemove/);
  bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]));
  void bench.outbox.drain();
  await vi.waitUntil(() => bench.outbox.counts().sending === 1);
  bench.crash();
  expect(bench.states()).toEqual(['unknown']);
});

test('what was lost with an interrupted process is told in the audit trail', async () => {
  const bench = workbench();
  bench.admin(NORD).fail('hang', /TagsRemove/);
  bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]));
  await drainThrough(bench, 'hang');
  const trail = bench.outbox.history({ order: { store: NORD, gid: order(1) } }).map(({ what }) => what);
  expect(trail.toReversed()).toEqual(['run_committed', 'write_sending', 'write_unknown', 'write_applied']);
});
