import { z } from 'zod';
import { moneySchema } from './money.ts';
import { ADDRESS_FIELDS } from './order.ts';
import { countryListSchema } from './store.ts';

/** Which field of an order, or of what it rests on, a plan changes. Ids are the numbers that Shopify's admin shows. */
export const changedFieldSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('tag') }),
  z.object({ code: z.literal('product_tag'), product: z.string() }),
  z.object({ code: z.literal('address'), field: z.enum(ADDRESS_FIELDS) }),
  z.object({ code: z.literal('contact'), field: z.enum(['email', 'phone']) }),
  z.object({ code: z.literal('physical'), variant: z.string() }),
  z.object({ code: z.literal('link'), variant: z.string() }),
  z.object({ code: z.literal('sku'), variant: z.string() }),
  z.object({ code: z.literal('item') }),
  /** null: the item is gone. */
  z.object({ code: z.literal('quantity'), item: z.string().nullable() }),
  z.object({ code: z.literal('shipping_method') }),
  z.object({ code: z.literal('payment') }),
  z.object({ code: z.literal('payment_reminder') }),
  z.object({ code: z.literal('invoice') }),
  z.object({ code: z.literal('fulfillment'), fulfillment: z.string() }),
  z.object({ code: z.literal('new_order') }),
  z.object({ code: z.literal('on_platform') }),
  z.object({ code: z.literal('countries') }),
  z.object({ code: z.literal('payment_terms') }),
  z.object({ code: z.literal('shipping_methods') }),
  z.object({ code: z.literal('snoozed_until') }),
  z.object({ code: z.literal('dismissed') }),
  z.object({ code: z.literal('on_board') }),
]);
export type ChangedField = Readonly<z.infer<typeof changedFieldSchema>>;

/** A value before or after: somebody else's text as it is (a tag, a postal code, a SKU), or what takes words of ours. */
export const changedValueSchema = z.union([
  z.string(),
  z.discriminatedUnion('code', [
    z.object({ code: z.literal('yes_no'), yes: z.boolean() }),
    z.object({ code: z.literal('inactive_link'), product: z.string() }),
    /** A financial or a fulfilment status, as Shopify spells it: `PENDING`. */
    z.object({ code: z.literal('status'), status: z.string() }),
    z.object({ code: z.literal('sent') }),
    z.object({ code: z.literal('items'), quantity: z.int(), title: z.string() }),
    z.object({ code: z.literal('variants'), quantity: z.int(), variant: z.string() }),
    z.object({ code: z.literal('shipping'), title: z.string(), price: moneySchema }),
    z.object({ code: z.literal('copy'), shippingTitle: z.string() }),
    z.object({
      code: z.literal('step_done'),
      step: z.enum(['countries', 'payment_terms', 'shipping_methods', 'link_file']),
    }),
    z.object({ code: z.literal('countries'), list: countryListSchema }),
    z.object({ code: z.literal('methods'), methods: z.array(z.string()) }),
    /** UTC ms. */
    z.object({ code: z.literal('moment'), at: z.int() }),
    z.object({ code: z.literal('taken_back') }),
    z.object({ code: z.literal('recreated') }),
  ]),
]);
export type ChangedValue = Readonly<z.infer<typeof changedValueSchema>>;

const saidSchema = z.object({
  field: changedFieldSchema,
  before: changedValueSchema.nullable(),
  after: changedValueSchema.nullable(),
});

/**
 * One field of one order as it is and as it will be; null: nothing there. In English for the command line and in plan
 * files; `said` is the same as data, for a page to word (null: only the text is known).
 */
export const fieldChangeSchema = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  said: saidSchema.nullable().catch(null),
});
export type FieldChange = Readonly<z.infer<typeof fieldChangeSchema>>;
