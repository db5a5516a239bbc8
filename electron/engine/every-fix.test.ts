/**
 * Every kind of fix, from a stuck order on the board to what the merchant and the platform hold afterwards. The demo
 * merchants judge by rules of their own, so an order that syncs here syncs for a reason that is not ours.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import type { OrderRow } from '../../shared/contract/rows.ts';
import type { Diagnosis, Evidence } from '../../shared/domain/diagnosis.ts';
import type { ErrorType } from '../../shared/domain/error-type.ts';
import type { FixKind } from '../../shared/domain/fix.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { type Demo, type DemoStore, startDemo } from '../demo/start-demo.ts';
import { connectStores, eventually, openWorkspace, type TestWorkspace } from './test-support/workspace.ts';

let demo: Demo;
let workspace: TestWorkspace;
let client: Client;
const used = new Set<number>();

beforeAll(async () => {
  demo = await startDemo({ orders: 1600, stores: 4, reprocessDelayMs: 10, indexLagMs: 50 });
  workspace = await openWorkspace();
  ({ client } = workspace);
  await connectStores(client, demo.stores);
});
afterAll(async () => {
  await workspace.close();
  await demo.close();
});

const storeOf = (row: OrderRow): DemoStore => {
  const store = demo.stores.find(({ name }) => name === row.storeName);
  if (!store) throw new Error(`There is no demo store ${row.storeName}.`);
  return store;
};
const remote = (row: OrderRow) => demo.inspect(storeOf(row).domain).order(row.gid);

/** An order that one error alone keeps, that no other test has used, and that `fits`. */
async function stuck(
  errorType: ErrorType,
  fits: (row: OrderRow, evidence: Diagnosis) => boolean = () => true,
): Promise<OrderRow> {
  const { items } = await client.call('orders.list', { filter: { errorType } });
  const found = items.find((row) => {
    const [only, ...more] = row.diagnoses;
    return only !== undefined && more.length === 0 && !used.has(row.id) && fits(row, only);
  });
  if (!found) throw new Error(`No order that fits is left with ${errorType}.`);
  used.add(found.id);
  return found;
}

async function planFor(row: OrderRow, fix: FixKind, params: Record<string, string> = {}): Promise<Plan> {
  const plan = await client.call('fix.plan', { fix, scope: { orders: [row.id] }, params });
  expect(plan.excluded.map(({ reason }) => reason)).toEqual([]);
  expect(plan.orders.map(({ name }) => name)).toEqual([row.name]);
  return plan;
}

/** Plans, commits and sends a fix for one order; every write must have been applied. */
async function mend(row: OrderRow, fix: FixKind, params: Record<string, string> = {}): Promise<string> {
  const plan = await planFor(row, fix, params);
  const { run } = await client.call('fix.commit', { plan, confirm: 1 });
  await client.call('outbox.drain', { timeoutMs: 60_000 });
  const { items } = await client.call('outbox.list', { run });
  expect(
    items
      .map(({ what, state, reason }) => ({ what, state, reason }))
      .filter(({ state }) => state !== 'applied'),
  ).toEqual([]);
  return run;
}

async function expectSynced(row: OrderRow): Promise<void> {
  const state = await eventually(
    () => remote(row).platform,
    ({ state: now }) => now === 'synced',
  );
  expect(`${row.name} ${state.state} ${state.message ?? ''}`).toBe(`${row.name} synced `);
  const seen = await eventually(
    async () => {
      await client.call('sync.run', { storeId: row.storeId });
      return (await client.call('orders.page', { ids: [row.id] }))[0]?.state;
    },
    (now) => now === 'synced',
  );
  expect(seen).toBe('synced');
}

function evidenceOf<T extends ErrorType>(row: OrderRow, type: T): Evidence<T> {
  const found = row.diagnoses.find((diagnosis) => diagnosis.type === type);
  if (!found) throw new Error(`${row.name} has no ${type}.`);
  // `type` pairs with its evidence, which the union cannot be told generically.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return found.evidence as unknown as Evidence<T>;
}

describe('tags', () => {
  test('remove_ignore_tag lets the platform look again by itself', async () => {
    const row = await stuck('ignored_by_tag');
    await mend(row, 'remove_ignore_tag');
    await expectSynced(row);
  });

  test('reprocess makes the platform look again and leaves what keeps the order', async () => {
    const row = await stuck('postal_code_missing');
    await mend(row, 'reprocess');
    await client.call('sync.run', {});
    expect((await client.call('orders.page', { ids: [row.id] }))[0]?.errorType).toBe('postal_code_missing');
  });
});

