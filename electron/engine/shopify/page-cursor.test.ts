import { describe, expect, it } from 'vitest';
import { cursorAfter, readCursor } from './page-cursor.ts';

describe('a cursor through a range of updates', () => {
  it('goes on where the last page ended', () => {
    const first = readCursor(null, 1000);
    const text = cursorAfter(first, { endCursor: 'c1', count: 25, lastUpdatedAt: 5000 });
    expect(readCursor(text, 1000)).toEqual({ after: 'c1', from: 1000, seen: 25 });
  });

  it('ends with the last page', () => {
    expect(
      cursorAfter(readCursor(null, null), { endCursor: null, count: 3, lastUpdatedAt: 5000 }),
    ).toBeNull();
  });

  it('begins a new search from the last update seen, before Shopify refuses to page deeper', () => {
    const deep = { after: 'c9', from: 1000, seen: 19_990 };
    const text = cursorAfter(deep, { endCursor: 'c10', count: 25, lastUpdatedAt: 5000 });
    expect(readCursor(text, 1000)).toEqual({ after: null, from: 5000, seen: 0 });
  });

  it('does not begin anew within one second of updates, which would never end', () => {
    const deep = { after: 'c9', from: 5000, seen: 19_990 };
    const text = cursorAfter(deep, { endCursor: 'c10', count: 25, lastUpdatedAt: 5400 });
    expect(readCursor(text, 5000)).toMatchObject({ after: 'c10', from: 5000 });
  });

  it.each(['', 'c1', '{"after":1}', '[]'])('of another kind is refused: %s', (text) => {
    expect(() => readCursor(text, null)).toThrow(expect.objectContaining({ code: 'bad_input' }));
  });
});
