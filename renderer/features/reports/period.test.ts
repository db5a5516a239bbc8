import { expect, test } from 'vitest';
import { dayRange } from './period.ts';

const NOW = new Date('2026-11-24T09:30:00').getTime();
const custom = { from: '2026-11-01', to: '2026-11-03' };

test('a named period ends now and begins at midnight', () => {
  expect(dayRange('today', custom, NOW)).toEqual({
    from: new Date('2026-11-24T00:00:00').getTime(),
    to: NOW,
  });
  expect(dayRange('week', custom, NOW).from).toBe(new Date('2026-11-18T00:00:00').getTime());
});

test('the last day of a custom period is whole', () => {
  const { from, to } = dayRange('custom', custom, NOW);
  expect(from).toBe(new Date('2026-11-01T00:00:00').getTime());
  expect(to).toBe(new Date('2026-11-04T00:00:00').getTime() - 1);
});
