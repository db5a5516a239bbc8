import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  isValidPhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
} from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';
import { z } from 'zod';
import type { Evidence } from '../../../shared/domain/diagnosis.ts';

type Fault = Evidence<'contact_invalid'>['faults'][number]['why'];

export interface PhoneVerdict {
  readonly why: Fault;
  /** The number in E.164 where it can be told from what was typed; null: it cannot. */
  readonly suggestion: string | null;
}

/**
 * What is wrong with a phone number in an address of `country` (ISO 3166-1 alpha-2; null: not known); null: nothing is.
 * Bigblue, article 321: the country code exists (a number without one gets that of the shipping address), there are only
 * digits, as many as the country has, and such a number can exist. Google's metadata (`libphonenumber-js`, min).
 */
export function phoneFault(value: string, country: string | null): PhoneVerdict | null {
  const home = country !== null && isSupportedCountry(country) ? country : null;
  if (isPlainlyFine(value, home)) return null;
  // Without a country code and a country nothing can be said.
  if (home === null && !value.trim().startsWith('+')) return null;
  const key = `${home ?? ''} ${value}`;
  const known = VERDICTS.get(key);
  if (known !== undefined) return known;
  // Forgetting all at once is enough: the same few numbers of one sync are what comes back.
  if (VERDICTS.size >= VERDICTS_KEPT) VERDICTS.clear();
  const verdict = examine(value, home);
  VERDICTS.set(key, verdict);
  return verdict;
}

const VERDICTS = new Map<string, PhoneVerdict | null>();
const VERDICTS_KEPT = 10_000;

function examine(value: string, home: CountryCode | null): PhoneVerdict | null {
  const options = home === null ? {} : { defaultCountry: home };
  if (isValidPhoneNumber(value, options)) return null;
  return { why: faultOf(value, options), suggestion: suggestionFor(value, home) };
}

function faultOf(value: string, options: { readonly defaultCountry?: CountryCode }): Fault {
  if (/\p{L}/u.test(value)) return 'not_a_number';
  switch (validatePhoneNumberLength(value, options)) {
    case 'INVALID_COUNTRY':
      return 'country_code';
    case 'TOO_SHORT':
      return 'too_short';
    case 'TOO_LONG':
      return 'too_long';
    case 'NOT_A_NUMBER':
      return 'not_a_number';
    case 'INVALID_LENGTH':
    case undefined:
      return 'not_valid';
  }
}

/** What was typed without what is not of it, as a number of the address's country; only one that is valid. */
function suggestionFor(value: string, home: CountryCode | null): string | null {
  const digits = value.replaceAll(/\D/g, '');
  const code = home === null ? null : getCountryCallingCode(home);
  const candidates = [
    value,
    `+${digits}`,
    `+${digits.replace(/^00/, '')}`,
    ...(home === null ? [] : [digits, `0${digits}`]),
    ...(code !== null && digits.startsWith(code) ? [digits.slice(code.length)] : []),
  ];
  for (const candidate of candidates) {
    const number = parsePhoneNumberFromString(candidate, home === null ? {} : { defaultCountry: home });
    if (number?.isValid()) return number.number;
  }
  return null;
}

interface Plan {
  readonly pattern: RegExp;
  readonly prefix: string;
}

/** The national numbers of each calling code, by any of the countries that share it. */
const COUNTRIES_OF = Map.groupBy(getCountries(), (country): string => getCountryCallingCode(country));
/** A country in the library's own metadata: calling code, dialling-out prefix, pattern of national numbers, …, national prefix. */
const countryMetadata = z
  .tuple([z.string(), z.unknown(), z.string(), z.unknown(), z.unknown(), z.unknown()])
  .rest(z.unknown());
const PLANS = new Map<CountryCode, Plan>();

/**
 * Whether the number is one of its country's beyond doubt. A hundredth of what parsing costs, and the answer for nearly
 * every number there is, so that a diagnosis stays cheap; whatever else it is, is looked at in full.
 */
function isPlainlyFine(value: string, home: CountryCode | null): boolean {
  const digits = digitsOf(value);
  if (digits === null) return false;
  if (value.trimStart().startsWith('+')) {
    for (let length = 1; length <= 3; length += 1) {
      const countries = COUNTRIES_OF.get(digits.slice(0, length));
      if (countries) {
        const national = digits.slice(length);
        return countries.some((country) => planOf(country).pattern.test(national));
      }
    }
    return false;
  }
  if (home === null) return false;
  const { pattern, prefix } = planOf(home);
  const national = prefix !== '' && digits.startsWith(prefix) ? digits.slice(prefix.length) : digits;
  return pattern.test(national);
}

/** The digits of a number, character by character since every order's is looked at; null: it holds other things too. */
function digitsOf(value: string): string | null {
  let digits = '';
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += value.charAt(at);
    else if (!SEPARATORS.includes(value.charAt(at)) && !(code === PLUS && digits === '')) return null;
  }
  return digits;
}

const SEPARATORS = ' .-()\u00A0\u202F';
const PLUS = 43;

function planOf(country: CountryCode): Plan {
  const known = PLANS.get(country);
  if (known) return known;
  const [, , numbers, , , prefix] = countryMetadata.parse(metadata.countries[country]);
  const plan = { pattern: new RegExp(`^(?:${numbers})$`), prefix: typeof prefix === 'string' ? prefix : '' };
  PLANS.set(country, plan);
  return plan;
}
