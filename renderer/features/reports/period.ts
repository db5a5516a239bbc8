/** The periods a report offers, in their order on the page. */
export const PERIODS = ['today', 'week', 'month', 'custom'] as const;
export type PeriodName = (typeof PERIODS)[number];

const DAYS = { today: 1, week: 7, month: 30 } as const;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of this machine that an instant (UTC ms) falls on, as `YYYY-MM-DD`. */
export function isoDay(at: number): string {
  const day = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/**
 * Inclusive bounds of a period in UTC ms. Named periods end now and begin at a midnight of this machine; of a custom one
 * (`YYYY-MM-DD`) both days are whole.
 */
export function dayRange(
  period: PeriodName,
  custom: { readonly from: string; readonly to: string },
  now: number,
): { from: number; to: number } {
  if (period === 'custom')
    return {
      from: new Date(`${custom.from}T00:00:00`).getTime(),
      to: new Date(`${custom.to}T23:59:59.999`).getTime(),
    };
  const from = new Date(now - (DAYS[period] - 1) * DAY_MS);
  from.setHours(0, 0, 0, 0);
  return { from: from.getTime(), to: now };
}
