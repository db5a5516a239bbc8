import { z } from 'zod';
import { ERROR_TYPES } from './error-type.ts';
import { FIX_KINDS } from './fix.ts';
import { ORDER_PARTS } from './order.ts';

const item = z.string();
const product = z.string();

/**
 * Why a plan leaves an order out, as data: `shared/words` tells it in each language, always with what to do instead.
 * `item` is a line item's title, `product` a fulfilment product's id, `words` is Shopify's own text.
 */
export const exclusionSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('queued_already') }),
  z.object({ code: z.literal('synced') }),
  z.object({ code: z.literal('too_young') }),
  z.object({ code: z.literal('closed') }),
  z.object({ code: z.literal('read_only') }),
  z.object({ code: z.literal('no_such_error'), fix: z.enum(FIX_KINDS) }),
  z.object({ code: z.literal('other_error'), fix: z.enum(FIX_KINDS), errorType: z.enum(ERROR_TYPES) }),
  z.object({ code: z.literal('uneditable'), words: z.array(z.string()) }),

  z.object({ code: z.literal('address_hidden'), part: z.enum(['shippingAddress', 'zip', 'phone']) }),
  z.object({ code: z.literal('address_incomplete') }),
  z.object({ code: z.literal('address_same') }),
  z.object({ code: z.literal('no_address_suggested') }),
  z.object({ code: z.literal('no_contact_suggested') }),
  z.object({ code: z.literal('contact_same') }),
  z.object({ code: z.literal('no_address') }),
  z.object({ code: z.literal('no_zip_suggested') }),
  z.object({ code: z.literal('zip_hidden') }),
  z.object({ code: z.literal('zip_same'), zip: z.string() }),

  z.object({ code: z.literal('no_ignore_tag') }),
  z.object({ code: z.literal('no_tagged_product') }),
  z.object({ code: z.literal('nothing_to_tag') }),
  z.object({ code: z.literal('nothing_unphysical') }),
  z.object({ code: z.literal('variants_unknown') }),

  z.object({ code: z.literal('several_variants'), variants: z.int(), product }),
  z.object({ code: z.literal('other_variant'), item }),
  z.object({ code: z.literal('variant_unknown'), item }),
  z.object({ code: z.literal('link_inactive'), item, product }),
  z.object({ code: z.literal('no_product_suggested'), item }),
  z.object({ code: z.literal('no_link_to_activate'), item }),
  z.object({ code: z.literal('product_unknown'), product }),
  z.object({ code: z.literal('linked_already'), product }),
  z.object({ code: z.literal('product_without_sku'), product }),
  z.object({ code: z.literal('no_link_route') }),
  z.object({ code: z.literal('no_unlinked_item') }),

  z.object({ code: z.literal('no_lost_item') }),
  z.object({ code: z.literal('several_lost_items') }),
  z.object({ code: z.literal('nothing_else_left') }),
  z.object({ code: z.literal('foreign_variant'), variant: z.string() }),
  z.object({ code: z.literal('replacement_there') }),

  z.object({ code: z.literal('shipping_method_is_fine') }),
  z.object({ code: z.literal('has_shipping_method'), title: z.string() }),
  z.object({ code: z.literal('copy_incomplete'), parts: z.array(z.enum(ORDER_PARTS)) }),
  z.object({ code: z.literal('copy_without_address') }),
  z.object({ code: z.literal('nothing_to_cancel') }),

  z.object({ code: z.literal('country_unknown') }),
  z.object({ code: z.literal('other_country'), country: z.string(), countries: z.array(z.string()) }),
  z.object({ code: z.literal('method_unknown') }),
  z.object({ code: z.literal('other_method'), method: z.string(), methods: z.array(z.string()) }),
  z.object({ code: z.literal('payment_terms_hidden') }),
  z.object({ code: z.literal('no_payment_terms') }),
  z.object({ code: z.literal('cannot_mark_as_paid') }),
  z.object({ code: z.literal('payment_authorised') }),
  z.object({ code: z.literal('no_email') }),

  z.object({ code: z.literal('until_past'), until: z.string() }),
  z.object({ code: z.literal('dismissed_already') }),
  z.object({ code: z.literal('not_set_aside') }),
]);
export type Exclusion = Readonly<z.infer<typeof exclusionSchema>>;
