/** CLDR's code for a country that is not known. */
export const UNKNOWN_COUNTRY = 'ZZ';

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** The English name of an ISO 3166-1 alpha-2 country: `JP` → `Japan`; what is no country code stays as it is. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}
