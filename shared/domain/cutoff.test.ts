import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutoffsAround, cutoffsSchema, DEFAULT_CUTOFFS } from './cutoff.ts';

const at = (iso: string): number => Date.parse(iso);
const around = (iso: string) => {
  const found = cutoffsAround(DEFAULT_CUTOFFS, at(iso));
  return found && [new Date(found.previous).toISOString(), new Date(found.next).toISOString()];
};

describe('the default cut-offs of a warehouse near Paris', () => {
  test('on a Tuesday morning in winter the next is 09:55 local, 08:55 UTC', () => {
    expect(around('2026-11-24T08:43:00Z')).toEqual(['2026-11-24T04:55:00.000Z', '2026-11-24T08:55:00.000Z']);
  });

  test('the very minute is past, not next', () => {
    expect(around('2026-11-24T08:55:00Z')).toEqual(['2026-11-24T08:55:00.000Z', '2026-11-24T10:55:00.000Z']);
  });

  test('from Friday noon on, Sunday 18:00 is next', () => {
    expect(around('2026-11-27T12:00:00Z')).toEqual(['2026-11-27T10:55:00.000Z', '2026-11-29T17:00:00.000Z']);
  });

  test('in summer the same wall clock is an hour earlier in UTC', () => {
    expect(around('2026-07-14T07:00:00Z')?.[1]).toBe('2026-07-14T07:55:00.000Z');
  });

  test('on the night the clocks go back, 02:55 still comes once', () => {
    expect(around('2026-10-25T22:00:00Z')).toEqual(['2026-10-25T17:00:00.000Z', '2026-10-26T01:55:00.000Z']);
  });
});

test('a store without cut-offs has none', () => {
  expect(cutoffsAround({ timeZone: 'Europe/Paris', times: [] }, 0)).toBeNull();
});

test('a moment always lies between its two cut-offs, in any zone', () => {
  const zone = fc.constantFrom(
    'Europe/Paris',
    'America/New_York',
    'Asia/Tokyo',
    'Australia/Lord_Howe',
    'UTC',
  );
  const now = fc.integer({ min: at('2025-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });
  fc.assert(
    fc.property(zone, now, (timeZone, moment) => {
      const found = cutoffsAround({ ...DEFAULT_CUTOFFS, timeZone }, moment);
      expect(found?.previous).toBeLessThanOrEqual(moment);
      expect(found?.next).toBeGreaterThan(moment);
    }),
  );
});

test('a wrong time or zone is refused by name', () => {
  expect(
    cutoffsSchema.safeParse({ timeZone: 'Mars/Olympus', times: [] }).error?.issues[0]?.message,
  ).toContain('time zone');
  expect(cutoffsSchema.safeParse({ timeZone: 'UTC', times: [{ days: [1], time: '9:5' }] }).success).toBe(
    false,
  );
});
