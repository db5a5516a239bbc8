import { expect, test } from 'vitest';
import { storeId } from '../../../../shared/domain/ids.ts';
import type { WriteOp } from '../../../../shared/domain/write.ts';
import { itemGid, orderGid } from '../test-support/samples.ts';
import { costOf, estimate } from './write-cost.ts';

const order = orderGid(1);
const tag: WriteOp = { op: 'order_tags_add', order, tags: ['bigblue-reprocess'] };
const edit: WriteOp = {
  op: 'order_edit',
  order,
  staffNote: '',
  changes: [1, 2].map((n) => ({ change: 'remove_item', lineItem: itemGid(n), baseQuantity: 1 })),
};

test('a mutation costs 10 points, an order edit 10 for begin, each change and commit, what is not sent nothing', () => {
  expect(costOf(tag)).toBe(10);
  expect(costOf(edit)).toBe(40);
  expect(costOf({ op: 'order_dismiss', order, reason: null })).toBe(0);
  expect(costOf({ op: 'platform_step', does: { step: 'countries', countries: ['JP'] } })).toBe(0);
});

test('stores send side by side, each at its own rate', () => {
  const write = (store: string, op: WriteOp) => ({ key: 'w', store, op, dependsOn: [], orders: [order] });
  const slow = storeId('slow');
  const writes = [write('slow', edit), write('fast', edit), write('fast', tag)];
  expect(estimate(writes, (store) => (store === slow ? 100 : 1000))).toEqual({ cost: 90, estimateMs: 400 });
});
