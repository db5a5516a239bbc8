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
