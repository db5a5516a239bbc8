import { z } from 'zod';
import type { ErrorType } from './error-type.ts';
import { addressPatchSchema } from './write.ts';

/** Every kind of remedy (contract.md). One plan holds one kind. */
export const FIX_KINDS = [
  'reprocess',
  'remove_ignore_tag',
  'set_postal_code',
  'edit_address',
  'edit_contact',
  'link_variant',
  'activate_link',
  'ship_outside',
  'make_physical',
  'remove_product_ignore_tag',
  'remove_item',
  'replace_item',
  'add_shipping_line',
  'recreate_order',
  'send_payment_reminder',
  'mark_as_paid',
  'allow_country',
  'map_shipping_method',
  'enable_payment_terms',
  'cancel_fulfillment',
  'snooze',
  'dismiss',
  'restore',
] as const;
export type FixKind = (typeof FIX_KINDS)[number];

/** The fixes an error type offers, the default first (domain.md, Error types). */
export const FIXES_FOR = {
  order_cancelled: ['dismiss', 'recreate_order'],
  order_already_fulfilled: ['dismiss', 'cancel_fulfillment'],
  ignored_by_tag: ['remove_ignore_tag', 'snooze', 'dismiss'],
  payment_pending: ['send_payment_reminder', 'enable_payment_terms', 'mark_as_paid', 'snooze', 'dismiss'],
  awaiting_global_e_approval: ['snooze', 'reprocess', 'dismiss'],
  destination_not_whitelisted: ['allow_country', 'dismiss'],
  no_shippable_product: [
    'make_physical',
    'remove_product_ignore_tag',
    'add_shipping_line',
    'recreate_order',
    'dismiss',
  ],
  product_not_found: ['remove_item', 'replace_item', 'dismiss'],
  product_not_linked: ['link_variant', 'activate_link', 'ship_outside', 'dismiss'],
  postal_code_missing: ['set_postal_code', 'edit_address', 'dismiss'],
  postal_code_invalid: ['set_postal_code', 'edit_address', 'dismiss'],
  address_incomplete: ['edit_address', 'snooze', 'dismiss'],
  address_too_long: ['edit_address', 'dismiss'],
  contact_invalid: ['edit_contact', 'snooze', 'dismiss'],
  shipping_method_unmapped: ['map_shipping_method', 'reprocess', 'dismiss'],
  pickup_point_missing: ['reprocess', 'edit_address', 'snooze', 'dismiss'],
  tax_id_missing: ['reprocess', 'snooze', 'dismiss'],
  out_of_stock: ['snooze', 'dismiss'],
  duplicate_order: ['dismiss', 'snooze'],
  unknown: ['reprocess', 'snooze', 'dismiss'],
} as const satisfies Record<ErrorType, readonly FixKind[]>;

/** No inverse exists; committing one takes the plan's number of orders as a confirmation. */
export const IRREVERSIBLE_FIXES: ReadonlySet<FixKind> = new Set([
  'mark_as_paid',
  'cancel_fulfillment',
  'recreate_order',
  'remove_item',
  'replace_item',
  'add_shipping_line',
  'send_payment_reminder',
]);

const text = (what: string) => z.string().trim().min(1, `needs ${what}`);
const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'must be a two-letter country code such as FR');
const productId = text('the id of a fulfilment product, e.g. DIGG-000123-0001');
const variant = z
  .string()
  .trim()
  .regex(/^(gid:\/\/shopify\/ProductVariant\/)?\d+$/, 'must be a Shopify variant id')
  .transform((v) => (v.startsWith('gid:') ? v : `gid://shopify/ProductVariant/${v}`));
const none = z.strictObject({});

/** What `--set k=v` may say per kind. A key left out takes the suggestion of each order. */
export const fixParamsSchemas = {
  reprocess: none,
  remove_ignore_tag: none,
  set_postal_code: z.strictObject({ zip: text('a postal code').optional() }),
  edit_address: z.strictObject(addressPatchSchema.shape),
  edit_contact: z.strictObject({
    phone: text('a phone number such as +33612345678').optional(),
    email: z.email('must be an e-mail address such as chloe@example.com').optional(),
  }),
  link_variant: z.strictObject({ product: productId.optional(), variant: variant.optional() }),
  activate_link: none,
  ship_outside: none,
  make_physical: none,
  remove_product_ignore_tag: none,
  remove_item: none,
  replace_item: z.strictObject({ variant: variant }),
  add_shipping_line: z.strictObject({
    title: text('a shipping method').optional(),
    price: z
      .string()
      .regex(/^\d+(\.\d+)?$/, 'must be an amount such as 4.90')
      .optional(),
  }),
  recreate_order: none,
  send_payment_reminder: none,
  mark_as_paid: none,
  allow_country: z.strictObject({ country: country.optional() }),
  map_shipping_method: z.strictObject({ method: text('the name of a shipping method').optional() }),
  enable_payment_terms: none,
  cancel_fulfillment: none,
  snooze: z.strictObject({
    until: z.iso.datetime({ offset: true, error: 'must be a time such as 2026-12-01T09:00:00Z' }).optional(),
  }),
  dismiss: z.strictObject({ reason: text('a reason').optional() }),
  restore: none,
} satisfies Record<FixKind, z.ZodType>;
export type FixParams<K extends FixKind> = Readonly<z.infer<(typeof fixParamsSchemas)[K]>>;
