import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';

const tidy = (zip: string): string => zip.trim().replaceAll(/\s+/g, ' ').toUpperCase();

/** Whether `zip` has the form of `country`'s postal codes, whatever its case and spacing; true where none is known. */
export function zipFits(zip: string, country: string): boolean {
  if (!postcodeValidatorExistsForCountry(country)) return true;
  // Nearly every code is as it should be: tidying costs more than looking.
  return postcodeValidator(zip, country) || postcodeValidator(tidy(zip), country);
}

/**
 * `zip` in the spelling that `country` wants, where only that is wrong: a country prefix (`F-75009`), a separator that is
 * missing or too much (`00001` in Poland), a first zero that a spreadsheet ate (`8001` in Spain). null: no such spelling.
 */
export function zipInFormat(zip: string, country: string): string | null {
  if (!postcodeValidatorExistsForCountry(country)) return null;
  const bare = tidy(zip).replaceAll(/[^A-Z0-9]/g, '');
  const unprefixed = bare.startsWith(country) ? bare.slice(2) : bare.replace(/^[A-Z](?=\d+$)/, '');
  const spellings = [bare, unprefixed, ...(/^\d+$/.test(bare) ? [`0${bare}`] : [])].flatMap((one) => [
    one,
    ...[' ', '-'].flatMap((mark) =>
      Array.from(
        { length: Math.max(0, one.length - 1) },
        (_, at) => one.slice(0, at + 1) + mark + one.slice(at + 1),
      ),
    ),
  ]);
  return spellings.find((one) => one !== '' && postcodeValidator(one, country)) ?? null;
}

/** By the first three digits, La Poste's “Codes postaux des départements et collectivités d'outre-mer”. */
const FRENCH_TERRITORIES: ReadonlyMap<string, string> = new Map([
  ['971', 'GP'],
  ['972', 'MQ'],
  ['973', 'GF'],
  ['974', 'RE'],
  ['975', 'PM'],
  ['976', 'YT'],
  ['977', 'BL'],
  ['978', 'MF'],
  ['980', 'MC'],
  ['984', 'TF'],
  ['986', 'WF'],
  ['987', 'PF'],
  ['988', 'NC'],
]);
const FRENCH: ReadonlySet<string> = new Set(['FR', ...FRENCH_TERRITORIES.values()]);

/**
 * The country (ISO 3166-1 alpha-2) that a French postal code is of, where the address names another one of France's and
 * Monaco's: `97400` under FR is of RE. Carriers and customs treat them apart, Shopify does not mind. null: none.
 */
export function territoryOf(zip: string, country: string): string | null {
  const digits = zip.replaceAll(/\s/g, '');
  if (!FRENCH.has(country) || !/^\d{5}$/.test(digits)) return null;
  const of = FRENCH_TERRITORIES.get(digits.slice(0, 3)) ?? (/^9[78]/.test(digits) ? null : 'FR');
  return of === country ? null : of;
}
