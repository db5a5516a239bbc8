import { expect, test } from 'vitest';
import type { WriteOp } from '../../../shared/domain/write.ts';
import { judge } from './judge.ts';
import { predict } from './predict.ts';
import { aContext, anOrder, MORNING } from './test-support/samples.ts';

const stuckBy = (order: ReturnType<typeof anOrder>, message: string | null = null) =>
  judge(order, aContext(), {
    verdict: message === null ? { known: false } : { known: true, status: 'EXCEPTION', message },
    mark: null,
    now: MORNING,
    lastChangeAt: order.updatedAt,
  }).diagnoses;

const order = anOrder({ tags: ['bigblue-ignore'], financialStatus: 'PENDING' });
const untag: WriteOp = { op: 'order_tags_remove', order: order.gid, tags: ['bigblue-ignore'] };
const reprocess: WriteOp = { op: 'order_tags_add', order: order.gid, tags: ['bigblue-reprocess'] };
const paid: WriteOp = { op: 'order_mark_as_paid', order: order.gid, baseStatus: 'PENDING' };

test('without writes an order stays what it is', () => {
  expect(predict(order, aContext(), stuckBy(order), [])).toBe('ignored_by_tag');
});

test('what is left after the writes is the next in precedence, or nothing', () => {
  expect(predict(order, aContext(), stuckBy(order), [untag])).toBe('payment_pending');
  expect(predict(order, aContext(), stuckBy(order), [untag, paid])).toBeNull();
});

test("the platform's word on what the order shows too goes with its cause", () => {
  const diagnoses = stuckBy(order, 'Order has tag bigblue-ignore');
  expect(predict(order, aContext(), diagnoses, [untag, paid])).toBeNull();
});

test('what only the platform sees stays until it is asked to look again', () => {
  const healthy = anOrder();
  const refused = stuckBy(healthy, 'Product not linked: Product 47563746279730');
  expect(predict(healthy, aContext(), refused, [untag])).toBe('product_not_linked');
  expect(predict(healthy, aContext(), refused, [reprocess])).toBeNull();
  expect(predict(healthy, aContext(), stuckBy(healthy), [])).toBe('unknown');
  expect(predict(healthy, aContext(), stuckBy(healthy), [reprocess])).toBeNull();
});
