import type { ImportProblem } from '../../../shared/domain/import.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { type Money, parseMoney } from '../../../shared/domain/money.ts';

/** A field's value, or what is wrong with it. */
export type Field<T> = { readonly value: T } | { readonly problem: ImportProblem };

/** As it is meant: without blanks, and without the apostrophe that spreadsheets put before `'01234` to keep its zero. */
export function plainCell(text: string | undefined): string {
  const trimmed = (text ?? '').trim();
  return /^'[\d+=@-]/.test(trimmed) ? trimmed.slice(1).trim() : trimmed;
}

export const wholeNumber = (text: string): Field<number> =>
  /^\d{1,9}$/.test(text) ? { value: Number(text) } : { problem: { code: 'not_a_number', value: text } };

export const currencyCode = (text: string): Field<string> =>
  /^[A-Z]{3}$/.test(text) ? { value: text } : { problem: { code: 'not_a_currency', value: text } };

export function amount(text: string, currency: string): Field<Money> {
  try {
    return { value: parseMoney(text, currency) };
  } catch {
    return { problem: { code: 'not_an_amount', value: text } };
  }
}

/** The number at the end of a Shopify id, plain or as `gid://shopify/Order/5123`. */
export function idNumber(text: string): Field<string> {
  const number = /^(?:gid:\/\/shopify\/[A-Za-z]+\/)?([1-9]\d{0,15})$/.exec(text)?.[1];
  return number !== undefined && Number.isSafeInteger(Number(number))
    ? { value: number }
    : { problem: { code: 'not_an_id', value: text } };
}

const YES: ReadonlySet<string> = new Set(['true', 'yes', '1', 'oui', 'vrai', 'active', 'actif']);
const NO: ReadonlySet<string> = new Set(['false', 'no', '0', 'non', 'faux', 'inactive', 'inactif']);

export function yesOrNo(text: string): Field<boolean> {
  const plain = text.toLowerCase();
  if (YES.has(plain)) return { value: true };
  return NO.has(plain) ? { value: false } : { problem: { code: 'not_yes_or_no', value: text } };
}

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})$/;

/** A time with its zone to UTC ms: `2026-10-01 09:30:00 +0200` as Shopify's export has it, or ISO 8601. */
export function zonedTime(text: string): Field<Millis> {
  const [, day = '', clock = '', zone = ''] = TIME.exec(text) ?? [];
  const offset = zone === 'UTC' || zone === 'Z' ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const at = Date.parse(`${day}T${clock}${offset}`);
  return Number.isNaN(at) ? { problem: { code: 'not_a_time', value: text } } : { value: at };
}
