import { describe, expect, it } from 'vitest';
import { errorTypesOf, suitedFixes } from './suited-fixes.ts';

describe('what suits a selection of several kinds', () => {
  it('is the first choice for each kind, the one for most orders first', () => {
    const standing = [
      { state: 'stuck', errorType: 'order_cancelled', orders: 4 },
      { state: 'stuck', errorType: 'ignored_by_tag', orders: 3 },
      { state: 'stuck', errorType: 'order_already_fulfilled', orders: 2 },
      { state: 'synced', errorType: null, orders: 90 },
    ] as const;
    expect(suitedFixes(standing)).toEqual([
      { fix: 'dismiss', suits: 6 },
      { fix: 'remove_ignore_tag', suits: 3 },
    ]);
    expect(errorTypesOf(standing)).toEqual(['order_cancelled', 'ignored_by_tag', 'order_already_fulfilled']);
  });

  it('is to put back what was snoozed or dismissed, whatever it is stuck for', () => {
    const standing = [
      { state: 'dismissed', errorType: 'order_cancelled', orders: 1 },
      { state: 'snoozed', errorType: 'ignored_by_tag', orders: 1 },
    ] as const;
    expect(suitedFixes(standing)).toEqual([{ fix: 'restore', suits: 2 }]);
  });

  it('is nothing for orders that nobody waits for', () => {
    for (const state of ['synced', 'waiting', 'closed'] as const) {
      const standing = [{ state, errorType: null, orders: 5 }];
      expect(suitedFixes(standing)).toEqual([]);
      expect(errorTypesOf(standing)).toEqual([]);
    }
  });
});
