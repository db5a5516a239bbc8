import { z } from 'zod';
import { assertNever } from './assert-never.ts';
import { changedFieldSchema, changedValueSchema } from './field-change.ts';
import { isGid, type Gid, type GidKind } from './ids.ts';
import { moneySchema } from './money.ts';
import { countryListSchema } from './store.ts';

const gidOf = <K extends GidKind>(kind: K) =>
  z.custom<Gid<K>>(
    (value) => typeof value === 'string' && isGid(kind, value),
    `must be a Shopify ${kind} id such as gid://shopify/${kind}/123`,
  );

const field = z.string().nullable();
export const addressPatchSchema = z
  .object({
    firstName: field,
    lastName: field,
    company: field,
    address1: field,
    address2: field,
    city: field,
    provinceCode: field,
    zip: field,
    countryCode: field,
    phone: field,
  })
  .partial();
/** What an order itself says of how to reach its buyer, beside the address: the touched fields only. */
export const contactPatchSchema = z.object({ email: field, phone: field }).partial();
export type ContactPatch = Readonly<z.infer<typeof contactPatchSchema>>;
/** The touched address fields only; the rest is re-read at send time (architecture.md, outbox invariant 6). */
export type AddressPatch = Readonly<z.infer<typeof addressPatchSchema>>;

const orderEditChangeSchema = z.discriminatedUnion('change', [
  z.object({ change: z.literal('remove_item'), lineItem: gidOf('LineItem'), baseQuantity: z.int() }),
  z.object({
    change: z.literal('add_variant'),
    variant: gidOf('ProductVariant'),
    quantity: z.int().positive(),
  }),
  z.object({ change: z.literal('add_shipping_line'), title: z.string().min(1), price: moneySchema }),
]);
export type OrderEditChange = Readonly<z.infer<typeof orderEditChangeSchema>>;

const tags = z.array(z.string().min(1)).min(1);
const linkValue = z.object({ product: z.string().min(1), active: z.boolean() });

/** What only the agent can do, on the platform itself: no API offers it. */
const platformStepSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('countries'), countries: z.array(z.string()) }),
  z.object({ step: z.literal('payment_terms') }),
  z.object({ step: z.literal('shipping_methods'), methods: z.array(z.string()) }),
  /** `product`: the fulfilment product's id. */
  z.object({
    step: z.literal('link_file'),
    links: z.array(z.object({ variant: gidOf('ProductVariant'), product: z.string() })),
  }),
]);
export type PlatformStep = Readonly<z.infer<typeof platformStepSchema>>;

/**
 * One API mutation, or one local effect, with everything needed to send it, to compare it with what is there now
 * (`base`: the touched fields when planned) and to project its outcome. Times are UTC ms.
 */
export const writeOpSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('order_tags_add'), order: gidOf('Order'), tags }),
  z.object({ op: z.literal('order_tags_remove'), order: gidOf('Order'), tags }),
  z.object({ op: z.literal('product_tags_add'), product: gidOf('Product'), tags }),
  z.object({ op: z.literal('product_tags_remove'), product: gidOf('Product'), tags }),
  z.object({
    op: z.literal('order_address_set'),
    order: gidOf('Order'),
    set: addressPatchSchema,
    base: addressPatchSchema,
  }),
  z.object({
    op: z.literal('order_contact_set'),
    order: gidOf('Order'),
    set: contactPatchSchema,
    base: contactPatchSchema,
  }),
  z.object({
    op: z.literal('variant_requires_shipping_set'),
    variant: gidOf('ProductVariant'),
    inventoryItem: gidOf('InventoryItem'),
    set: z.boolean(),
    base: z.boolean(),
  }),
  z.object({
    op: z.literal('order_edit'),
    order: gidOf('Order'),
    changes: z.array(orderEditChangeSchema).min(1),
    staffNote: z.string(),
  }),
  z.object({ op: z.literal('order_mark_as_paid'), order: gidOf('Order'), baseStatus: z.string() }),
  z.object({
    op: z.literal('payment_reminder_send'),
    order: gidOf('Order'),
    schedule: gidOf('PaymentSchedule'),
  }),
  z.object({ op: z.literal('order_invoice_send'), order: gidOf('Order') }),
  z.object({ op: z.literal('fulfillment_cancel'), order: gidOf('Order'), fulfillment: gidOf('Fulfillment') }),
  /** Recreates `order`; `sourceIdentifier` is the write's own id and proves afterwards whether it took effect. */
  z.object({
    op: z.literal('order_create'),
    order: gidOf('Order'),
    sourceIdentifier: z.string().min(1),
    shippingTitle: z.string().min(1),
  }),
  z.object({
    op: z.literal('variant_link_set'),
    variant: gidOf('ProductVariant'),
    set: linkValue,
    base: linkValue.extend({ digest: z.string() }).nullable(),
  }),
  z.object({
    op: z.literal('variant_sku_set'),
    variant: gidOf('ProductVariant'),
    product: gidOf('Product'),
    set: z.string(),
    base: z.string().nullable(),
  }),
  /** A step that no API offers (a platform setting, a link import file): done when the agent says so. */
  z.object({ op: z.literal('platform_step'), does: platformStepSchema }),
  z.object({
    op: z.literal('store_countries_set'),
    set: countryListSchema,
    base: countryListSchema.nullable(),
  }),
  z.object({ op: z.literal('store_payment_terms_set'), set: z.boolean(), base: z.boolean() }),
  z.object({
    op: z.literal('store_shipping_methods_set'),
    set: z.array(z.string().min(1)),
    base: z.array(z.string()),
  }),
  z.object({ op: z.literal('order_snooze'), order: gidOf('Order'), until: z.int().nullable() }),
  /** `reason`: the agent's own words · `recreated`: because a new order stands for it. */
  z.object({
    op: z.literal('order_dismiss'),
    order: gidOf('Order'),
    reason: z.string().nullable(),
    recreated: z.literal(true).optional(),
  }),
  z.object({ op: z.literal('order_restore'), order: gidOf('Order') }),
]);
export type WriteOp = Readonly<z.infer<typeof writeOpSchema>>;
export type WriteOpName = WriteOp['op'];
export type WriteOpOf<N extends WriteOpName> = Extract<WriteOp, { op: N }>;

