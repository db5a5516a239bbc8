import { LINE_FIELDS, type Evidence } from '../../../../shared/domain/diagnosis.ts';
import type { Address } from '../../../../shared/domain/order.ts';
import { ADDED_RULE_DEFAULTS } from '../../../../shared/domain/store.ts';
import { UNKNOWN_COUNTRY } from '../country.ts';
import type { Rule } from '../rule.ts';

/** In characters as a label prints them: a letter beyond the basic plane is one. */
const lengthOf = (text: string): number => text.length - (text.match(/[\uD800-\uDBFF]/g)?.length ?? 0);

/**
 * *Added* (domain.md: “35 per line, per store; warn and let the agent split, never truncate”): carriers print 35
 * characters of a line (DPD, Colissimo, UPS labels) and refuse or cut the rest. The suggestion spreads the same words over
 * both lines and loses none; where they do not fit an agent has to shorten. Names travel in a field of their own.
 */
export const addressTooLong: Rule<'address_too_long'> = {
  find: ({ shippingAddress: address, redacted }, { settings: { addressLineLimit: limit } }) => {
    if (address === null || limit === null || redacted.includes('shippingAddress')) return null;
    if (
      !isLong(address.address1, limit) &&
      !isLong(address.address2, limit) &&
      !isLong(address.company, limit)
    )
      return null;
    const evidence = evidenceFor(address, limit);
    return evidence.lines.length === 0 ? null : evidence;
  },
  told: ({ shippingAddress: address }, { settings }) => {
    const limit = settings.addressLineLimit ?? ADDED_RULE_DEFAULTS.addressLineLimit;
    return address === null
      ? { country: UNKNOWN_COUNTRY, limit, lines: [], split: null }
      : evidenceFor(address, limit);
  },
  causes: ({ country }) => [
    {
      key: `address_too_long:${country}`,
      subject: { kind: 'address_fault', country, fault: 'too_long' },
      entity: null,
      fix: 'edit_address',
      alone: true,
    },
  ],
};

/** Whether it may be too long: never longer in characters than in code units. */
function isLong(text: string | null, limit: number): boolean {
  return text !== null && text.length > limit;
}

function evidenceFor(address: Address, limit: number): Evidence<'address_too_long'> {
  const lines = LINE_FIELDS.flatMap((field) => {
    const text = address[field];
    if (text === null || !isLong(text, limit)) return [];
    const length = lengthOf(text.trim());
    return length > limit ? [{ field, text, length }] : [];
  });
  const street = lines.some(({ field }) => field !== 'company');
  return {
    country: address.countryCode?.toUpperCase() ?? UNKNOWN_COUNTRY,
    limit,
    lines,
    split: street ? splitLines(address.address1 ?? '', address.address2 ?? '', limit) : null,
  };
}

/**
 * The words of both lines over two lines of at most `limit` characters: parted at a comma of the first line where one
 * lies so that both fit, else as far right as words allow. null: no parting fits.
 */
export function splitLines(
  address1: string,
  address2: string,
  limit: number,
): { readonly address1: string; readonly address2: string } | null {
  const first = address1.trim().split(/\s+/).filter(Boolean);
  const words = [...first, ...address2.trim().split(/\s+/).filter(Boolean)];
  const partings = words.slice(1).map((_, at) => ({
    address1: words.slice(0, at + 1).join(' '),
    address2: words.slice(at + 1).join(' '),
    comma: at + 1 < first.length && (first[at] ?? '').endsWith(','),
  }));
  const fitting = partings.filter(
    (lines) => lengthOf(lines.address1) <= limit && lengthOf(lines.address2) <= limit,
  );
  const chosen = fitting.findLast(({ comma }) => comma) ?? fitting.at(-1);
  return chosen ? { address1: chosen.address1, address2: chosen.address2 } : null;
}
