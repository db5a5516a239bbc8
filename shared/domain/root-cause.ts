import { z } from 'zod';

/** What lies behind diagnoses, as data that each language words for itself: who or what it is, and what is wrong with it. */
export const causeSubjectSchema = z.discriminatedUnion('kind', [
  /** Who puts the ignore tag on orders; `by` null: not known. */
  z.object({
    kind: z.literal('tagger'),
    by: z.string().nullable(),
    byKind: z.enum(['app', 'staff']).nullable(),
  }),
  /** The service, else the location, that fulfils orders past the platform; null: by hand. */
  z.object({ kind: z.literal('fulfiller'), by: z.string().nullable() }),
  /** The platform's option to sync orders with payment terms is off. */
  z.object({ kind: z.literal('payment_terms') }),
  /** Orders through these gateways are not paid; none: the order names none. */
  z.object({ kind: z.literal('gateways'), gateways: z.array(z.string()) }),
  /** ISO 3166-1 alpha-2; orders to it do not sync. */
  z.object({ kind: z.literal('country'), country: z.string() }),
  /** A country (ISO 3166-1 alpha-2) and a city, else a province, of which addresses come without a postal code. */
  z.object({ kind: z.literal('place'), country: z.string(), place: z.string().nullable() }),
  z.object({
    kind: z.literal('unshippable_item'),
    title: z.string(),
    sku: z.string().nullable(),
    why: z.enum(['not_physical', 'ignored_product', 'stale_order']),
  }),
  /** A product that is no longer in the shop, or never was. */
  z.object({ kind: z.literal('lost_product'), title: z.string(), sku: z.string().nullable() }),
  z.object({
    kind: z.literal('unlinked_variant'),
    title: z.string(),
    sku: z.string().nullable(),
    link: z.enum(['missing', 'inactive']),
  }),
  /** A country (ISO 3166-1 alpha-2) whose addresses come with this fault. `territory`: the country they are really of. */
  z.object({
    kind: z.literal('address_fault'),
    country: z.string(),
    fault: z.enum(['zip_format', 'incomplete', 'too_long', 'contact', 'tax_id']),
  }),
  /** Postal codes of a territory under the country it belongs to; both ISO 3166-1 alpha-2. */
  z.object({ kind: z.literal('territory'), country: z.string(), territory: z.string() }),
  /** A shipping method that the platform cannot place, or that leaves out the pick-up point. */
  z.object({
    kind: z.literal('shipping_method'),
    method: z.string(),
    fault: z.enum(['unmapped', 'no_pickup_point']),
  }),
  /** A variant that the platform has not enough of. */
  z.object({ kind: z.literal('short_item'), title: z.string(), sku: z.string().nullable() }),
  /** A message of the platform's that no pattern knows. */
  z.object({ kind: z.literal('message'), message: z.string() }),
]);
export type CauseSubject = Readonly<z.infer<typeof causeSubjectSchema>>;

/** The one thing behind many diagnoses. `key` is stable and global: the same app or country in two stores is one cause. */
export interface RootCause {
  readonly key: string;
  readonly subject: CauseSubject;
  /** The culprit when it lives in one store (a variant); null when it can span stores (an app, a country). */
  readonly entity: string | null;
}
