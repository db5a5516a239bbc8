/** Stores drain side by side (outbox invariant 4): what holds one back holds none of the others. */
import { expect, test, vi } from 'vitest';
import { storeId } from '../../../shared/domain/ids.ts';
import { planOf, removeTag, workbench } from './test-support/workbench.ts';

test('nineteen stores are done while the twentieth does not answer', async () => {
  const stores = Array.from({ length: 20 }, (_, n) => storeId(`store-${n}`));
  const [silent, ...others] = stores;
  if (!silent) throw new Error('There are twenty.');
  const bench = workbench(stores);
  bench.admin(silent).fail('hangBefore', /OrderTags/, 1000);
  bench.outbox.commit(
    planOf(
      'remove_ignore_tag',
      stores.flatMap((store) => [1, 2, 3].map((n) => ({ op: removeTag(n), store }))),
    ),
  );
  void bench.outbox.drain();
  await vi.waitUntil(() => bench.outbox.counts().applied === 3 * others.length);
  expect(bench.outbox.list({ store: silent }).map(({ state }) => state)).toEqual([
    'queued',
    'queued',
    'queued',
  ]);
  // One request each way for the three orders of a store.
  for (const store of others)
    expect(bench.admin(store).log.filter((name) => name === 'TagsRemove')).toHaveLength(3);
});
