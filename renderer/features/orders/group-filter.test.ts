import { describe, expect, it } from 'vitest';
import { groupFilter } from './group-filter.ts';

const all = { store: null, cause: null } as const;

describe('the orders of a tab', () => {
  it('are those of the type, in the store and behind the cause that are chosen', () => {
    expect(groupFilter('unknown', { ...all, tab: 'stuck' })).toEqual({ errorType: 'unknown' });
    expect(groupFilter('unknown', { tab: 'missCutoff', store: 'nord', cause: 'k' })).toEqual({
      errorType: 'unknown',
      storeId: 'nord',
      cause: 'k',
      missCutoff: true,
    });
    expect(groupFilter('unknown', { ...all, tab: 'predictedFixed' })).toMatchObject({ predictedFixed: true });
  });

  it('are not narrowed by a cause once they were set aside: nothing holds them that could be fixed', () => {
    expect(groupFilter('unknown', { tab: 'dismissed', store: null, cause: 'k' })).toEqual({
      errorType: 'unknown',
      states: ['dismissed'],
    });
  });
});
