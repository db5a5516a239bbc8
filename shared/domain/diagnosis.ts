import { z } from 'zod';
import { ERROR_TYPES, type ErrorType } from './error-type.ts';

/**
 * What one sync error on one order rests on. Evidence names the culprit: this variant, this tag and who set it, this
 * country. Gids are strings on the wire; times are UTC ms.
 */
const item = z.object({
  lineItem: z.string(),
  title: z.string(),
  sku: z.string().nullable(),
  variant: z.string().nullable(),
  product: z.string().nullable(),
});
const at = z.int();

const linkSuggestionSchema = z.object({
  product: z.string(),
  name: z.string(),
  by: z.enum(['sku', 'barcode']),
});
export type LinkSuggestion = Readonly<z.infer<typeof linkSuggestionSchema>>;

/** A postal code in the spelling its country wants, or one that another order had. `order`: that order's name. */
const zipCorrectionSchema = z.discriminatedUnion('from', [
  z.object({ zip: z.string(), from: z.literal('format') }),
  z.object({ zip: z.string(), from: z.enum(['earlier_order', 'same_city']), order: z.string() }),
]);
export type ZipCorrection = Readonly<z.infer<typeof zipCorrectionSchema>>;

/** Fields of an address that a carrier cannot do without. */
export const NEEDED_FIELDS = ['name', 'address1', 'city', 'provinceCode'] as const;
export type NeededField = (typeof NEEDED_FIELDS)[number];

/** Fields of an address that are printed as a line of the label. */
export const LINE_FIELDS = ['company', 'address1', 'address2'] as const;

/** Why a phone number or an e-mail address cannot be used (Bigblue, article 321). */
const CONTACT_FAULTS = ['country_code', 'too_short', 'too_long', 'not_a_number', 'not_valid'] as const;

const zipSuggestionSchema = z.object({
  zip: z.string(),
  from: z.enum(['earlier_order', 'same_city']),
  order: z.string(),
});
export type ZipSuggestion = Readonly<z.infer<typeof zipSuggestionSchema>>;

