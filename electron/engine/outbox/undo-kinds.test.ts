import { describe, expect, test } from 'vitest';
import { gid } from '../../../shared/domain/ids.ts';
import { WRITE_TRAITS, type WriteOp } from '../../../shared/domain/write.ts';
import {
  addTag,
  markAsPaid,
  NORD,
  order,
  planOf,
  product,
  removeTag,
  setZip,
  variant,
  workbench,
  type Workbench,
} from './test-support/workbench.ts';

/** What undo makes of each kind of write, and what its preview says before. */
const REVERSIBLE: readonly WriteOp[] = [
  addTag(1, 'new'),
  removeTag(1),
  { op: 'product_tags_add', product: product(1), tags: ['new'] },
  { op: 'product_tags_remove', product: product(1), tags: ['old'] },
  setZip(1),
  {
    op: 'variant_requires_shipping_set',
    variant: variant(1),
    inventoryItem: gid('InventoryItem', 'gid://shopify/InventoryItem/1'),
    set: true,
    base: false,
  },
  { op: 'variant_sku_set', variant: variant(1), product: product(1), set: 'NEW-1', base: 'OLD-1' },
  { op: 'store_payment_terms_set', set: true, base: false },
  {
    op: 'store_countries_set',
    set: { mode: 'deny', countries: ['US'] },
    base: { mode: 'allow', countries: ['FR'] },
  },
  { op: 'store_shipping_methods_set', set: ['DPD'], base: [] },
  { op: 'order_snooze', order: order(1), until: 5000 },
  { op: 'order_dismiss', order: order(1), reason: null },
];

const IRREVERSIBLE: readonly WriteOp[] = [
  markAsPaid(1),
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
  {
    op: 'order_edit',
    order: order(1),
    changes: [
      { change: 'remove_item', lineItem: gid('LineItem', 'gid://shopify/LineItem/1'), baseQuantity: 2 },
    ],
    staffNote: 'w1',
  },
];

/** Everything of the store that a write can touch. */
function stateOf(bench: Workbench) {
  const shop = bench.shop(NORD);
  const it = shop.orders.get(order(1));
  return {
    tags: [...(it?.tags ?? [])].toSorted(),
    address: { ...it?.address },
    product: [...(shop.products.get(product(1))?.tags ?? [])],
    variant: { ...shop.variants.get(variant(1)) },
    settings: bench.settings,
    mark: bench.outbox.overlay.mark(NORD, order(1)),
  };
}

async function done(op: WriteOp) {
  const bench = workbench();
  bench.shop(NORD).products.get(product(1))?.tags.push('old');
  bench.settings = { ...bench.settings, shippingMethods: [] };
  const before = stateOf(bench);
  const plan = planOf('reprocess', [{ op }]);
  const { run } = bench.outbox.commit(plan, plan.orders.length);
  await bench.outbox.drain();
  expect(bench.states()).toEqual(['applied']);
  return { bench, run, before };
}

describe('undo', () => {
  test.each(REVERSIBLE)('of $op restores what was, and its preview said so', async (op) => {
    const { bench, run, before } = await done(op);
    expect(stateOf(bench)).not.toEqual(before);
    const preview = bench.outbox.previewUndo(run);
    expect(preview).toMatchObject({ writes: 1, cancelled: 0, orders: [{ order: '#1' }], skipped: [] });
    expect(bench.states()).toEqual(['applied']);
    const undone = bench.outbox.undo(run);
    await bench.outbox.drain();
    expect(stateOf(bench)).toEqual(before);
    // And the undo of the undo does it again.
    const changed = bench.outbox.previewUndo(undone.run ?? run);
    expect(changed).toMatchObject({ writes: 1, skipped: [] });
    bench.outbox.undo(undone.run ?? run);
    await bench.outbox.drain();
    expect(stateOf(bench)).not.toEqual(before);
  });

  test('of a link where there was none leaves it inactive: it does not count any more', async () => {
    const set = { product: 'DIGG-1', active: true };
    const { bench, run } = await done({ op: 'variant_link_set', variant: variant(1), set, base: null });
    bench.outbox.undo(run);
    await bench.outbox.drain();
    expect(bench.shop(NORD).variants.get(variant(1))?.link?.value).toBe(
      '{"product":"DIGG-1","active":false}',
    );
  });

  test.each(IRREVERSIBLE)('of $op is impossible, which its preview says with the reason', async (op) => {
    const { bench, run } = await done(op);
    const said = { code: 'irreversible', op };
    expect(bench.outbox.previewUndo(run)).toMatchObject({
      writes: 0,
      orders: [],
      skipped: [{ order: '#1', said }],
    });
    expect(bench.outbox.undo(run)).toMatchObject({ run: null, writes: 0 });
  });

  test.each(IRREVERSIBLE)(
    'is not to be had, so $op asks for the number of orders before it is committed',
    (op) => {
      expect(() => workbench().outbox.commit(planOf('reprocess', [{ op }]))).toThrow(
        /nothing undoes that; confirm with 1/,
      );
    },
  );

  test('is tried on every kind of write that there is', () => {
    const tried = new Set<string>([...REVERSIBLE, ...IRREVERSIBLE].map(({ op }) => op));
    const elsewhere = ['variant_link_set', 'order_contact_set', 'order_restore', 'platform_step'];
    const kinds = Object.keys(WRITE_TRAITS);
    expect(kinds.filter((kind) => !tried.has(kind) && !elsewhere.includes(kind))).toEqual([]);
  });
});
