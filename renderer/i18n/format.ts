import { minorDigits, type Money } from '../../shared/domain/money.ts';

/** Numbers, money and times as people of one locale write them. Times are UTC milliseconds, shown in local time. */
export interface Format {
  readonly number: (n: number) => string;
  /** To the minor unit: `€84.00`. */
  readonly money: (money: Money) => string;
  /** For sums: `€24,102`. */
  readonly roundMoney: (money: Money) => string;
  /** `5 min`, `3 h`, `9 d`. */
  readonly age: (at: number, now: number) => string;
  /** `Tue 09:14` within the last six days, else `12 Nov`. */
  readonly moment: (at: number, now: number) => string;
  /** A day and a time to the minute: `12 Nov 2026, 09:14`. */
  readonly when: (at: number) => string;
  /** The time of day: `09:55`. */
  readonly time: (at: number) => string;
  /** A stretch of ms to the minute: `1 h 12`, `9 min`. */
  readonly span: (ms: number) => string;
  /** The whole truth, for a title: `Tuesday 12 November 2026 at 09:14:07 CET`. */
  readonly exact: (at: number) => string;
  /** `JP` → `Japan`. */
  readonly country: (code: string) => string;
  readonly list: (parts: readonly string[]) => string;
  /** The form of the locale's plural rule for `n`. */
  readonly plural: (n: number, forms: { readonly one: string; readonly other: string }) => string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface AgeUnits {
  readonly minute: string;
  readonly hour: string;
  readonly day: string;
}

export function createFormat(locale: string, units: AgeUnits, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone };
  const numbers = new Intl.NumberFormat(locale);
  const thisWeek = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...zone,
  });
  const earlier = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...zone });
  const dated = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...zone });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long', ...zone });
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const lists = new Intl.ListFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const moneys = new Map<string, Intl.NumberFormat>();

  const moneyFormat = (currency: string, round: boolean): Intl.NumberFormat => {
    const key = `${currency} ${round}`;
    const known = moneys.get(key);
    if (known) return known;
    const digits = round ? { maximumFractionDigits: 0 } : {};
    const made = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...digits,
    });
    moneys.set(key, made);
    return made;
  };
  const major = ({ amountMinor, currency }: Money): number => amountMinor / 10 ** minorDigits(currency);

  return {
    number: (n) => numbers.format(n),
    money: (money) => moneyFormat(money.currency, false).format(major(money)),
    roundMoney: (money) => moneyFormat(money.currency, true).format(major(money)),
    age(at, now) {
      const ms = Math.max(0, now - at);
      if (ms < HOUR) return `${numbers.format(Math.floor(ms / MINUTE))}\u00a0${units.minute}`;
      if (ms < 2 * DAY) return `${numbers.format(Math.floor(ms / HOUR))}\u00a0${units.hour}`;
      return `${numbers.format(Math.floor(ms / DAY))}\u00a0${units.day}`;
    },
    moment: (at, now) => (now - at < 6 * DAY ? thisWeek : earlier).format(at),
    when: (at) => dated.format(at),
    time: (at) => clock.format(at),
    span(ms) {
      const minutes = Math.max(0, Math.ceil(ms / MINUTE));
      if (minutes < 60) return `${numbers.format(minutes)}\u00a0${units.minute}`;
      const hours = Math.floor(minutes / 60);
      if (hours >= 48) return `${numbers.format(Math.floor(hours / 24))}\u00a0${units.day}`;
      const rest = String(minutes % 60).padStart(2, '0');
      return `${numbers.format(hours)}\u00a0${units.hour}\u00a0${rest}`;
    },
    exact: (at) => exact.format(at),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    list: (parts) => lists.format(parts),
    plural: (n, { one, other }) => (plurals.select(n) === 'one' ? one : other),
  };
}
