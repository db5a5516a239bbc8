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
  /** When the warehouse closes its picks (domain.md, Urgency). */
  cutoffs: cutoffsSchema,
});
export type StoreSettings = Readonly<z.infer<typeof storeSettingsSchema>>;

export const DEFAULT_GRACE_MINUTES = 15;
export const DEFAULT_SINCE_DAYS = 60;

/** Whether orders to `country` sync under `list` (no list: the rule is off, every country does). */
export function countrySyncs(list: CountryList | null, country: string): boolean {
  if (!list) return true;
  return list.countries.includes(country) === (list.mode === 'allow');
}
