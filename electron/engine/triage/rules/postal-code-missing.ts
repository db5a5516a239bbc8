import type { Evidence } from '../../../../shared/domain/diagnosis.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { TriageContext } from '../context.ts';
import { UNKNOWN_COUNTRY } from '../country.ts';
import { postalRequirement } from '../postal.ts';
import type { Rule } from '../rule.ts';

function evidence(order: Order, ctx: TriageContext): Evidence<'postal_code_missing'> {
  const address = order.shippingAddress;
  return {
    country: address?.countryCode?.toUpperCase() ?? UNKNOWN_COUNTRY,
    city: address?.city ?? null,
    province: address?.provinceCode ?? null,
    suggestion: ctx.suggestZip(order),
  };
}

/** Cities compare without case, accents or spacing: `Béal Feirste`, `BEAL  FEIRSTE`. */
const place = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/**
 * Seed, “Invalid Destination: Postal must be set for this country”: « Il manque un code postal dans l'adresse de
 * livraison ». Only where the country requires one, and never where Shopify withholds the postal code.
 * Root cause: the country with the kind of address (its city, else its province) that comes without one.
 */
export const postalCodeMissing: Rule<'postal_code_missing'> = {
  find: (order, ctx) => {
    const { shippingAddress: address, redacted } = order;
    if (!address?.countryCode || redacted.includes('zip') || redacted.includes('shippingAddress'))
      return null;
    if (address.zip !== null && address.zip.trim() !== '') return null;
    return postalRequirement(address.countryCode) === 'required' ? evidence(order, ctx) : null;
  },
  told: (order, ctx) => evidence(order, ctx),
  causes: ({ country, city, province }) => {
    const where = city?.trim() || province?.trim() || null;
    return [
      {
        key: `postal_code_missing:${country}:${where === null ? '-' : place(where)}`,
        subject: { kind: 'place', country, place: where },
        entity: null,
        fix: 'set_postal_code',
        alone: true,
      },
    ];
  },
};
