import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Order } from '../../../shared/domain/order.ts';
import type { TriageContext } from './context.ts';
import { diagnose } from './diagnose.ts';
import { judge, type JudgeInput, type Mark, type PlatformVerdict } from './judge.ts';
import { anyContext, anyOrder } from './test-support/arbitraries.ts';
import {
  aContext,
  aCustomItem,
  anItem,
  anOrder,
  aVariant,
  itemGid,
  MINUTE,
  MORNING,
  productGid,
  variantGid,
} from './test-support/samples.ts';

const UNKNOWN_TO_PLATFORM: PlatformVerdict = { known: false };
const exception = (message: string | null): PlatformVerdict => ({
  known: true,
  status: 'EXCEPTION',
  message,
});

function at(order: Order, input: Partial<JudgeInput> = {}, ctx: TriageContext = aContext()) {
  return judge(order, ctx, {
    verdict: UNKNOWN_TO_PLATFORM,
    mark: null,
    now: MORNING,
    lastChangeAt: order.updatedAt,
    ...input,
  });
}

const ignored = anOrder({ tags: ['bigblue-ignore'] });
const standalone = aContext({ platformConnected: false });

describe("the platform's word", () => {
  test.each(['PENDING', 'SHIPPED', 'CANCELLED'])(
    'an order that it has as %s is synced, whatever its tags',
    (status) => {
      expect(at(ignored, { verdict: { known: true, status, message: null } })).toEqual({
        state: 'synced',
        errorType: null,
        diagnoses: [],
      });
    },
  );

  test('an order that it has and has no stock for is stuck until there is some', () => {
    const verdict = { known: true, status: 'BACKORDER', message: null } as const;
    expect(at(anOrder(), { verdict })).toMatchObject({
      state: 'stuck',
      errorType: 'out_of_stock',
      diagnoses: [{ source: 'platform', evidence: { items: [{ title: 'Carafe 1' }] } }],
    });
    expect(at(ignored, { verdict }).diagnoses).toHaveLength(1);
  });

  test('decides the board; its raw text is kept and the evidence is the order’s own', () => {
    const order = anOrder({ tags: ['bigblue-ignore'], financialStatus: 'PENDING' });
    const judged = at(order, { verdict: exception('Financial status is pending.') });
    expect(judged).toMatchObject({ state: 'stuck', errorType: 'payment_pending' });
    expect(judged.diagnoses).toMatchObject([
      {
        type: 'payment_pending',
        source: 'platform',
        message: 'Financial status is pending.',
        evidence: { status: 'PENDING' },
      },
      { type: 'ignored_by_tag', source: 'local', message: null },
    ]);
  });

  test('counts for an imported list as well', () => {
    expect(at(anOrder(), { importedMessage: 'Destination is not whitelisted' })).toMatchObject({
      state: 'stuck',
      errorType: 'destination_not_whitelisted',
      diagnoses: [{ source: 'platform', evidence: { country: 'FR', list: 'allow' } }],
    });
  });

  test('in words that no pattern knows is of type unknown, never dropped', () => {
    expect(at(ignored, { verdict: exception('Parcel locker is full') })).toMatchObject({
      errorType: 'unknown',
      diagnoses: [
        {
          type: 'unknown',
          source: 'platform',
          message: 'Parcel locker is full',
          evidence: { message: 'Parcel locker is full' },
        },
        { type: 'ignored_by_tag', source: 'local' },
      ],
    });
  });

  test('without a message leaves the word to the order', () => {
    expect(at(ignored, { verdict: exception(' ') })).toMatchObject({
      errorType: 'ignored_by_tag',
      diagnoses: [{ source: 'local' }],
    });
    expect(at(anOrder(), { verdict: exception(null) })).toMatchObject({
      errorType: 'unknown',
      diagnoses: [{ source: 'platform', message: null }],
    });
  });

  test('names a variant, else a product, of the order by number', () => {
    const order = anOrder({
      lineItems: [
        anItem(1, { gid: itemGid(11) }),
        anItem(2, { gid: itemGid(12), variant: variantGid(4756374), product: productGid(9) }),
      ],
    });
    const ctx = aContext({ variants: [aVariant(1), aVariant(2, { gid: variantGid(4756374) })] });
    const items = (message: string) => at(order, { verdict: exception(message) }, ctx).diagnoses[0];
    expect(items('Product not linked: Product 4756374')).toMatchObject({
      evidence: { items: [{ lineItem: itemGid(12) }] },
    });

    const byProduct = anOrder({ lineItems: [anItem(1, { product: productGid(4756375) })] });
    expect(
      at(byProduct, { verdict: exception('Product not linked: Product 4756375') }).diagnoses[0],
    ).toMatchObject({
      evidence: { items: [{ variant: variantGid(1) }] },
    });
  });

  test('names a custom item by its own number, having no other: it is shown once', () => {
    const order = anOrder({ lineItems: [anItem(1), aCustomItem(2, { gid: itemGid(14000000038440) })] });
    const [primary] = at(order, {
      verdict: exception('Product not found: Product 14000000038440'),
    }).diagnoses;
    expect(primary).toMatchObject({
      source: 'platform',
      evidence: { items: [{ lineItem: itemGid(14000000038440), title: 'Engraving' }] },
    });
  });

  test('names a product that is not in the order: the number is kept', () => {
    expect(
      at(anOrder(), { verdict: exception('Product not found: Product 47563746279730') }).diagnoses[0],
    ).toMatchObject({
      evidence: { items: [{ title: 'Product 47563746279730', variant: null }] },
    });
  });

  test('holds within the grace period and for orders that we would not have expected', () => {
    const young = anOrder({ createdAt: MORNING, test: true });
    expect(at(young, { verdict: exception('Order has tag bigblue-ignore') })).toMatchObject({
      state: 'stuck',
    });
  });
});

