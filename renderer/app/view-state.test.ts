import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERROR_TYPES } from '../../shared/domain/error-type.ts';
import { BOARD, GROUP_TABS, PAGES, parseView, withView } from './view-state.ts';

describe('view in the address', () => {
  it('comes back as it was written, whatever the names of stores and causes', () => {
    const text = fc.string({ minLength: 1 });
    const view = fc.record({
      page: fc.constantFrom(...PAGES),
      run: fc.option(text),
      importing: fc.boolean(),
      type: fc.constantFrom(...ERROR_TYPES),
      tab: fc.constantFrom(...GROUP_TABS),
      q: fc.option(text),
      store: fc.option(text),
      cause: fc.option(text),
      order: fc.option(fc.integer({ min: 1 })),
      sort: fc.constantFrom(null, 'age', 'newest', 'value', 'name'),
      period: fc.constantFrom(null, { from: '2026-02-28', to: '2026-03-01' }),
    });
    fc.assert(
      fc.property(view, (it) => {
        // Only where one searches is there something that is searched for.
        const kept = it.page === 'search' ? it : { ...it, q: null };
        expect(parseView(withView('', kept))).toEqual(kept);
      }),
    );
  });

  it('is the board where there is nothing to read', () => {
    expect(parseView('')).toEqual(BOARD);
    expect(
      parseView('?type=no_such&order=-5&sort=colour&cause=x&tab=snoozed&q=lost&from=2026-02-30&to=x'),
    ).toEqual(BOARD);
    expect(withView('', BOARD)).toBe('');
  });

  it('keeps the group that one searched from, to come back to it', () => {
    const group = parseView('?type=unknown&tab=snoozed&cause=x');
    const searched = parseView(withView('', { ...group, page: 'search', q: 'chloé', order: 7 }));
    expect(searched).toMatchObject({ page: 'search', q: 'chloé', order: 7 });
    expect({ ...searched, page: 'triage', q: null, order: null }).toEqual(group);
  });

  it('leaves theme and language alone', () => {
    expect(withView('?theme=dark&type=unknown', BOARD)).toBe('?theme=dark');
  });
});
