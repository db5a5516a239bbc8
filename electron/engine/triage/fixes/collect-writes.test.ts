import { expect, test } from 'vitest';
import { orderGid, productGid } from '../test-support/samples.ts';
import { collectWrites } from './collect-writes.ts';
import { draft } from './definition.ts';

const tagged = (n: number, tag: string, after: Parameters<typeof draft>[1] = []) =>
  draft({ op: 'product_tags_add', product: productGid(n), tags: [tag] }, after);
const keys = () => {
  let n = 0;
  return () => `w${(n += 1)}`;
};

test('a shared write waits for what it waits for in any order, and comes after all of it', () => {
  const first = tagged(1, 'a');
  const second = tagged(2, 'b');
  const made = collectWrites(
    [
      { store: 's', order: orderGid(1), drafts: [first, tagged(3, 'push', [first])] },
      { store: 's', order: orderGid(2), drafts: [second, tagged(3, 'push', [second])] },
    ],
    keys(),
  );
  expect(
    made.map(({ op, dependsOn, orders }) => ({ tags: 'tags' in op && op.tags, dependsOn, orders })),
  ).toEqual([
    { tags: ['a'], dependsOn: [], orders: [orderGid(1)] },
    { tags: ['b'], dependsOn: [], orders: [orderGid(2)] },
    { tags: ['push'], dependsOn: ['w1', 'w3'], orders: [orderGid(1), orderGid(2)] },
  ]);
});

test('the same write in two stores is two writes', () => {
  const made = collectWrites(
    [
      { store: 's', order: orderGid(1), drafts: [tagged(1, 'a')] },
      { store: 't', order: orderGid(1), drafts: [tagged(1, 'a')] },
    ],
    keys(),
  );
  expect(made.map(({ store }) => store)).toEqual(['s', 't']);
});

test('one draft that two stores use is still a write of each', () => {
  const step = draft({ op: 'platform_step', does: { step: 'countries', countries: ['JP'] } });
  const scope = ['s', 't'].map((store) => ({ store, order: orderGid(1), drafts: [step] }));
  expect(collectWrites(scope, keys()).map(({ store }) => store)).toEqual(['s', 't']);
});
