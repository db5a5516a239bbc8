import { describe, expect, it } from 'vitest';
import type { Clock } from '../ports.ts';
import { createStoreBudget, READ_SHARE } from './store-budget.ts';

const status = (available: number, maximum = 1000, restoreRate = 100) => ({
  requestedQueryCost: 10,
  throttleStatus: { maximumAvailable: maximum, currentlyAvailable: available, restoreRate },
});

/** A clock whose sleepers wake in their order, each at its time. */
function steppedClock() {
  let now = 0;
  const sleepers: { readonly due: number; wake(): void }[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: (ms) =>
      new Promise((resolve) => {
        sleepers.push({ due: now + ms, wake: resolve });
      }),
  };
  return {
    clock,
    /** Lets time pass to `until`, waking who is due on the way. */
    pass: async (until: number): Promise<void> => {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        sleepers.sort((a, b) => a.due - b.due);
        const [next] = sleepers;
        if (!next || next.due > until) break;
        sleepers.shift();
        now = Math.max(now, next.due);
        next.wake();
      }
      now = until;
    },
  };
}

describe('a store’s points, shared', () => {
  it('make nobody wait before anything is known of them', async () => {
    const budget = createStoreBudget(steppedClock().clock);
    expect(budget.waitOfWrites(500)).toBe(0);
    await expect(budget.admitRead(500)).resolves.toBeDefined();
  });

  it('make writes wait for what is missing, and no longer than for a full bucket', () => {
    const budget = createStoreBudget(steppedClock().clock);
    budget.learn(status(100));
    expect(budget.waitOfWrites(300)).toBe(2000);
    expect(budget.waitOfWrites(5000)).toBe(9000);
  });

  it('are not there twice: what is granted and not yet spent counts as gone', () => {
    const budget = createStoreBudget(steppedClock().clock);
    budget.learn(status(300));
    const grant = budget.grantWrites(250);
    expect(budget.bucket()?.available).toBe(50);
    grant.spend(200);
    expect(budget.bucket()?.available).toBe(250);
    grant.release();
    grant.release();
    expect(budget.bucket()?.available).toBe(300);
  });

  it('are the reads’ alone while nobody writes', async () => {
    const budget = createStoreBudget(steppedClock().clock);
    budget.learn(status(0));
    await expect(budget.admitRead(500)).resolves.toBeDefined();
  });

  it('go to writes first, and to reads in their share: neither starves in a small bucket', async () => {
    const { clock, pass } = steppedClock();
    const budget = createStoreBudget(clock);
    const [maximum, rate, seconds] = [200, 100, 600];
    let left = maximum;
    let at = 0;
    const refill = (): void => {
      left = Math.min(maximum, left + ((clock.now() - at) / 1000) * rate);
      at = clock.now();
    };
    const taken = { reads: 0, writes: 0, throttled: 0 };
    const take = (who: 'reads' | 'writes', points: number): void => {
      refill();
      if (left < points - 1) taken.throttled += 1;
      else {
        left -= points;
        taken[who] += points;
      }
      budget.learn(status(Math.floor(left), maximum, rate));
    };
    async function write(): Promise<void> {
      for (;;) {
        const wait = budget.waitOfWrites(110);
        if (wait > 0) await clock.sleep(wait);
        else {
          const grant = budget.grantWrites(110);
          take('writes', 110);
          grant.spend(110);
          grant.release();
          await clock.sleep(1);
        }
      }
    }
    async function read(): Promise<void> {
      for (;;) {
        const grant = await budget.admitRead(150);
        take('reads', 150);
        grant.spend(150);
        grant.release();
        await clock.sleep(1);
      }
    }
    take('writes', 1);
    void write();
    void read();
    await pass(seconds * 1000);
    const restored = maximum + rate * seconds;
    expect(taken.reads / restored).toBeGreaterThan(READ_SHARE * 0.8);
    expect(taken.writes / restored).toBeGreaterThan(0.85);
    expect(taken.throttled).toBe(0);
  });

  it('let a read that is given up go, and the next one have its turn', async () => {
    const { clock, pass } = steppedClock();
    const budget = createStoreBudget(clock);
    budget.learn(status(0));
    budget.waitOfWrites(100);
    const abort = new AbortController();
    abort.abort();
    await budget.admitRead(900, abort.signal);
    expect(budget.bucket()?.available).toBe(0);
    const second = budget.admitRead(50);
    await pass(20_000);
    await expect(second).resolves.toBeDefined();
  });
});
