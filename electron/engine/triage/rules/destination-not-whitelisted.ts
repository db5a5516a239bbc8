import { countrySyncs } from '../../../../shared/domain/store.ts';
import { UNKNOWN_COUNTRY } from '../country.ts';
import type { Rule } from '../rule.ts';

/**
 * Seed, “Destination is not whitelisted”: « L'adresse de livraison […] est située dans l'un des pays pour lesquels la
 * synchronisation des commandes est actuellement désactivée ». A store without a country list does not get the rule.
 */
export const destinationNotWhitelisted: Rule<'destination_not_whitelisted'> = {
  find: (order, { settings }) => {
    if (order.redacted.includes('shippingAddress')) return null;
    const country = order.shippingAddress?.countryCode?.toUpperCase();
    if (!country || !settings.countries || countrySyncs(settings.countries, country)) return null;
    return { country, list: settings.countries.mode };
  },
  told: (order, { settings }) => ({
    country: order.shippingAddress?.countryCode?.toUpperCase() ?? UNKNOWN_COUNTRY,
    list: settings.countries?.mode ?? null,
  }),
  causes: ({ country }) => [
    {
      key: `destination_not_whitelisted:${country}`,
      subject: { kind: 'country', country },
      entity: null,
      fix: 'allow_country',
      alone: true,
    },
  ],
};
