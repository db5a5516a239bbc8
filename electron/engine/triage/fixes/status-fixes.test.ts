import { describe, expect, test } from 'vitest';
import { gid } from '../../../../shared/domain/ids.ts';
import { aContext, aFulfilmentProduct, anItem, MINUTE, MORNING, orderGid } from '../test-support/samples.ts';
import { inPlan, ops, order, plan, reasonOf } from './test-support/planning.ts';

const DAY = 24 * 60 * MINUTE;

describe('reprocess', () => {
  test('« tagguez-les avec bigblue-reprocess »', () => {
    const made = plan('reprocess', [order(1)]);
    expect(ops(made)).toEqual([{ op: 'order_tags_add', order: orderGid(1), tags: ['bigblue-reprocess'] }]);
    expect(made.orders).toMatchObject([{ remaining: null }]);
  });

  test('is an event: a tag that is still there comes off first', () => {
    const made = plan('reprocess', [order(1, { tags: ['VIP', 'Bigblue-Reprocess'] })]);
    expect(made.writes).toMatchObject([
      { key: 'w1', op: { op: 'order_tags_remove', tags: ['Bigblue-Reprocess'] } },
      { op: { op: 'order_tags_add', tags: ['bigblue-reprocess'] }, dependsOn: ['w1'] },
    ]);
  });

  test('solves nothing by itself where the order still shows an error', () => {
    const pending = order(1, { financialStatus: 'PENDING' });
    expect(plan('reprocess', [pending]).orders).toMatchObject([{ remaining: 'payment_pending' }]);
  });
});

describe('remove_ignore_tag', () => {
  test('« retirer le tag bigblue-ignore et Bigblue retraitera automatiquement »: as it is spelled, no reprocess', () => {
    expect(ops(plan('remove_ignore_tag', [order(1, { tags: ['VIP', 'BigBlue-Ignore'] })]))).toEqual([
      { op: 'order_tags_remove', order: orderGid(1), tags: ['BigBlue-Ignore'] },
    ]);
  });

  test('a tag that has gone meanwhile leaves only a reprocess to do', () => {
    const ctx = aContext();
    const before = inPlan(order(1, { tags: ['bigblue-ignore'] }), ctx);
    expect(reasonOf(plan('remove_ignore_tag', [{ ...before, order: order(1) }]))).toBe(
      'It has no tag bigblue-ignore any more: reprocess it.',
    );
  });
});

describe('cancel_fulfillment', () => {
  const fulfilment = (n: number, status: string) => ({
    gid: gid('Fulfillment', `gid://shopify/Fulfillment/${n}`),
    status,
    createdAt: MORNING,
    service: 'Manual',
    location: null,
  });

  test('« ajustez son statut, cela déclenchera automatiquement le retraitement »: each that was done, no reprocess', () => {
    const fulfilled = order(1, {
      fulfillmentStatus: 'FULFILLED',
      fulfillments: [fulfilment(1, 'SUCCESS'), fulfilment(2, 'CANCELLED'), fulfilment(3, 'SUCCESS')],
    });
    const made = plan('cancel_fulfillment', [fulfilled]);
    expect(ops(made)).toMatchObject([
      { op: 'fulfillment_cancel', fulfillment: 'gid://shopify/Fulfillment/1' },
      { op: 'fulfillment_cancel', fulfillment: 'gid://shopify/Fulfillment/3' },
    ]);
    expect(made.orders).toMatchObject([{ remaining: null }]);
  });

  test('an order without a fulfilment to cancel is left out', () => {
    expect(reasonOf(plan('cancel_fulfillment', [order(1, { fulfillmentStatus: 'FULFILLED' })]))).toBe(
      'It has no fulfilment that can be cancelled: look at its fulfilments in Shopify.',
    );
  });
});

