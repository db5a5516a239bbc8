import { z } from 'zod';
import { cutoffsSchema } from './cutoff.ts';

/** A list of countries that sync, or that do not (seed, “Destination is not whitelisted”: the platform has lists, plural). */
export const countryListSchema = z.object({
  mode: z.enum(['allow', 'deny']),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter country code such as FR')),
});
export type CountryList = Readonly<z.infer<typeof countryListSchema>>;

/** How a product link is written: a variant metafield, the variant's SKU (the platform links by it), or an import file. */
export const linkRouteSchema = z.enum(['metafield', 'sku', 'file']);
export type LinkRoute = z.infer<typeof linkRouteSchema>;

/** Names as they stand in orders, compared without case; `*` at the end stands for any ending: `Mondial Relay*`. */
const namesSchema = z.array(z.string().trim().min(1));

/** What an agent sets per store. A rule whose setting is null is off for that store. */
export const storeSettingsSchema = z.object({
  countries: countryListSchema.nullable(),
  /** Mirrors the platform's “Synchronize orders with payment terms”. */
  paymentTerms: z.boolean(),
  linkRoute: linkRouteSchema.nullable(),
  /** Orders created before this (UTC ms) were never meant to sync. */
  since: z.int(),
  /** An unsynced order younger than this is waiting, not stuck. */
  graceMinutes: z
    .int()
    .min(0)
    .max(24 * 60),
  /** Global-e orders carry a tag that starts with this (seed, “Waiting for global-e approval”: `Globale::Approved`). */
  globaleTagPrefix: z.string().min(1),
  /** Most characters that the carriers print of one address line; null: no limit is known, the rule is off. */
  addressLineLimit: z.int().min(10).max(255).nullable(),
  /** Mirrors the platform's shipping method mapping: the methods (title or code) that it knows; null: the rule is off. */
  shippingMethods: namesSchema.nullable(),
  /** Methods (title or code) that deliver to a pick-up point; null: the rule is off. */
  pickupMethods: namesSchema.nullable(),
  /** Countries (ISO 3166-1 alpha-2) whose customs want the buyer's tax number; null: the rule is off. */
  taxIdCountries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter country code such as BR'))
    .nullable(),
  /** Two orders alike within so many minutes of one another are duplicates; null: the rule is off. */
  duplicateMinutes: z
    .int()
    .min(1)
    .max(7 * 24 * 60)
    .nullable(),
  /** When the warehouse closes its picks (domain.md, Urgency). */
  cutoffs: cutoffsSchema,
});
export type StoreSettings = Readonly<z.infer<typeof storeSettingsSchema>>;

/** Whether one of `names` stands for this shipping method: its title or its code, without case, `*` for any ending. */
export function namesMethod(
  names: readonly string[],
  method: { readonly title: string; readonly code: string | null },
): boolean {
  const spellings = [method.title, method.code ?? ''].map((text) => text.trim().toLowerCase());
  return names.some((name) => {
    const wanted = name.trim().toLowerCase();
    return wanted.endsWith('*')
      ? spellings.some((text) => text !== '' && text.startsWith(wanted.slice(0, -1)))
      : spellings.includes(wanted);
  });
}

/** The settings of the rules beside the seed's that connecting a store may say. */
export const addedRuleSettingsSchema = storeSettingsSchema.pick({
  addressLineLimit: true,
  shippingMethods: true,
  pickupMethods: true,
  taxIdCountries: true,
  duplicateMinutes: true,
});

export type AddedRuleSettings = Readonly<z.infer<typeof addedRuleSettingsSchema>>;

/** What a store starts with beside what connecting it says: only what every carrier limits is on. */
export const ADDED_RULE_DEFAULTS = {
  addressLineLimit: 35,
  shippingMethods: null,
  pickupMethods: null,
  taxIdCountries: null,
  duplicateMinutes: null,
} as const satisfies AddedRuleSettings;

/** Where Bigblue's Store API is, unless the agent says otherwise. */
export const BIGBLUE_ENDPOINT = 'https://api.bigblue.co';

export const DEFAULT_GRACE_MINUTES = 15;
export const DEFAULT_SINCE_DAYS = 60;

/** Whether orders to `country` sync under `list` (no list: the rule is off, every country does). */
export function countrySyncs(list: CountryList | null, country: string): boolean {
  if (!list) return true;
  return list.countries.includes(country) === (list.mode === 'allow');
}
