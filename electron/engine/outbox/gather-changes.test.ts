import { expect, test } from 'vitest';
import { gatherChanges } from './gather-changes.ts';

/** A journal that counts its transactions. */
function journal() {
  const made = { transactions: 0 };
  const change = <T>(work: () => T): T => {
    made.transactions += 1;
    return work();
  };
  return { made, change };
}

test('changes of one moment are one transaction', async () => {
  const { made, change } = journal();
  const together = gatherChanges({ change });
  expect(await Promise.all([1, 2, 3].map((n) => together(() => n)))).toEqual([1, 2, 3]);
  expect(made.transactions).toBe(1);
  await together(() => 4);
  expect(made.transactions).toBe(2);
});

test('what is wrong with one change does not undo the others', async () => {
  const together = gatherChanges(journal());
  const outcomes = await Promise.allSettled([
    together(() => 'first'),
    together(() => {
      throw new Error('damaged');
    }),
    together(() => 'third'),
  ]);
  expect(outcomes).toMatchObject([
    { value: 'first' },
    { reason: { message: 'damaged' } },
    { value: 'third' },
  ]);
});
