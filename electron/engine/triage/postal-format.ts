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
