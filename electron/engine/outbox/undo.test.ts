import { describe, expect, test } from 'vitest';
import type { OrderState } from '../../../shared/domain/error-type.ts';
import { gid, runId, writeId } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { anAddress, anOrder } from '../triage/test-support/samples.ts';
import type { CurrentOrder } from './plan-undo.ts';
import type { WriteOp } from '../../../shared/domain/write.ts';
import {
  addTag,
  markAsPaid,
  NORD,
  order,
  planOf,
  removeTag,
  setZip,
  workbench,
  type Workbench,
  writesOf,
} from './test-support/workbench.ts';

async function applied(
  bench: Workbench,
  ...args: Parameters<typeof planOf>
): Promise<ReturnType<typeof runId>> {
  const plan = planOf(...args);
  const { run } = bench.outbox.commit(plan, plan.orders.length);
  await bench.outbox.drain();
  return run;
}

/** The cache says this of every order. */
const known =
  (state: OrderState, patch: Partial<Order> = {}): CurrentOrder =>
  () => ({ state, order: anOrder({ updatedAt: Number.MAX_SAFE_INTEGER, ...patch }) });

describe('undo', () => {
  test('puts back the tag that the run took off, and only once', async () => {
    const bench = workbench();
    const run = await applied(bench, 'remove_ignore_tag', [{ op: removeTag(1) }]);
    const undone = bench.outbox.undo(run);
    expect(undone).toMatchObject({ writes: 1, skipped: [] });
    await bench.outbox.drain();
    expect(bench.shop(NORD).orders.get(order(1))?.tags).toEqual(['vip', 'bigblue-ignore']);
    expect(() => bench.outbox.undo(run)).toThrow(/nothing left to undo: it was undone by run r-/);
    expect(bench.outbox.runs().map(({ id, undoOf, undoneBy }) => ({ id, undoOf, undoneBy }))).toEqual([
      { id: undone.run, undoOf: run, undoneBy: null },
      { id: run, undoOf: null, undoneBy: undone.run },
    ]);
  });

  test('an undo can be undone', async () => {
    const bench = workbench();
    const run = await applied(bench, 'remove_ignore_tag', [{ op: removeTag(1) }]);
    const back = bench.outbox.undo(run).run;
    await bench.outbox.drain();
    bench.outbox.undo(back ?? run);
    await bench.outbox.drain();
    expect(bench.shop(NORD).orders.get(order(1))?.tags).toEqual(['vip']);
  });

  test('a tag is removed only if the run added it', async () => {
    const bench = workbench();
    const run = await applied(bench, 'reprocess', [{ op: addTag(1, 'vip') }, { op: addTag(2, 'new') }]);
    expect(bench.outbox.undo(run).writes).toBe(1);
    await bench.outbox.drain();
    expect(bench.shop(NORD).orders.get(order(1))?.tags).toContain('vip');
    expect(bench.shop(NORD).orders.get(order(2))?.tags).not.toContain('new');
  });

  test('also when the answer that told so was lost', async () => {
    const bench = workbench();
    bench.admin(NORD).fail('lost', /TagsAdd/);
    const run = await applied(bench, 'reprocess', [{ op: addTag(1, 'new') }]);
    expect(bench.outbox.undo(run).writes).toBe(1);
    await bench.outbox.drain();
    expect(bench.shop(NORD).orders.get(order(1))?.tags).not.toContain('new');
  });

  test('what was not sent yet is cancelled, not inverted', async () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(
      planOf('set_postal_code', [{ op: setZip(1) }, { op: addTag(1), dependsOn: [0] }]),
    );
    expect(bench.outbox.undo(run)).toEqual({ run: null, writes: 0, skipped: [] });
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toEqual([]);
    expect(bench.states()).toEqual(['cancelled', 'cancelled']);
    expect(() => bench.outbox.undo(run)).toThrow(/nothing left to undo/);
  });

  test('an address goes back, whole, where nobody changed it since', async () => {
    const bench = workbench();
    const run = await applied(bench, 'set_postal_code', [{ op: setZip(1) }]);
    bench.outbox.undo(run);
    await bench.outbox.drain();
    expect(bench.shop(NORD).orders.get(order(1))?.address).toMatchObject({
      zip: null,
      city: 'Dublin',
      firstName: 'Aoife',
    });
  });

  test('an address that somebody changed since is left alone: seen in the cache, or else before sending', async () => {
    const bench = workbench();
    const run = await applied(bench, 'set_postal_code', [{ op: setZip(1) }]);
    const address = bench.shop(NORD).orders.get(order(1))?.address ?? {};
    address['zip'] = 'T12 AB34';
    bench.currentOrder = known('stuck', { shippingAddress: { ...anAddress, zip: 'T12 AB34' } });
    expect(bench.outbox.undo(run)).toEqual({
      run: null,
      writes: 0,
      skipped: [
        {
          order: '#1',
          reason: 'Somebody has changed its address since: zip.',
          said: { code: 'address_changed', fields: ['zip'] },
        },
      ],
    });
    bench.currentOrder = () => null;
    expect(bench.outbox.undo(run).writes).toBe(1);
    await bench.outbox.drain();
    expect(bench.outbox.counts()).toMatchObject({ conflict: 1 });
    expect(address['zip']).toBe('T12 AB34');
  });

  test('orders that synced meanwhile are left out', async () => {
    const bench = workbench();
    const run = await applied(bench, 'remove_ignore_tag', [{ op: removeTag(1) }]);
    bench.currentOrder = known('synced');
    expect(bench.outbox.undo(run)).toEqual({
      run: null,
      writes: 0,
      skipped: [
        {
          order: '#1',
          reason: 'The platform has taken it in meanwhile.',
          said: { code: 'synced_meanwhile' },
        },
      ],
    });
  });

  test('what nothing undoes is skipped with the reason', async () => {
    const bench = workbench();
    const run = await applied(bench, 'mark_as_paid', [{ op: markAsPaid(1) }]);
    expect(bench.outbox.undo(run).skipped).toEqual([
      {
        order: '#1',
        reason: 'Nothing undoes it: Mark as paid.',
        said: { code: 'irreversible', op: markAsPaid(1) },
      },
    ]);
  });

  test('a write of which nobody knows whether it took effect has to be resolved first; the rest is undone', async () => {
    const bench = workbench();
    bench.admin(NORD).fail('cut', /PaymentReminderSend/);
    const reminder: WriteOp = {
      op: 'payment_reminder_send',
      order: order(1),
      schedule: gid('PaymentSchedule', 'gid://shopify/PaymentSchedule/1'),
    };
    const run = await applied(bench, 'send_payment_reminder', [{ op: reminder }, { op: removeTag(2) }]);
    const { writes, skipped } = bench.outbox.undo(run);
    expect(writes).toBe(1);
    expect(skipped).toEqual([
      {
        order: '#1',
        reason: 'Nobody knows yet whether it took effect: resolve it in the outbox, then undo again.',
        said: { code: 'outcome_unknown' },
      },
    ]);
    bench.outbox.resolve(writesOf(bench, run).slice(0, 1), 'mine');
    expect(bench.outbox.undo(run)).toMatchObject({ run: null, skipped: [{ order: '#1' }] });
  });

  test('a snooze over a dismissal goes back to the dismissal, at once and offline', () => {
    const bench = workbench();
    const dismiss: WriteOp = { op: 'order_dismiss', order: order(1), reason: 'by hand' };
    bench.outbox.commit(planOf('dismiss', [{ op: dismiss }]));
    const { run } = bench.outbox.commit(
      planOf('snooze', [{ op: { op: 'order_snooze', order: order(1), until: null } }]),
    );
    bench.outbox.undo(run);
    expect(bench.outbox.overlay.mark(NORD, order(1))).toMatchObject({ kind: 'dismissed' });
  });

  test('a setting goes back at once, unless it was changed since', () => {
    const bench = workbench();
    const set: WriteOp = { op: 'store_payment_terms_set', set: true, base: false };
    const { run } = bench.outbox.commit(planOf('enable_payment_terms', [{ op: set, orders: [1] }]));
    expect(bench.settings.paymentTerms).toBe(true);
    bench.outbox.undo(run);
    expect(bench.settings.paymentTerms).toBe(false);
  });

  test('a run that is none is not found', () => {
    expect(() => workbench().outbox.undo(runId('r-0'))).toThrow(/There is no run r-0/);
  });
});

describe('cancel and retry', () => {
  test('a cancelled write ends what depends on it, and cannot be retried', async () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(
      planOf('set_postal_code', [{ op: setZip(1) }, { op: addTag(1), dependsOn: [0] }]),
    );
    const [zip] = writesOf(bench, run);
    expect(zip === undefined ? 0 : bench.outbox.cancel([zip])).toBe(1);
    expect(bench.states()).toEqual(['cancelled', 'cancelled']);
    expect(bench.outbox.retry(writesOf(bench, run))).toBe(0);
  });

  test('a number that is no write is named', () => {
    expect(() => workbench().outbox.cancel([writeId(99)])).toThrow(/There is no write 99/);
  });

  test('what took effect cannot be cancelled', async () => {
    const bench = workbench();
    const run = await applied(bench, 'remove_ignore_tag', [{ op: removeTag(1) }]);
    expect(bench.outbox.cancel(writesOf(bench, run))).toBe(0);
  });
});
