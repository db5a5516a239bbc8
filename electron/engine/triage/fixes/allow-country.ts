import { countrySyncs, type CountryList } from '../../../../shared/domain/store.ts';
import { UNKNOWN_COUNTRY } from '../country.ts';
import { draft, evidenceOf, excluded, planned, type Draft, type FixDefinition } from './definition.ts';
import { reprocessSteps } from './reprocess-steps.ts';

/**
 * Lets orders to a country sync (seed, “Destination is not whitelisted”: « Countries for order sync … Ajustez vos listes
 * de pays »). That setting has no public API: the agent changes it on the platform, and only then our copy of it follows
 * and the orders are reprocessed. Without `country` all countries of the plan's orders are allowed.
 */
export const allowCountry: FixDefinition<'allow_country'> = {
  for: ['destination_not_whitelisted'],
  cures: true,
  plan: ({ orders, params, store }) => {
    const wanted = orders.map(
      (it) => evidenceOf(it, 'destination_not_whitelisted')?.country ?? UNKNOWN_COUNTRY,
    );
    const chosen = (country: string): boolean =>
      country !== UNKNOWN_COUNTRY && (params.country ?? country) === country;
    const countries = [...new Set(wanted.filter(chosen))].toSorted();
    const list = store.ctx.settings.countries;
    const step = draft({
      op: 'platform_step',
      step: 'countries',
      what: `On the platform, under Shop integrations > Countries for order sync, let orders to ${countries.join(', ')} sync`,
    });
    const mirror = list === null ? [] : mirrorSteps(list, countries, step);
    return wanted.map((country, at) => {
      const order = orders[at]?.order;
      if (order === undefined || country === UNKNOWN_COUNTRY) {
        return excluded('Its shipping country is not known: look at its address in Shopify.');
      }
      return chosen(country)
        ? planned([step, ...mirror, ...reprocessSteps(order, [step])])
        : excluded(
            `It goes to ${country}, not to ${params.country ?? country}: plan that country on its own.`,
          );
    });
  },
};

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
