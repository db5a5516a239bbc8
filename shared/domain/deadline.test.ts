import { expect, test } from 'vitest';
import { lateBy, nextDeadline } from './deadline.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const at = (timeZone: string, time: string) => ({ timeZone, times: [{ days: everyDay, time }] });
const NOW = Date.UTC(2026, 10, 24, 8);

test('the first cut-off of any of the stores decides, each in its own time zone', () => {
  const stores = [
    { id: 'paris', cutoffs: at('Europe/Paris', '11:55') },
    { id: 'new-york', cutoffs: at('America/New_York', '04:00') },
    { id: 'none', cutoffs: { timeZone: 'Europe/Paris', times: [] } },
  ];
  expect(nextDeadline(stores, NOW)).toEqual({ at: Date.UTC(2026, 10, 24, 9), store: 'new-york' });
  expect(nextDeadline(stores.slice(0, 1), NOW)?.at).toBe(Date.UTC(2026, 10, 24, 10, 55));
  expect(nextDeadline(stores.slice(2), NOW)).toBeNull();
});

test('a run is late by what its sending takes beyond the cut-off', () => {
  const deadline = { at: NOW + 60_000, store: 'paris' };
  expect(lateBy(deadline, 60_000, NOW)).toBe(0);
  expect(lateBy(deadline, 90_000, NOW)).toBe(30_000);
});
