import { countrySyncs, type CountryList } from '../../../../shared/domain/store.ts';
import { UNKNOWN_COUNTRY } from '../country.ts';
import {
  draft,
  evidenceOf,
  excluded,
  planned,
  type Draft,
  type FixDefinition,
  type PlanOrder,
} from './definition.ts';
import { reprocessSteps } from './reprocess-steps.ts';

/**
 * Lets orders to a country sync (seed, “Destination is not whitelisted”: « Countries for order sync … Ajustez vos listes
 * de pays »). That setting has no public API: the agent changes it on the platform, and only then our copy of it follows
 * and the orders are reprocessed. Without `country` all countries of the plan's orders are allowed.
 */
export const allowCountry: FixDefinition<'allow_country'> = {
  for: ['destination_not_whitelisted'],
  plan: ({ orders, params, store }) => {
    const list = store.ctx.settings.countries;
    const known = new Set(orders.map(destinationOf));
    known.delete(UNKNOWN_COUNTRY);
    const countries = params.country === undefined ? [...known].toSorted() : [params.country];
    const step = draft({ op: 'platform_step', does: { step: 'countries', countries } });
    const mirror = list === null ? [] : mirrorSteps(list, countries, step);
    return (it) => {
      const country = destinationOf(it);
      if (country === UNKNOWN_COUNTRY) {
        return excluded({ code: 'country_unknown' });
      }
      return countries.includes(country)
        ? planned([step, ...mirror, ...reprocessSteps(it.order, [step, ...mirror])])
        : excluded({ code: 'other_country', country, countries });
    };
  },
};

function destinationOf(it: PlanOrder): string {
  return evidenceOf(it, 'destination_not_whitelisted')?.country ?? UNKNOWN_COUNTRY;
}

function mirrorSteps(list: CountryList, countries: readonly string[], step: Draft): Draft[] {
  const missing = countries.filter((country) => !countrySyncs(list, country));
  if (missing.length === 0) return [];
  const set = {
    mode: list.mode,
    countries:
      list.mode === 'allow'
        ? [...list.countries, ...missing]
        : list.countries.filter((country) => !missing.includes(country)),
  };
  return [draft({ op: 'store_countries_set', set, base: list }, [step])];
}