/**
 * safe: repeating it changes nothing more (tag deltas, absolute values) · state: read the remote state before a resend ·
 * once: must never be sent twice unless proved not to have taken effect · local: no request · manual: the agent does it.
 */
export type Repeatability = 'safe' | 'state' | 'once' | 'local' | 'manual';

/** How each write repeats and whether anything undoes it (architecture.md, outbox invariant 3). */
export const WRITE_TRAITS = {
  order_tags_add: { repeat: 'safe', reversible: true },
  order_tags_remove: { repeat: 'safe', reversible: true },
  product_tags_add: { repeat: 'safe', reversible: true },
  product_tags_remove: { repeat: 'safe', reversible: true },
  order_address_set: { repeat: 'safe', reversible: true },
  order_contact_set: { repeat: 'safe', reversible: true },
  variant_requires_shipping_set: { repeat: 'safe', reversible: true },
  order_edit: { repeat: 'once', reversible: false },
  order_mark_as_paid: { repeat: 'state', reversible: false },
  payment_reminder_send: { repeat: 'once', reversible: false },
  order_invoice_send: { repeat: 'once', reversible: false },
  fulfillment_cancel: { repeat: 'state', reversible: false },
  order_create: { repeat: 'once', reversible: false },
  variant_link_set: { repeat: 'safe', reversible: true },
  variant_sku_set: { repeat: 'safe', reversible: true },
  platform_step: { repeat: 'manual', reversible: false },
  store_countries_set: { repeat: 'local', reversible: true },
  store_payment_terms_set: { repeat: 'local', reversible: true },
  store_shipping_methods_set: { repeat: 'local', reversible: true },
  order_snooze: { repeat: 'local', reversible: true },
  order_dismiss: { repeat: 'local', reversible: true },
  order_restore: { repeat: 'local', reversible: true },
} as const satisfies Record<WriteOpName, { repeat: Repeatability; reversible: boolean }>;

/** What stands for a store's settings among entities. */
export const SETTINGS_ENTITY = 'store:settings';

/** The thing a write touches. Writes to one entity apply in the order they were committed. */
export function entityOf(op: WriteOp): string {
  switch (op.op) {
    case 'order_tags_add':
    case 'order_tags_remove':
    case 'order_address_set':
    case 'order_contact_set':
    case 'order_edit':
    case 'order_mark_as_paid':
    case 'payment_reminder_send':
    case 'order_invoice_send':
    case 'fulfillment_cancel':
    case 'order_create':
    case 'order_snooze':
    case 'order_dismiss':
    case 'order_restore':
      return op.order;
    case 'product_tags_add':
    case 'product_tags_remove':
      return op.product;
    case 'variant_requires_shipping_set':
    case 'variant_link_set':
    case 'variant_sku_set':
      return op.variant;
    case 'platform_step':
      return `platform:${op.does.step}`;
    case 'store_countries_set':
    case 'store_payment_terms_set':
    case 'store_shipping_methods_set':
      return SETTINGS_ENTITY;
    default:
      return assertNever(op);
  }
}

export const WRITE_STATES = [
  'queued',
  'sending',
  'applied',
  'retry_wait',
  'unknown',
  'conflict',
  'rejected',
  'blocked_auth',
  'cancelled',
] as const;
export type WriteState = (typeof WRITE_STATES)[number];

/** States that nothing leaves by itself and no agent needs to look at again. */
export const ENDED_STATES = ['applied', 'rejected', 'cancelled'] as const satisfies readonly WriteState[];

/**
 * One touched field three ways: as planned upon, as it is now, as the agent wants it; in English for the command line.
 * `said` is the same as data, for a page to word (null: only the text is known).
 */
export const conflictFieldSchema = z.object({
  field: z.string(),
  planned: z.string().nullable(),
  now: z.string().nullable(),
  mine: z.string().nullable(),
  said: z
    .object({
      field: changedFieldSchema,
      planned: changedValueSchema.nullable(),
      now: changedValueSchema.nullable(),
      mine: changedValueSchema.nullable(),
    })
    .nullable()
    .catch(null),
});
export type ConflictField = Readonly<z.infer<typeof conflictFieldSchema>>;
