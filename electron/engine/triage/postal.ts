import base from '../../../resources/postal/base.json' with { type: 'json' };
import overrides from '../../../resources/postal/overrides.json' with { type: 'json' };

/** required: an order without one is refused · recommended: the country has postal codes, not everywhere · none. */
export type PostalRequirement = 'required' | 'recommended' | 'none';

const LEVELS = ['required', 'recommended', 'none'] as const satisfies readonly PostalRequirement[];

/** Google's address metadata, then the reviewed exceptions (resources/postal), by ISO 3166-1 alpha-2 code. */
const requirements: ReadonlyMap<string, PostalRequirement> = new Map([
  ...LEVELS.flatMap((level) => base.countries[level].map((country) => [country, level] as const)),
  ...LEVELS.flatMap((level) => overrides[level].map(({ country }) => [country, level] as const)),
]);

/** Whether an address in `country` (ISO 3166-1 alpha-2, any case) needs a postal code; none where nothing is known. */
export function postalRequirement(country: string): PostalRequirement {
  return requirements.get(country.toUpperCase()) ?? 'none';
}
