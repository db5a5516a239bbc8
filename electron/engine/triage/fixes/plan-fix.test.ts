import { describe, expect, test } from 'vitest';
import { ERROR_TYPES } from '../../../../shared/domain/error-type.ts';
import { FIXES_FOR } from '../../../../shared/domain/fix.ts';
import {
  aContext,
  aFulfilmentProduct,
  anAddress,
  anItem,
  aVariant,
  orderGid,
  variantGid,
} from '../test-support/samples.ts';
import { FIXES } from './registry.ts';
import { inPlan, NORD, ops, order, plan, reasonOf, SUD } from './test-support/planning.ts';

const ignored = { tags: ['bigblue-ignore'] };

describe('what a plan says', () => {
  test('each order with its changes and what is left, the writes, the cost', () => {
    expect(plan('remove_ignore_tag', [order(1, ignored)])).toEqual({
      format: 'unstuck-plan',
      version: 1,
      id: 'plan-1',
      createdAt: Date.UTC(2026, 10, 16, 8, 0),
      fix: 'remove_ignore_tag',
      params: {},
      orders: [
        {
          id: 1,
          store: NORD,
          gid: orderGid(1),
          name: '#1001',
          changes: [
            {
              field: 'tag',
              before: 'bigblue-ignore',
              after: null,
              said: { field: { code: 'tag' }, before: 'bigblue-ignore', after: null },
            },
          ],
          remaining: null,
          was: 'ignored_by_tag',
        },
      ],
      writes: [
        {
          key: 'w1',
          store: NORD,
          op: { op: 'order_tags_remove', order: orderGid(1), tags: ['bigblue-ignore'] },
          dependsOn: [],
          orders: [orderGid(1)],
        },
      ],
      excluded: [],
      cost: 10,
      estimateMs: 100,
    });
  });

  test('an error that the fix is not for stays, and the plan says so', () => {
    const both = order(1, { ...ignored, shippingAddress: { ...anAddress, countryCode: 'IE', zip: null } });
    expect(plan('remove_ignore_tag', [both]).orders).toMatchObject([{ remaining: 'postal_code_missing' }]);
  });

  test('the same order of two stores is two orders', () => {
    const ctx = aContext();
    const made = plan('remove_ignore_tag', [
      inPlan(order(1, ignored), ctx, { store: NORD }),
      inPlan(order(1, ignored), ctx, { store: SUD }),
    ]);
    expect(made.writes.map(({ store, orders }) => ({ store, orders }))).toEqual([
      { store: NORD, orders: [orderGid(1)] },
      { store: SUD, orders: [orderGid(1)] },
    ]);
  });

  test('parameters are kept as the fix takes them', () => {
    const params = { variant: '77', product: ' DIGG-9 ' };
    expect(plan('link_variant', [], { params }).params).toEqual({
      variant: variantGid(77),
      product: 'DIGG-9',
    });
  });

  test('parameters that the fix refuses are a bug of the caller', () => {
    expect(() => plan('set_postal_code', [], { params: { postcode: '1' } })).toThrow(
      '“postcode” does not fit set_postal_code',
    );
  });
});