describe('addresses', () => {
  test('set_postal_code keeps the rest of the address', async () => {
    const row = await stuck('postal_code_missing', ({ country }) => country === 'IE');
    const before = structuredClone(remote(row).order.shippingAddress);
    await mend(row, 'set_postal_code', { zip: 'D02 AF30' });
    expect(remote(row).order.shippingAddress).toMatchObject({
      address1: before?.address1,
      city: before?.city,
      zip: 'D02 AF30',
    });
    await expectSynced(row);
  });

  test('edit_address changes what is given', async () => {
    const row = await stuck('postal_code_missing', ({ country }) => country === 'IE');
    await mend(row, 'edit_address', { zip: 'D02 AF30', city: 'Dublin' });
    expect(remote(row).order.shippingAddress).toMatchObject({ zip: 'D02 AF30', city: 'Dublin' });
    await expectSynced(row);
  });
});

describe('addresses and contacts that carriers refuse', () => {
  const suggestionIn = (row: OrderRow): boolean =>
    evidenceOf(row, 'contact_invalid').faults.every(({ suggestion }) => suggestion !== null);

  test('set_postal_code spells a code as its country does', async () => {
    const row = await stuck(
      'postal_code_invalid',
      (it) => evidenceOf(it, 'postal_code_invalid').suggestion?.from === 'format',
    );
    await mend(row, 'set_postal_code');
    expect(remote(row).order.shippingAddress?.zip).toMatch(/^[^-]/);
    await expectSynced(row);
  });

  test('edit_address spreads a long line over two', async () => {
    const row = await stuck('address_too_long');
    const before = remote(row).order.shippingAddress?.address1;
    await mend(row, 'edit_address');
    const after = remote(row).order.shippingAddress;
    expect(`${after?.address1} ${after?.address2}`).toBe(before);
    await expectSynced(row);
  });

  test('edit_address completes an address', async () => {
    const row = await stuck('address_incomplete', (it) =>
      evidenceOf(it, 'address_incomplete').missing.includes('address1'),
    );
    await mend(row, 'edit_address', { address1: '12 High Street' });
    await expectSynced(row);
  });

  test('edit_contact sets the e-mail address that was meant', async () => {
    const row = await stuck('contact_invalid', suggestionIn);
    const old = remote(row).order.email;
    await mend(row, 'edit_contact');
    expect(remote(row).order.email).toBe(old?.replace(',', '.'));
    await expectSynced(row);
  });

  test('edit_contact sets a phone number where the wrong one stands', async () => {
    const row = await stuck('contact_invalid', (it) => !suggestionIn(it));
    const good = demo
      .inspect(storeOf(row).domain)
      .orders()
      .find(
        ({ order, platform }) =>
          platform.state === 'synced' &&
          order.phone !== null &&
          order.shippingAddress?.countryCode === row.country,
      );
    await mend(row, 'edit_contact', { phone: good?.order.phone ?? '' });
    expect(remote(row).order.shippingAddress?.phone).toBe(good?.order.phone);
    await expectSynced(row);
  });
});

test('map_shipping_method waits for the platform’s setting, then reprocesses', async () => {
  const row = await stuck('shipping_method_unmapped');
  const { domain } = storeOf(row);
  const { shippingMethods } = demo.inspect(domain).platformSettings;
  const method = evidenceOf(row, 'shipping_method_unmapped').method ?? '';
  await afterPlatformStep(row, 'map_shipping_method', () =>
    demo.act.platformSettings(domain, { shippingMethods: [...shippingMethods, method] }),
  );
  await expectSynced(row);
});

test('a back order waits off the board until it is taken back', async () => {
  const row = await stuck('out_of_stock');
  await mend(row, 'snooze');
  expect((await client.call('orders.page', { ids: [row.id] }))[0]?.state).toBe('snoozed');
});

