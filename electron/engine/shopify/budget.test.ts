import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availableAt, type Cost, learnBudget, pointsTaken, throttleWait } from './budget.ts';

const costs = fc
  .record({
    requested: fc.nat(2000),
    maximum: fc.integer({ min: 1, max: 20_000 }),
    available: fc.double({ min: 0, max: 1, noNaN: true }),
    restoreRate: fc.integer({ min: 1, max: 2000 }),
  })
  .map(({ requested, maximum, available, restoreRate }): Cost => ({
    requestedQueryCost: requested,
    throttleStatus: {
      maximumAvailable: maximum,
      currentlyAvailable: Math.floor(available * maximum),
      restoreRate,
    },
  }));

describe('a store’s token bucket', () => {
  it('refills at the store’s own rate and never above its size', () => {
    const budget = { maximum: 2000, available: 100, restoreRate: 100, at: 0 };
    expect(availableAt(budget, 0)).toBe(100);
    expect(availableAt(budget, 5000)).toBe(600);
    expect(availableAt(budget, 60_000)).toBe(2000);
    expect(availableAt(budget, -5000)).toBe(100);
  });

  it('holds enough for a throttled request once the wait is over', () => {
    fc.assert(
      fc.property(costs, (cost) => {
        const budget = learnBudget(cost, 0);
        const wanted = Math.min(cost.requestedQueryCost, budget.maximum);
        expect(availableAt(budget, throttleWait(cost))).toBeGreaterThanOrEqual(wanted - 1e-6);
      }),
    );
  });

  it('makes no request wait that fits already', () => {
    fc.assert(
      fc.property(costs, (cost) => {
        fc.pre(cost.requestedQueryCost <= cost.throttleStatus.currentlyAvailable);
        expect(throttleWait(cost)).toBe(0);
      }),
    );
  });

  it('counts what a request took, not what it asked for, where the answer says', () => {
    const throttleStatus = { maximumAvailable: 1000, currentlyAvailable: 900, restoreRate: 50 };
    expect(pointsTaken({ requestedQueryCost: 100, actualQueryCost: 12, throttleStatus })).toBe(12);
    expect(pointsTaken({ requestedQueryCost: 100, actualQueryCost: null, throttleStatus })).toBe(100);
    expect(pointsTaken(null)).toBe(0);
  });
});