describe('recreate_order', () => {
  const cancelled = { cancelledAt: MORNING, cancelReason: 'CUSTOMER' };

  test('« Recréez toutes les commandes […] elles seront automatiquement traitées »; the old one goes once that is done', () => {
    const made = plan('recreate_order', [order(1, cancelled)]);
    expect(made.writes).toMatchObject([
      {
        key: 'w1',
        op: {
          op: 'order_create',
          order: orderGid(1),
          sourceIdentifier: 'plan-1-1',
          shippingTitle: 'Colissimo',
        },
      },
      { op: { op: 'order_dismiss', order: orderGid(1) }, dependsOn: ['w1'] },
    ]);
  });

  test('« avec une "vraie" méthode de livraison »: an order without one gets one', () => {
    const stale = order(1, { lineItems: [anItem(1, { requiresShipping: false })], shippingLine: null });
    expect(ops(plan('recreate_order', [stale]))[0]).toMatchObject({ shippingTitle: 'Standard' });
  });

  test('each new order can be told from every other', () => {
    const made = ops(plan('recreate_order', [order(1, cancelled), order(2, cancelled)]));
    const ids = made.flatMap((op) => (op.op === 'order_create' ? [op.sourceIdentifier] : []));
    expect(new Set(ids).size).toBe(2);
  });

  test.each(['email', 'zip', 'shippingAddress', 'phone', 'products'] as const)(
    'never without what is hidden: %s',
    (part) => {
      expect(reasonOf(plan('recreate_order', [order(1, { ...cancelled, redacted: [part] })]))).toBe(
        `Shopify hides part of it from this app (${part}), and a copy would lack that: recreate it in Shopify.`,
      );
    },
  );

  test('never to nowhere', () => {
    expect(reasonOf(plan('recreate_order', [order(1, { ...cancelled, shippingAddress: null })]))).toBe(
      'It has no shipping address to send a new order to: give it one with the fix edit_address first.',
    );
  });
});

describe('snooze', () => {
  test('for a day, unless said otherwise', () => {
    const until = (params: Record<string, string>) => ops(plan('snooze', [order(1)], { params }));
    expect(until({})).toEqual([{ op: 'order_snooze', order: orderGid(1), until: MORNING + DAY }]);
    expect(until({ until: '2026-12-01T10:00:00+01:00' })).toMatchObject([
      { until: Date.UTC(2026, 11, 1, 9) },
    ]);
  });

  test('« tagguée avec Globale::Approved et examinée à nouveau »: until approved', () => {
    expect(ops(plan('snooze', [order(1, { tags: ['Globale'] })]))).toMatchObject([{ until: null }]);
  });

  test('not until a time that is past', () => {
    expect(reasonOf(plan('snooze', [order(1)], { params: { until: '2026-01-01T00:00:00Z' } }))).toBe(
      '2026-01-01T00:00:00Z is past: give a later time with --set until=….',
    );
  });
});

describe('dismiss', () => {
  test('takes no request and solves nothing: the order keeps its error', () => {
    const made = plan('dismiss', [order(1, { cancelledAt: MORNING })], { params: { reason: 'Refunded' } });
    expect(ops(made)).toEqual([{ op: 'order_dismiss', order: orderGid(1), reason: 'Refunded' }]);
    expect(made).toMatchObject({ cost: 0, estimateMs: 0, orders: [{ remaining: 'order_cancelled' }] });
  });

  test('a dismissed order is left out', () => {
    const ctx = aContext({ fulfilmentProducts: [aFulfilmentProduct(1)] });
    expect(reasonOf(plan('dismiss', [inPlan(order(1), ctx, { state: 'dismissed' })]))).toBe(
      'It is dismissed already: nothing to do.',
    );
  });
});

describe('restore', () => {
  const ctx = aContext({ fulfilmentProducts: [aFulfilmentProduct(1)] });
  test.each(['snoozed', 'dismissed'] as const)('puts a %s order back, without a request', (state) => {
    const made = plan('restore', [inPlan(order(1), ctx, { state })]);
    expect(ops(made)).toEqual([{ op: 'order_restore', order: orderGid(1) }]);
    expect(made).toMatchObject({ cost: 0, estimateMs: 0 });
  });

  test('an order that nobody took off the board is left out', () => {
    expect(reasonOf(plan('restore', [inPlan(order(1), ctx, { state: 'stuck' })]))).toBe(
      'It is neither snoozed nor dismissed: it is on the board.',
    );
  });
});