describe('product links', () => {
  const isMetafield = (row: OrderRow): boolean => storeOf(row).linkRoute === 'metafield';
  const one = (row: OrderRow, link: 'missing' | 'inactive'): boolean => {
    const { items } = evidenceOf(row, 'product_not_linked');
    return items.length === 1 && items[0]?.link === link;
  };
  const anyProduct = (row: OrderRow): string =>
    demo.inspect(storeOf(row).domain).fulfilmentProducts[0]?.id ?? '';

  test('link_variant by metafield', async () => {
    const row = await stuck('product_not_linked', (it) => isMetafield(it) && one(it, 'missing'));
    await mend(row, 'link_variant', { product: anyProduct(row) });
    await expectSynced(row);
  });

  test('link_variant by SKU', async () => {
    const row = await stuck(
      'product_not_linked',
      (it) => storeOf(it).linkRoute === 'sku' && one(it, 'missing'),
    );
    const target = demo
      .inspect(storeOf(row).domain)
      .fulfilmentProducts.find(({ sku }) => sku !== null && sku !== '');
    await mend(row, 'link_variant', { product: target?.id ?? '' });
    await expectSynced(row);
  });

  test('activate_link', async () => {
    const row = await stuck('product_not_linked', (it) => isMetafield(it) && one(it, 'inactive'));
    await mend(row, 'activate_link');
    await expectSynced(row);
  });

  test('ship_outside leaves the rest of the order to the platform', async () => {
    const row = await stuck('product_not_linked', (it) => isMetafield(it) && one(it, 'missing'));
    await mend(row, 'ship_outside');
    const { product } = evidenceOf(row, 'product_not_linked').items[0] ?? {};
    const tagged = demo
      .inspect(storeOf(row).domain)
      .products.find(({ id }) => product === `gid://shopify/Product/${id}`);
    expect(tagged?.tags).toContain('bigblue-ignore');
    await expectSynced(row);
  });
});

describe('shippable products', () => {
  const why = (row: OrderRow, reason: string): boolean =>
    evidenceOf(row, 'no_shippable_product').items.every((item) => item.why === reason);

  test('remove_product_ignore_tag', async () => {
    const row = await stuck('no_shippable_product', (it) => why(it, 'ignored_product'));
    await mend(row, 'remove_product_ignore_tag');
    await expectSynced(row);
  });

  test('make_physical ticks the box of the variant', async () => {
    const row = await stuck('no_shippable_product', (it) => why(it, 'not_physical'));
    await mend(row, 'make_physical');
    const variants = new Set(evidenceOf(row, 'no_shippable_product').items.map(({ variant }) => variant));
    const physical = demo
      .inspect(storeOf(row).domain)
      .variants.filter(({ id }) => variants.has(`gid://shopify/ProductVariant/${id}`));
    expect(physical.length).toBeGreaterThan(0);
    expect(physical.every(({ requiresShipping }) => requiresShipping)).toBe(true);
  });

  test('add_shipping_line mends an order that was placed before its products were physical', async () => {
    const row = await stuck('no_shippable_product', (it) => why(it, 'stale_order'));
    await mend(row, 'add_shipping_line', { title: 'Colissimo' });
    expect(remote(row).order.shippingLines.map(({ title }) => title)).toContain('Colissimo');
    await expectSynced(row);
  });
});

describe('items that are gone', () => {
  test('remove_item', async () => {
    const row = await stuck(
      'product_not_found',
      (it) => it.items.length > evidenceOf(it, 'product_not_found').items.length,
    );
    await mend(row, 'remove_item');
    await expectSynced(row);
  });

  test('replace_item', async () => {
    const row = await stuck(
      'product_not_found',
      (it) => evidenceOf(it, 'product_not_found').items.length === 1 && storeOf(it).linkRoute === 'metafield',
    );
    // The cheapest: a dearer one would leave a balance to pay, and the platform waits for that.
    const [linked] = demo
      .inspect(storeOf(row).domain)
      .variants.filter(
        ({ metafields, requiresShipping }) =>
          requiresShipping && metafields.some(({ value }) => value.includes('true')),
      )
      .toSorted((a, b) => a.price - b.price);
    await mend(row, 'replace_item', { variant: String(linked?.id) });
    await expectSynced(row);
  });
});

