import { expect, test } from 'vitest';
import { storeId } from '../../../../shared/domain/ids.ts';
import { createStoreBudget } from '../../shopify/store-budget.ts';
import { distantBudget } from './distant-budget.ts';
import { lendBudgets } from './lend-budgets.ts';

const NORD = storeId('nord');
const cost = (available: number) => ({
  requestedQueryCost: 10,
  throttleStatus: { maximumAvailable: 1000, currentlyAvailable: available, restoreRate: 100 },
});

/** The engine's budget and the thread's view of it, with nothing between them but promises. */
function bothSides() {
  let now = 0;
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  const own = createStoreBudget(clock);
  const lent = lendBudgets(() => own);
  const { admitRead, readOver, pointsLearned } = lent.calls;
  const distant = distantBudget(
    {
      admitRead,
      readOver: async (ticket) => readOver(ticket),
      pointsLearned: async (store, said) => pointsLearned(store, said),
    },
    NORD,
    clock,
  );
  return { own, lent, distant, now: () => now };
}

test('what a read in the thread costs is gone for the writes until it is over', async () => {
  const { own, distant } = bothSides();
  distant.learn(cost(500));
  expect(own.bucket()?.available).toBe(500);
  const grant = await distant.admitRead(200);
  expect(own.bucket()?.available).toBe(300);
  grant.release();
  expect(own.bucket()?.available).toBe(500);
});

test('a read in the thread waits while writes are at work, until it has earned its share', async () => {
  const { own, distant, now } = bothSides();
  own.learn(cost(1000));
  own.waitOfWrites(100);
  // The writes ask again and again, as a lane does.
  own.waitOfWrites(2000);
  await distant.admitRead(5);
  expect(now()).toBeGreaterThan(0);
});

test('a read that is given up holds nothing back, also when its turn comes later', async () => {
  const { own, distant } = bothSides();
  own.learn(cost(500));
  own.waitOfWrites(100);
  const abort = new AbortController();
  const asked = distant.admitRead(400, abort.signal);
  abort.abort();
  await asked;
  await new Promise((resolve) => setImmediate(resolve));
  expect(own.bucket()?.available).toBeGreaterThanOrEqual(500);
});

test('what a thread that died had been granted is free again', async () => {
  const { own, lent, distant } = bothSides();
  own.learn(cost(500));
  await distant.admitRead(200);
  lent.takeBack();
  expect(own.bucket()?.available).toBe(500);
});