describe('an unsynced order', () => {
  test('that is younger than the grace period is waiting, not an error', () => {
    const young = (minutes: number) => ({ ...ignored, createdAt: MORNING - minutes * MINUTE });
    expect(at(young(14))).toEqual({ state: 'waiting', errorType: null, diagnoses: [] });
    expect(at(young(15)).state).toBe('stuck');
    expect(at(young(15), {}, aContext({ settings: { graceMinutes: 60 } })).state).toBe('waiting');
  });

  test('that is older and shows no cause is of type unknown', () => {
    expect(at(anOrder())).toEqual({
      state: 'stuck',
      errorType: 'unknown',
      diagnoses: [{ type: 'unknown', evidence: { message: null }, source: 'local', message: null }],
    });
  });

  test('from which the cause has just gone waits for the platform to look again', () => {
    expect(at(anOrder(), { lastChangeAt: MORNING - 14 * MINUTE }).state).toBe('waiting');
    expect(at(ignored, { lastChangeAt: MORNING - 14 * MINUTE }).state).toBe('stuck');
  });

  test('cancelled or fulfilled is stuck where a platform is connected, closed where none is', () => {
    for (const order of [anOrder({ cancelledAt: MORNING }), anOrder({ fulfillmentStatus: 'FULFILLED' })]) {
      expect(at(order).state).toBe('stuck');
      expect(at(order, {}, standalone)).toEqual({ state: 'closed', errorType: null, diagnoses: [] });
    }
  });

  test('without a connected platform the diagnosis predicts: nothing found is taken as synced', () => {
    expect(at(ignored, {}, standalone)).toMatchObject({ state: 'stuck', errorType: 'ignored_by_tag' });
    expect(at(anOrder(), {}, standalone).state).toBe('synced');
  });
});

describe('orders that do not count are closed', () => {
  test.each<readonly [string, Partial<Order>]>([
    ['test orders', { test: true }],
    [
      'point-of-sale orders without shipping',
      { sourceName: 'pos', shippingLine: null, shippingAddress: null },
    ],
    ['orders from before the integration', { createdAt: MORNING - 61 * 24 * 60 * MINUTE }],
  ])('%s', (_, over) => {
    expect(at({ ...ignored, ...over })).toEqual({ state: 'closed', errorType: null, diagnoses: [] });
  });

  test('a point-of-sale order that is shipped counts', () => {
    expect(at({ ...ignored, sourceName: 'pos' }).state).toBe('stuck');
  });
});

describe('marks of the agent', () => {
  const snoozed = (until: number | null): Mark => ({ kind: 'snoozed', until });

  test('a dismissed order stays on its board, dismissed', () => {
    expect(at(ignored, { mark: { kind: 'dismissed', until: null } })).toMatchObject({
      state: 'dismissed',
      errorType: 'ignored_by_tag',
      diagnoses: [{ type: 'ignored_by_tag' }],
    });
  });

  test('a snooze ends at its time', () => {
    expect(at(ignored, { mark: snoozed(MORNING + 1) }).state).toBe('snoozed');
    expect(at(ignored, { mark: snoozed(MORNING) }).state).toBe('stuck');
  });

  test('a snooze without end lasts until nothing known keeps the order', () => {
    const globalE = anOrder({ tags: ['Globale'] });
    expect(at(globalE, { mark: snoozed(null) }).state).toBe('snoozed');
    const approved = { ...globalE, tags: ['Globale', 'Globale::Approved'] };
    expect(at(approved, { mark: snoozed(null) })).toMatchObject({ state: 'stuck', errorType: 'unknown' });
  });

  test('a snooze without end outlasts words of the platform that nobody knows', () => {
    expect(at(anOrder(), { verdict: exception('Locker is full'), mark: snoozed(null) }).state).toBe(
      'snoozed',
    );
  });

  test('no mark hides that an order has synced', () => {
    const verdict: PlatformVerdict = { known: true, status: 'SHIPPED', message: null };
    expect(at(ignored, { verdict, mark: snoozed(null) }).state).toBe('synced');
  });
});

test('an order has diagnoses exactly when it is stuck, snoozed or dismissed, and the first decides its board', () => {
  const verdict = fc.constantFrom<PlatformVerdict[]>(
    UNKNOWN_TO_PLATFORM,
    { known: true, status: 'SHIPPED', message: null },
    exception(null),
    exception('Product not linked: Product 47563746279730'),
    exception('something else'),
  );
  const mark = fc.constantFrom<(Mark | null)[]>(
    null,
    { kind: 'snoozed', until: null },
    { kind: 'dismissed', until: null },
  );
  fc.assert(
    fc.property(anyOrder, anyContext, verdict, mark, (order, ctx, verdict, mark) => {
      const judged = at(order, { verdict, mark }, ctx);
      expect(judged.diagnoses.length > 0).toBe(['stuck', 'snoozed', 'dismissed'].includes(judged.state));
      expect(judged.diagnoses[0]?.type ?? null).toBe(judged.errorType);
      const types = judged.diagnoses.map((d) => d.type);
      expect(new Set(types).size).toBe(types.length);
      const shown = judged.diagnoses.length > 0 ? diagnose(order, ctx).map((d) => d.type) : [];
      expect(types).toEqual(expect.arrayContaining(shown));
    }),
  );
});