describe('who is left out, and why', () => {
  test.each([
    ['synced', 'The platform has it by now: nothing to fix.'],
    ['waiting', 'It is too young to be stuck: wait until its grace period is over, then plan again.'],
    ['closed', 'It is closed, nobody waits for it: reopen it in Shopify if it is still to ship.'],
  ] as const)('an order that is %s', (state, reason) => {
    const ctx = aContext();
    expect(reasonOf(plan('reprocess', [inPlan(order(1), ctx, { state })]))).toBe(reason);
  });

  test('an order with another error, with the fixes that do help', () => {
    expect(reasonOf(plan('set_postal_code', [order(1, ignored)]))).toBe(
      'It is stuck with ignored_by_tag, which set_postal_code does not fix: try remove_ignore_tag, snooze, dismiss.',
    );
  });

  test('an order for which a fix is queued already, if nothing else keeps it', () => {
    const ctx = aContext();
    const underWay = (one: Parameters<typeof inPlan>[0]) =>
      reasonOf(plan('set_postal_code', [inPlan(one, ctx, { underWay: true })]));
    expect(underWay(order(1))).toBe(
      'What is queued for it already leaves nothing to fix: send it with “outbox drain”, then sync.',
    );
    expect(underWay(order(1, ignored))).toContain('It is stuck with ignored_by_tag');

    const supposed = inPlan(order(1), ctx, { underWay: true, state: 'synced', diagnoses: [] });
    const synced = (platformConnected: boolean) =>
      reasonOf(plan('set_postal_code', [supposed], { ctx: aContext({ platformConnected }) }));
    expect(synced(false)).toContain('What is queued for it');
    expect(synced(true)).toBe('The platform has it by now: nothing to fix.');
  });

  test('a snoozed or dismissed order is not left out: the agent asked for it', () => {
    const ctx = aContext();
    const scope = (['snoozed', 'dismissed'] as const).map((state, n) =>
      inPlan(order(n, ignored), ctx, { state }),
    );
    expect(plan('remove_ignore_tag', scope).excluded).toEqual([]);
  });

  test.each(ERROR_TYPES)('every fix that %s offers accepts it', (type) => {
    const refusing = FIXES_FOR[type].filter((fix) => {
      const wanted = FIXES[fix].for;
      return wanted !== 'any' && !wanted.includes(type);
    });
    expect(refusing).toEqual([]);
  });

  test.each(['reprocess', 'snooze', 'dismiss', 'edit_address'] as const)(
    '%s is for any stuck order',
    (fix) => {
      const scope = [order(1), order(2, ignored), order(3, { financialStatus: 'PENDING' })];
      const params = fix === 'edit_address' ? { city: 'Lyon' } : {};
      expect(plan(fix, scope, { params }).orders).toHaveLength(3);
    },
  );
});

test('188 orders with one unlinked variant take one link write, on which 188 reprocess writes wait', () => {
  const ctx = aContext({
    variants: [aVariant(1, { linkMetafield: null })],
    fulfilmentProducts: [aFulfilmentProduct(1, { sku: 'SKU-1' })],
  });
  const made = plan(
    'link_variant',
    Array.from({ length: 188 }, (_, n) => order(n + 1)),
    { ctx },
  );
  const [link, ...reprocesses] = made.writes;
  expect(link?.op.op).toBe('variant_link_set');
  expect(link?.orders).toHaveLength(188);
  expect(reprocesses).toHaveLength(188);
  for (const write of reprocesses)
    expect(write).toMatchObject({ op: { op: 'order_tags_add' }, dependsOn: [link?.key] });
  expect(made.cost).toBe(1890);
});

test('what another order of the plan changes about a shared product counts for both', () => {
  const ctx = aContext({
    variants: [aVariant(1, { linkMetafield: null }), aVariant(2, { linkMetafield: null }), aVariant(3)],
  });
  const one = order(1, { lineItems: [anItem(1)] });
  // Variant 3 is linked, but a variant of product 1 here: once product 1 is ignored, nothing of the order ships.
  const shared = aContext({
    variants: [
      aVariant(1, { linkMetafield: null }),
      aVariant(2, { linkMetafield: null }),
      aVariant(3, { product: aVariant(1).product }),
    ],
  });
  const two = order(2, { lineItems: [anItem(2), anItem(3)] });
  expect(plan('ship_outside', [two], { ctx: shared }).orders).toMatchObject([{ remaining: null }]);
  expect(plan('ship_outside', [one, two], { ctx: shared }).orders).toMatchObject([
    { remaining: 'no_shippable_product' },
    { remaining: 'no_shippable_product' },
  ]);
  expect(plan('ship_outside', [one, two], { ctx }).orders).toMatchObject([
    { remaining: 'no_shippable_product' },
    { remaining: null },
  ]);
});

test('of a read-only store nothing is planned that Shopify would have to be asked for', () => {
  const tagged = [order(1, { tags: ['bigblue-ignore'] })];
  const made = plan('remove_ignore_tag', tagged, { readOnly: true });
  expect(ops(made)).toEqual([]);
  expect(made.excluded.map(({ said }) => said)).toEqual([{ code: 'read_only' }]);
  expect(ops(plan('dismiss', tagged, { readOnly: true, params: { reason: 'gift' } }))).toHaveLength(1);
});
