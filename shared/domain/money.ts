import { z } from 'zod';

/** An amount in the currency's minor unit (cents; yen for JPY), an integer. */
export const moneySchema = z.object({ amountMinor: z.int(), currency: z.string().length(3) });
export type Money = Readonly<z.infer<typeof moneySchema>>;

const exponents = new Map<string, number>();

/** Digits after the decimal point of an ISO 4217 currency, from the runtime's CLDR data: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  let digits = exponents.get(currency);
  if (digits === undefined) {
    digits =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2;
    exponents.set(currency, digits);
  }
  return digits;
}

/**
 * Reads a decimal string as Shopify sends it (`"84.00"`, `"-3.5"`) without going through floating point.
 * Digits beyond the currency's minor unit are rounded half away from zero.
 * @throws RangeError when `amount` is not a plain decimal number
 */
export function parseMoney(amount: string, currency: string): Money {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim());
  if (!match) throw new RangeError(`“${amount}” is not an amount of money.`);
  const [, sign, whole = '0', fraction = ''] = match;
  const digits = minorDigits(currency);
  const kept = fraction.padEnd(digits + 1, '0');
  const minor = Number(whole + kept.slice(0, digits)) + (Number(kept[digits]) >= 5 ? 1 : 0);
  return { amountMinor: sign && minor !== 0 ? -minor : minor, currency };
}

/** The decimal string that Shopify's `MoneyInput` takes: `8400 EUR` → `"84.00"`. */
export function decimalString({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const sign = amountMinor < 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** `84.00 EUR`: for plans and reports, the same in every language. */
export function moneyText(money: Money): string {
  return `${decimalString(money)} ${money.currency}`;
}
