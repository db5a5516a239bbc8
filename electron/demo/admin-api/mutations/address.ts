import { countries } from '../../merchants/countries.ts';
import type { Address } from '../../shop/order.ts';
import type { UserError } from './mutation.ts';

/** MailingAddressInput. */
export interface AddressInput {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly company?: string | null;
  readonly address1?: string | null;
  readonly address2?: string | null;
  readonly city?: string | null;
  readonly zip?: string | null;
  readonly province?: string | null;
  readonly provinceCode?: string | null;
  readonly country?: string | null;
  readonly countryCode?: string | null;
  readonly phone?: string | null;
}

/** What a postal code looks like; Shopify refuses others, but takes an address without any. */
export const zipFormats: Readonly<Record<string, RegExp>> = {
  AT: /^\d{4}$/,
  AU: /^\d{4}$/,
  BE: /^\d{4}$/,
  CA: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i,
  CH: /^\d{4}$/,
  CZ: /^\d{3} ?\d{2}$/,
  DE: /^\d{5}$/,
  DK: /^\d{4}$/,
  ES: /^\d{5}$/,
  FI: /^\d{5}$/,
  FR: /^\d{5}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i,
  IE: /^(?:D6W|[A-Z]\d{2}) ?[A-Z\d]{4}$/i,
  IT: /^\d{5}$/,
  JP: /^\d{3}-?\d{4}$/,
  NL: /^\d{4} ?[A-Z]{2}$/i,
  NO: /^\d{4}$/,
  PL: /^\d{2}-\d{3}$/,
  PT: /^\d{4}-\d{3}$/,
  SE: /^\d{3} ?\d{2}$/,
  US: /^\d{5}(?:-\d{4})?$/,
};

/** Reads an address input as the complete new address: what is left out is empty afterwards. */
export function addressOf(input: AddressInput): Address {
  const country =
    input.countryCode ??
    countries.find((each) => each.name === input.country || each.code === input.country)?.code;
  return {
    firstName: input.firstName ?? null,
    lastName: input.lastName ?? null,
    company: input.company ?? null,
    address1: input.address1 ?? null,
    address2: input.address2 ?? null,
    city: input.city ?? null,
    zip: input.zip ?? null,
    provinceCode: input.provinceCode ?? input.province ?? null,
    countryCode: country ?? null,
    phone: input.phone ?? null,
  };
}

/** Why Shopify would refuse the address; `path` is where it stands in the mutation's input. */
export function addressErrors(address: Address, path: readonly string[]): UserError[] {
  const errors: UserError[] = [];
  const blank = (text: string | null): boolean => text === null || text.trim() === '';
  if (blank(address.countryCode))
    errors.push({ field: [...path, 'countryCode'], message: "Country can't be blank" });
  if (blank(address.address1))
    errors.push({ field: [...path, 'address1'], message: "Address1 can't be blank" });
  if (blank(address.city)) errors.push({ field: [...path, 'city'], message: "City can't be blank" });
  const format = zipFormats[address.countryCode ?? ''];
  const name = countries.find((each) => each.code === address.countryCode)?.name ?? address.countryCode ?? '';
  if (!blank(address.zip) && format !== undefined && !format.test(address.zip?.trim() ?? ''))
    errors.push({ field: [...path, 'zip'], message: `Zip is not valid for ${name}` });
  for (const key of ['address1', 'address2', 'city', 'firstName', 'lastName', 'company'] as const)
    if ((address[key] ?? '').length > 255)
      errors.push({ field: [...path, key], message: `${key} is too long (maximum is 255 characters)` });
  return errors;
}
