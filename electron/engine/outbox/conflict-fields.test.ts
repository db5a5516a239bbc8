import { describe, expect, test } from 'vitest';
import { gid } from '../../../shared/domain/ids.ts';
import type { WriteOp } from '../../../shared/domain/write.ts';
import {
  addTag,
  NORD,
  order,
  planOf,
  product,
  variant,
  workbench,
  type Workbench,
  writesOf,
} from './test-support/workbench.ts';
import { verifyAudit } from './verify-audit.ts';

const move = (n: number): WriteOp => ({
  op: 'order_address_set',
  order: order(n),
  set: { zip: 'D02 X285', city: 'Dublin 2' },
  base: { zip: null, city: 'Dublin' },
});

function addressOf(bench: Workbench, n = 1): Record<string, string | null> {
  return bench.shop(NORD).orders.get(order(n))?.address ?? {};
}

/** A run of two address fields on these orders, in both of which somebody else changed both fields. */
async function inConflict(bench: Workbench, orders: readonly number[] = [1]) {
  const drafts = orders.map((n) => ({ op: move(n) }));
  const { run } = bench.outbox.commit(planOf('edit_address', drafts));
  for (const n of orders) Object.assign(addressOf(bench, n), { zip: 'T12 AB34', city: 'Cork' });
  await bench.outbox.drain();
  return writesOf(bench, run);
}

describe('a conflict over several fields', () => {
  test('takes mine for one field and theirs for the other', async () => {
    const bench = workbench();
    const ids = await inConflict(bench);
    bench.outbox.resolve(ids, { fields: { zip: 'mine', city: 'theirs' } });
    await bench.outbox.drain();
    expect(bench.states()).toEqual(['applied']);
    expect(addressOf(bench)).toMatchObject({ zip: 'D02 X285', city: 'Cork' });
  });

  test('takes another value, which outlasts a crash, and which the history tells', async () => {
    const bench = workbench();
    const ids = await inConflict(bench);
    bench.outbox.resolve(ids, { fields: { zip: { value: ' T23 XY00 ' } }, choice: 'theirs' });
    bench.crash();
    await bench.outbox.drain();
    expect(addressOf(bench)).toMatchObject({ zip: 'T23 XY00', city: 'Cork' });
    expect(bench.outbox.history({})).toContainEqual(
      expect.objectContaining({
        who: 'ana',
        what: 'write_queued',
        before: expect.objectContaining({ set: { zip: 'D02 X285', city: 'Dublin 2' } }),
        after: expect.objectContaining({ set: { zip: 'T23 XY00' }, base: { zip: 'T12 AB34' } }),
      }),
    );
    expect(verifyAudit(bench.journal).firstBroken).toBeNull();
  });

  test('asks again where a field that was decided moves once more', async () => {
    const bench = workbench();
    const ids = await inConflict(bench);
    bench.outbox.resolve(ids, { fields: { zip: 'mine', city: 'theirs' } });
    addressOf(bench)['zip'] = 'T99 ZZ99';
    await bench.outbox.drain();
    expect(bench.outbox.list({})[0]).toMatchObject({
      state: 'conflict',
      conflict: [{ field: 'zip', planned: 'T12 AB34', now: 'T99 ZZ99', mine: 'D02 X285' }],
    });
  });

  test('is over where theirs is taken for every field, and what waited for it ends', async () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(
      planOf('edit_address', [{ op: move(1) }, { op: addTag(1), dependsOn: [0] }]),
    );
    Object.assign(addressOf(bench), { zip: 'T12 AB34', city: 'Cork' });
    await bench.outbox.drain();
    bench.outbox.resolve(writesOf(bench, run).slice(0, 1), { fields: { zip: 'theirs', city: 'theirs' } });
    expect(bench.states()).toEqual(['cancelled', 'cancelled']);
  });

  test.each([
    [
      'a field that is not in conflict',
      { phone: 'mine' as const },
      /“phone” is not in conflict; what is: .*zip/,
    ],
    ['a field left out', { zip: 'mine' as const }, /“city” is in conflict too/],
  ])('refuses %s in words, and decides nothing', async (_what, fields, words) => {
    const bench = workbench();
    const ids = await inConflict(bench);
    expect(() => bench.outbox.resolve(ids, { fields })).toThrow(words);
    expect(bench.states()).toEqual(['conflict']);
  });

  test('a country that is none is refused with the remedy', async () => {
    const bench = workbench();
    const op: WriteOp = {
      op: 'order_address_set',
      order: order(1),
      set: { countryCode: 'GB' },
      base: { countryCode: 'IE' },
    };
    const { run } = bench.outbox.commit(planOf('edit_address', [{ op }]));
    addressOf(bench)['countryCode'] = 'FR';
    await bench.outbox.drain();
    const edit = (value: string) =>
      bench.outbox.resolve(writesOf(bench, run), { fields: { countryCode: { value } } });
    expect(() => edit('Belgium')).toThrow(/countryCode.*two-letter country code such as FR/);
    expect(edit('be')).toBe(1);
    await bench.outbox.drain();
    expect(addressOf(bench)['countryCode']).toBe('BE');
  });
});

