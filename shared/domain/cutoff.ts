import { z } from 'zod';
import type { Millis } from './order.ts';

/** A time of day at which a warehouse closes the day's picks, on some days of the week (1 Monday … 7 Sunday). */
const cutoffSchema = z.object({
  days: z.array(z.int().min(1).max(7)).min(1),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:55'),
});

const timeZones = new Map<string, boolean>();

/** Remembers what it was asked: each look takes 0.1 ms, and settings are parsed wherever stores are read. */
const isTimeZone = (zone: string): boolean => {
  let known = timeZones.get(zone);
  if (known === undefined) {
    known = formatsIn(zone);
    timeZones.set(zone, known);
  }
  return known;
};

function formatsIn(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

export const cutoffsSchema = z.object({
  timeZone: z.string().refine(isTimeZone, 'must be a time zone such as Europe/Paris'),
  times: z.array(cutoffSchema),
});
export type Cutoffs = Readonly<z.infer<typeof cutoffsSchema>>;

const WEEKDAYS = [1, 2, 3, 4, 5];

/** domain.md, Urgency: Monday to Friday 02:55, 05:55, 09:55, 11:55 and Sunday 18:00, Europe/Paris. */
export const DEFAULT_CUTOFFS: Cutoffs = {
  timeZone: 'Europe/Paris',
  times: [
    { days: WEEKDAYS, time: '02:55' },
    { days: WEEKDAYS, time: '05:55' },
    { days: WEEKDAYS, time: '09:55' },
    { days: WEEKDAYS, time: '11:55' },
    { days: [7], time: '18:00' },
  ],
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** The last cut-off at or before `now` and the first one after it, UTC ms; null where a store has none. */
export function cutoffsAround(
  { timeZone, times }: Cutoffs,
  now: Millis,
): { readonly previous: Millis; readonly next: Millis } | null {
  // A week each way holds every cut-off of a weekly plan, whatever a change of the clock does in between.
  const moments = Array.from({ length: 17 }, (_, index) => now + (index - 8) * DAY_MS)
    .flatMap((at) => {
      const { year, month, day, weekday } = localDay(at, timeZone);
      return times
        .filter(({ days }) => days.includes(weekday))
        .map(({ time }) => moment(Date.UTC(year, month - 1, day), time, timeZone));
    })
    .toSorted((a, b) => a - b);
  const previous = moments.findLast((at) => at <= now);
  const next = moments.find((at) => at > now);
  return previous === undefined || next === undefined ? null : { previous, next };
}

/** UTC ms of a wall clock's `HH:MM` on the day that begins (as if in UTC) at `day`. */
function moment(day: Millis, time: string, timeZone: string): Millis {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wall = day + (hours * 60 + minutes) * 60_000;
  // The offset at the guess can be that of the other side of a clock change; at the second guess it is right.
  const guess = wall - offset(wall, timeZone);
  return wall - offset(guess, timeZone);
}

/** How far the zone's wall clock is ahead of UTC at a moment, ms. */
function offset(at: Millis, timeZone: string): number {
  const { year, month, day, hour, minute, second } = localParts(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

function localDay(
  at: Millis,
  timeZone: string,
): { year: number; month: number; day: number; weekday: number } {
  const { year, month, day } = localParts(at, timeZone);
  const sunday0 = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, weekday: sunday0 === 0 ? 7 : sunday0 };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localParts(at: Millis, timeZone: string) {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}
