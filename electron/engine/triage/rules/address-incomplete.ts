import needed from '../../../../resources/postal/needed.json' with { type: 'json' };
import type { NeededField } from '../../../../shared/domain/diagnosis.ts';
import type { Address, Order } from '../../../../shared/domain/order.ts';
import { UNKNOWN_COUNTRY } from '../country.ts';
import type { Rule } from '../rule.ts';

const CITY_NOT_NEEDED: ReadonlySet<string> = new Set(needed.cityNotNeeded);
const PROVINCE_NEEDED: ReadonlySet<string> = new Set(needed.provinceNeeded);

const blank = (text: string | null): boolean => text === null || text.trim() === '';

/**
 * *Added* (domain.md; Bigblue, article 322: “Order information is incorrect or missing: Address: street, postcode,
 * city”): an address without a person or company, a street, a city or, in countries whose addresses end in it, a
 * province. Where the name is withheld it is unknown, not missing. An order that needs no shipping has no address.
 */
export const addressIncomplete: Rule<'address_incomplete'> = {
  find: (order) => {
    const { shippingAddress: address, redacted } = order;
    if (address === null || redacted.includes('shippingAddress')) return null;
    const missing = missingIn(order, address);
    return missing.length === 0 ? null : { country: countryOf(address), missing };
  },
  told: (order) => {
    const { shippingAddress: address } = order;
    return address === null
      ? { country: UNKNOWN_COUNTRY, missing: [] }
      : { country: countryOf(address), missing: missingIn(order, address) };
  },
  causes: ({ country }) => [
    {
      key: `address_incomplete:${country}`,
      subject: { kind: 'address_fault', country, fault: 'incomplete' },
      entity: null,
      fix: 'edit_address',
      alone: true,
    },
  ],
};

function countryOf(address: Address): string {
  return address.countryCode?.toUpperCase() ?? UNKNOWN_COUNTRY;
}

function missingIn(order: Order, address: Address): NeededField[] {
  const country = countryOf(address);
  const nobody =
    !order.redacted.includes('name') &&
    blank(address.firstName) &&
    blank(address.lastName) &&
    blank(address.company);
  const missing: NeededField[] = [];
  if (nobody) missing.push('name');
  if (blank(address.address1)) missing.push('address1');
  if (blank(address.city) && !CITY_NOT_NEEDED.has(country)) missing.push('city');
  if (blank(address.provinceCode) && PROVINCE_NEEDED.has(country)) missing.push('provinceCode');
  return missing;
}
