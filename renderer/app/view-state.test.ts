import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERROR_TYPES } from '../../shared/domain/error-type.ts';
import { BOARD, PAGES, parseView, withView } from './view-state.ts';

describe('view in the address', () => {
  it('comes back as it was written, whatever the names of stores and causes', () => {
    const text = fc.string({ minLength: 1 });
    const view = fc.record({
      page: fc.constantFrom(...PAGES),
      run: fc.option(text),
      type: fc.constantFrom(...ERROR_TYPES),
      store: fc.option(text),
      cause: fc.option(text),
      order: fc.option(fc.integer({ min: 1 })),
      sort: fc.constantFrom('age', 'value', 'name'),
      period: fc.constantFrom(null, { from: '2026-02-28', to: '2026-03-01' }),
    });
    fc.assert(
      fc.property(view, (it) => {
        expect(parseView(withView('', it))).toEqual(it);
      }),
    );
  });

  it('is the board where there is nothing to read', () => {
    expect(parseView('')).toEqual(BOARD);
    expect(parseView('?type=no_such&order=-5&sort=colour&cause=x&from=2026-02-30&to=x')).toEqual(BOARD);
    expect(withView('', BOARD)).toBe('');
  });

  it('leaves theme and language alone', () => {
    expect(withView('?theme=dark&type=unknown', BOARD)).toBe('?theme=dark');
  });
});