describe('payment', () => {
  test('mark_as_paid', async () => {
    const row = await stuck('payment_pending', (it) => {
      const { canMarkAsPaid, status } = evidenceOf(it, 'payment_pending');
      return canMarkAsPaid && status === 'PENDING';
    });
    await mend(row, 'mark_as_paid');
    await expectSynced(row);
  });

  test('send_payment_reminder reaches the buyer once', async () => {
    const row = await stuck(
      'payment_pending',
      (it) =>
        evidenceOf(it, 'payment_pending').buyer === 'b2c' &&
        evidenceOf(it, 'payment_pending').status === 'PENDING',
    );
    const sent = (): number =>
      demo
        .inspect(storeOf(row).domain)
        .mutations.filter(
          ({ mutation }) => mutation === 'orderInvoiceSend' || mutation === 'paymentReminderSend',
        ).length;
    const before = sent();
    await mend(row, 'send_payment_reminder');
    expect(sent()).toBe(before + 1);
  });

  test('enable_payment_terms waits for the platform’s setting, then reprocesses', async () => {
    const row = await stuck(
      'payment_pending',
      (it) => evidenceOf(it, 'payment_pending').terms !== null && !storeOf(it).syncPaymentTerms,
    );
    await afterPlatformStep(row, 'enable_payment_terms', () =>
      demo.act.platformSettings(storeOf(row).domain, { syncPaymentTerms: true }),
    );
    await expectSynced(row);
  });
});

test('allow_country waits for the platform’s setting, then reprocesses', async () => {
  const row = await stuck('destination_not_whitelisted', (it) => storeOf(it).syncCountries.mode === 'allow');
  const { domain } = storeOf(row);
  const { countries } = demo.inspect(domain).platformSettings.syncCountries;
  await afterPlatformStep(row, 'allow_country', () =>
    demo.act.platformSettings(domain, {
      syncCountries: { mode: 'allow', countries: [...countries, row.country ?? ''] },
    }),
  );
  await expectSynced(row);
});

/** Commits a fix that mirrors a platform setting: nothing is reprocessed until the agent says that it was changed. */
async function afterPlatformStep(row: OrderRow, fix: FixKind, change: () => void): Promise<void> {
  const plan = await planFor(row, fix);
  const { run } = await client.call('fix.commit', { plan });
  await client.call('outbox.drain', { timeoutMs: 20_000 });
  const before = await client.call('outbox.list', { run });
  expect(new Set(before.items.map(({ state }) => state))).toEqual(new Set(['queued']));
  const step = before.items.find(({ op }) => op === 'platform_step');
  change();
  await client.call('outbox.resolve', { writes: [step?.id ?? 0], choice: 'mine' });
  await client.call('outbox.drain', { timeoutMs: 20_000 });
  const after = await client.call('outbox.list', { run });
  expect(new Set(after.items.map(({ state }) => state))).toEqual(new Set(['applied']));
}

describe('orders that ended', () => {
  test('cancel_fulfillment opens a fulfilled order again', async () => {
    const row = await stuck('order_already_fulfilled');
    await mend(row, 'cancel_fulfillment');
    expect(remote(row).order.fulfillments.every(({ status }) => status === 'CANCELLED')).toBe(true);
    await expectSynced(row);
  });

  test('recreate_order makes a new order and dismisses the old one', async () => {
    const row = await stuck('order_cancelled');
    const { domain } = storeOf(row);
    const count = [...demo.inspect(domain).orders()].length;
    await mend(row, 'recreate_order');
    expect([...demo.inspect(domain).orders()]).toHaveLength(count + 1);
    expect((await client.call('orders.page', { ids: [row.id] }))[0]?.state).toBe('dismissed');
  });
});

describe('setting aside', () => {
  test('snooze and dismiss take an order off the board without a request, and an undo brings it back', async () => {
    for (const fix of ['snooze', 'dismiss'] as const) {
      const row = await stuck('awaiting_global_e_approval');
      const run = await mend(row, fix);
      const stateNow = async (): Promise<string | undefined> =>
        (await client.call('orders.page', { ids: [row.id] }))[0]?.state;
      expect(await stateNow()).toBe(fix === 'snooze' ? 'snoozed' : 'dismissed');
      await client.call('run.undo', { run });
      expect(await stateNow()).toBe('stuck');
    }
  });

  test('restore puts an order back on its board, and an undo takes it off again', async () => {
    const row = await stuck('awaiting_global_e_approval');
    const stateNow = async (): Promise<string | undefined> =>
      (await client.call('orders.page', { ids: [row.id] }))[0]?.state;
    await mend(row, 'dismiss');
    const run = await mend(row, 'restore');
    expect(await stateNow()).toBe('stuck');
    await client.call('run.undo', { run });
    expect(await stateNow()).toBe('dismissed');
  });
});
