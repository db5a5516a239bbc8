import { expect, test } from 'vitest';
import { bulkPace } from './bulk-pace.ts';

test('a bulk operation’s pace is what the store has done since it began', () => {
  expect(bulkPace({ done: 300, lines: 1200, since: 10_000 }, 20_000)).toEqual({
    perSecond: 30,
    leftMs: 30_000,
  });
});

test('nothing is told too early, while it is prepared, or by a clock that was set back', () => {
  expect(bulkPace({ done: 3, lines: 1200, since: 10_000 }, 20_000)).toBeNull();
  expect(bulkPace({ done: 0, lines: 1200, since: null }, 20_000)).toBeNull();
  expect(bulkPace({ done: 300, lines: 1200, since: 30_000 }, 20_000)).toBeNull();
});
