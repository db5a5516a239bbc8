import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL, between, isSelected, NONE, selectedOf, setSelected } from './selection.ts';

const ids = Uint32Array.from([5, 3, 9, 7]);

describe('a selection', () => {
  test('of all matching takes along what joins the list, and lets go of what was dropped', () => {
    const all = setSelected(ALL, [3], false);
    expect(selectedOf(all, ids)).toEqual([5, 9, 7]);
    expect(selectedOf(all, Uint32Array.from([3, 11]))).toEqual([11]);
    expect(isSelected(setSelected(all, [3], true), 3)).toBe(true);
  });

  test('of some holds only those that are still in the list', () => {
    const some = setSelected(NONE, [9, 1000], true);
    expect(selectedOf(some, ids)).toEqual([9]);
    expect(selectedOf(setSelected(some, [9], false), ids)).toEqual([]);
  });

  test('a range goes either way along the list', () => {
    expect(between(ids, 3, 7)).toEqual([3, 9, 7]);
    expect(between(ids, 7, 3)).toEqual([3, 9, 7]);
    expect(between(ids, 42, 9)).toEqual([9]);
  });

  test('choosing is the same whether one starts from none or from all', () => {
    const list = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 30 });
    fc.assert(
      fc.property(list, fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.boolean())), (all, steps) => {
        const every = Uint32Array.from(all);
        const apply = (start: typeof ALL) =>
          steps.reduce((now, [id, on]) => setSelected(now, [id], on), start);
        const fromAll = selectedOf(apply(ALL), every);
        const fromListed = selectedOf(apply(setSelected(NONE, all, true)), every);
        expect(fromListed).toEqual(fromAll);
      }),
    );
  });
});