describe('the same choice for all alike', () => {
  test('goes to conflicts of the run over the same fields, in the number that was named, and to no other', async () => {
    const bench = workbench();
    const ids = await inConflict(bench, [1, 2]);
    const other = bench.outbox.commit(planOf('edit_address', [{ op: move(3) }])).run;
    Object.assign(addressOf(bench, 3), { zip: 'T12 AB34', city: 'Cork' });
    await bench.outbox.drain();
    const named = bench.outbox
      .list({ states: ['conflict'] })
      .map(({ run, alike }) => ({ other: run === other, alike }));
    expect(named).toEqual([
      { other: true, alike: 1 },
      { other: false, alike: 2 },
      { other: false, alike: 2 },
    ]);
    const changed = bench.outbox.resolve(ids.slice(0, 1), {
      fields: { zip: 'mine', city: 'theirs' },
      alike: true,
    });
    expect(changed).toBe(2);
    expect(bench.states()).toEqual(['queued', 'queued', 'conflict']);
  });

  test('leaves those out whose conflict is over other fields', async () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(planOf('edit_address', [{ op: move(1) }, { op: move(2) }]));
    Object.assign(addressOf(bench, 1), { zip: 'T12 AB34', city: 'Cork' });
    Object.assign(addressOf(bench, 2), { zip: 'T12 AB34' });
    await bench.outbox.drain();
    expect(
      bench.outbox.resolve(writesOf(bench, run).slice(0, 1), { choice: 'theirs', alike: true, fields: {} }),
    ).toBe(1);
    expect(bench.states()).toEqual(['cancelled', 'conflict']);
  });
});

describe('what changed elsewhere does not ask', () => {
  const elsewhere = (bench: Workbench): void => {
    const it = bench.shop(NORD).orders.get(order(1));
    if (it) {
      it.tags = [...it.tags, 'seen-by-the-shop'];
      it.updatedAt += 60_000;
      if (it.address) it.address['address2'] = 'Flat 4';
      it.events.push({ id: 'e9', action: 'comment', message: 'called', at: 1 });
    }
    bench.shop(NORD).products.get(product(1))?.tags.push('winter');
  };
  // order_contact_set: see shopify/writes/order-contact.test.ts, against the same rule.
  test.each<WriteOp>([
    addTag(1, 'new'),
    { op: 'order_tags_remove', order: order(1), tags: ['bigblue-ignore'] },
    { op: 'product_tags_add', product: product(1), tags: ['new'] },
    { op: 'product_tags_remove', product: product(1), tags: ['old'] },
    { op: 'order_address_set', order: order(1), set: { zip: 'D02 X285' }, base: { zip: null } },
    {
      op: 'variant_requires_shipping_set',
      variant: variant(1),
      inventoryItem: gid('InventoryItem', 'gid://shopify/InventoryItem/1'),
      set: true,
      base: false,
    },
    { op: 'variant_sku_set', variant: variant(1), product: product(1), set: 'NEW-1', base: 'OLD-1' },
    { op: 'variant_link_set', variant: variant(1), set: { product: 'DIGG-1', active: true }, base: null },
    {
      op: 'order_edit',
      order: order(1),
      changes: [
        { change: 'remove_item', lineItem: gid('LineItem', 'gid://shopify/LineItem/1'), baseQuantity: 2 },
      ],
      staffNote: 'w1',
    },
    { op: 'order_mark_as_paid', order: order(1), baseStatus: 'PENDING' },
    {
      op: 'payment_reminder_send',
      order: order(1),
      schedule: gid('PaymentSchedule', 'gid://shopify/PaymentSchedule/1'),
    },
    { op: 'order_invoice_send', order: order(1) },
    {
      op: 'fulfillment_cancel',
      order: order(1),
      fulfillment: gid('Fulfillment', 'gid://shopify/Fulfillment/1'),
    },
    { op: 'order_create', order: order(1), sourceIdentifier: 'w1', shippingTitle: 'Standard' },
  ])('$op goes on, and what others did stays', async (op) => {
    const bench = workbench();
    bench.shop(NORD).products.get(product(1))?.tags.push('old');
    const plan = planOf('edit_address', [{ op }]);
    bench.outbox.commit(plan, plan.orders.length);
    elsewhere(bench);
    await bench.outbox.drain();
    expect(bench.states()).toEqual(['applied']);
    const it = bench.shop(NORD).orders.get(order(1));
    expect(it?.tags).toContain('seen-by-the-shop');
    expect(it?.address?.['address2']).toBe('Flat 4');
    expect(bench.shop(NORD).products.get(product(1))?.tags).toContain('winter');
  });
});