const evidenceSchemas = {
  /** `cancelledAt`: null when only the platform says that it was cancelled. */
  order_cancelled: z.object({ cancelledAt: at.nullable(), reason: z.string().nullable() }),
  order_already_fulfilled: z.object({
    fulfillments: z.array(
      z.object({ id: z.string(), status: z.string(), by: z.string().nullable(), createdAt: at }),
    ),
  }),
  ignored_by_tag: z.object({
    tag: z.string(),
    taggedBy: z.string().nullable(),
    taggedByKind: z.enum(['app', 'staff']).nullable(),
    taggedAt: at.nullable(),
  }),
  payment_pending: z.object({
    status: z.string(),
    terms: z.string().nullable(),
    buyer: z.enum(['b2b', 'b2c']),
    gateways: z.array(z.string()),
    canMarkAsPaid: z.boolean(),
    since: at,
  }),
  awaiting_global_e_approval: z.object({ tags: z.array(z.string()), since: at }),
  destination_not_whitelisted: z.object({ country: z.string(), list: z.enum(['allow', 'deny']).nullable() }),
  no_shippable_product: z.object({
    items: z.array(
      item.extend({
        requiredShippingAtOrder: z.boolean(),
        requiresShippingNow: z.boolean().nullable(),
        productTags: z.array(z.string()),
        why: z.enum(['not_physical', 'ignored_product', 'stale_order']),
      }),
    ),
    shippingMethod: z.string().nullable(),
    addressMissing: z.boolean(),
  }),
  product_not_found: z.object({ items: z.array(item) }),
  product_not_linked: z.object({
    items: z.array(
      item.extend({
        barcode: z.string().nullable(),
        link: z.enum(['missing', 'inactive']),
        linkedTo: z.string().nullable(),
        suggestions: z.array(linkSuggestionSchema),
      }),
    ),
  }),
  postal_code_missing: z.object({
    country: z.string(),
    city: z.string().nullable(),
    province: z.string().nullable(),
    suggestion: zipSuggestionSchema.nullable(),
  }),
  /** `territory`: the country (ISO 3166-1 alpha-2) that this postal code is of instead; null: none that is known. */
  postal_code_invalid: z.object({
    country: z.string(),
    city: z.string().nullable(),
    zip: z.string(),
    territory: z.string().nullable(),
    suggestion: zipCorrectionSchema.nullable(),
  }),
  address_incomplete: z.object({ country: z.string(), missing: z.array(z.enum(NEEDED_FIELDS)) }),
  /** Lengths in characters. `split`: the same words over both lines; null: they do not fit, an agent has to shorten. */
  address_too_long: z.object({
    country: z.string(),
    limit: z.int(),
    lines: z.array(z.object({ field: z.enum(LINE_FIELDS), text: z.string(), length: z.int() })),
    split: z.object({ address1: z.string(), address2: z.string() }).nullable(),
  }),
  /** `on`: whether the address holds the value or the order itself. */
  contact_invalid: z.object({
    country: z.string().nullable(),
    faults: z.array(
      z.object({
        field: z.enum(['phone', 'email']),
        on: z.enum(['address', 'order']),
        value: z.string(),
        why: z.enum(CONTACT_FAULTS),
        suggestion: z.string().nullable(),
      }),
    ),
  }),
  /** null: only the platform says so, and the order names none. */
  shipping_method_unmapped: z.object({ method: z.string().nullable(), code: z.string().nullable() }),
  pickup_point_missing: z.object({ method: z.string().nullable() }),
  tax_id_missing: z.object({ country: z.string() }),
  /** `stock`: what the platform says is left against what the order wants, in units; null: it does not say. */
  out_of_stock: z.object({
    items: z.array(item.extend({ stock: z.object({ ordered: z.int(), available: z.int() }).nullish() })),
  }),
  /** The order that this one repeats; null: only the platform says so. */
  duplicate_order: z.object({ of: z.object({ name: z.string(), createdAt: at }).nullable() }),
  unknown: z.object({ message: z.string().nullable() }),
} satisfies Record<ErrorType, z.ZodType>;

export type Evidence<T extends ErrorType> = Readonly<z.infer<(typeof evidenceSchemas)[T]>>;

/** platform: in its own words, authoritative · local: predicted from the order. */
export type DiagnosisSource = 'platform' | 'local';

/** One sync error on one order. `message`: the platform's raw text where that is the source. */
export type Diagnosis = {
  [T in ErrorType]: {
    readonly type: T;
    readonly evidence: Evidence<T>;
    readonly source: DiagnosisSource;
    readonly message: string | null;
    /**
     * What our own rules make of the order where the platform says what keeps it: the same type wherever they see it too,
     * else their first; null: nothing.
     */
    readonly foreseen?: ErrorType | null | undefined;
  };
}[ErrorType];

const variantOf = <T extends ErrorType>(type: T) =>
  z.object({
    type: z.literal(type),
    evidence: evidenceSchemas[type],
    source: z.enum(['platform', 'local']),
    message: z.string().nullable(),
    foreseen: z.enum(ERROR_TYPES).nullish(),
  });

export const diagnosisSchema = z.discriminatedUnion('type', [
  variantOf('order_cancelled'),
  variantOf('order_already_fulfilled'),
  variantOf('ignored_by_tag'),
  variantOf('payment_pending'),
  variantOf('awaiting_global_e_approval'),
  variantOf('destination_not_whitelisted'),
  variantOf('no_shippable_product'),
  variantOf('product_not_found'),
  variantOf('product_not_linked'),
  variantOf('postal_code_missing'),
  variantOf('postal_code_invalid'),
  variantOf('address_incomplete'),
  variantOf('address_too_long'),
  variantOf('contact_invalid'),
  variantOf('shipping_method_unmapped'),
  variantOf('pickup_point_missing'),
  variantOf('tax_id_missing'),
  variantOf('out_of_stock'),
  variantOf('duplicate_order'),
  variantOf('unknown'),
]);
