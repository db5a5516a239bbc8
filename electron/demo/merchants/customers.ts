import { diceFor } from '../random.ts';
import type { Address, Customer } from '../shop/order.ts';
import { countryOf } from './countries.ts';
import type { NamePool } from './people.ts';

/** A customer with the address their orders go to. */
export interface DemoCustomer {
  readonly customer: Customer;
  readonly address: Address;
}

const CUSTOMERS_PER_COUNTRY = 10_000_000;

/** The k-th customer of a country in one store: always the same person at the same address. */
export function customerOf(
  pools: ReadonlyMap<string, NamePool>,
  key: { seed: number; slug: string; country: string; countryNumber: number; number: number },
): DemoCustomer {
  const dice = diceFor(key.seed, key.slug, 'customer', key.country, key.number);
  const country = countryOf(key.country);
  const pool = pools.get(country.locale);
  if (pool === undefined) throw new Error(`The names of ${country.name} were not loaded.`);
  const place = dice.pick(country.places);
  const firstName = oddity(dice.int(120), dice.pick(pool.first));
  const lastName = dice.pick(pool.last);
  return {
    customer: {
      id: 7_000_000_000_000 + key.countryNumber * CUSTOMERS_PER_COUNTRY + key.number,
      firstName,
      lastName,
      email: `${slugOf(firstName)}.${slugOf(lastName)}.${key.country.toLowerCase()}${key.number}@example.com`,
    },
    address: {
      firstName,
      lastName,
      company: null,
      address1: country.street(dice.pick(country.streets), 1 + dice.int(180)),
      address2: dice.chance(0.25)
        ? dice.pick(['2nd floor', 'Apt 4B', 'Bât. C, esc. 2', 'c/o Concierge'])
        : null,
      city: place.city,
      zip: place.zip,
      provinceCode: place.province,
      countryCode: country.code,
      phone: dice.chance(0.85) ? country.phone.replaceAll('#', () => String(dice.int(10))) : null,
    },
  };
}

/** Names real shops have to live with; most stay as they are. */
function oddity(throwOf120: number, name: string): string {
  switch (throwOf120) {
    case 0:
      return `${name} 🎁`;
    case 1:
      return `${name}-Maximiliane-Adelheid-Wilhelmina von und zu der Hohen Warte am Langen Weiher`;
    case 2:
      return `  ${name} `;
    case 3:
      return `${name.toUpperCase()} O’Neill-D'Arcy`;
    default:
      return name;
  }
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return slug === '' ? 'customer' : slug.slice(0, 20);
}
