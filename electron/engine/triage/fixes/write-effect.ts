import { z } from 'zod';
import { countryListSchema } from '../../../../shared/domain/store.ts';
import { addressPatchSchema, contactPatchSchema } from '../../../../shared/domain/write.ts';

/**
 * What an applied write really changed, kept as undo data: less than it was asked for where part of it was so already.
 * `none`: nothing changed, or nothing undoes it. Times are UTC ms.
 */
export const writeEffectSchema = z.discriminatedUnion('effect', [
  z.object({ effect: z.literal('none') }),
  /** The tags that the write put on, or took off, which were not so before. */
  z.object({ effect: z.literal('tags'), tags: z.array(z.string()) }),
  /** The touched fields before, and as Shopify stored them after. */
  z.object({ effect: z.literal('address'), before: addressPatchSchema, after: addressPatchSchema }),
  z.object({ effect: z.literal('contact'), before: contactPatchSchema, after: contactPatchSchema }),
  z.object({ effect: z.literal('requires_shipping'), before: z.boolean() }),
  /** `digest`: Shopify's compareDigest of what the write left. */
  z.object({
    effect: z.literal('link'),
    before: z.object({ product: z.string(), active: z.boolean() }).nullable(),
    digest: z.string(),
  }),
  z.object({ effect: z.literal('sku'), before: z.string().nullable() }),
  z.object({ effect: z.literal('countries'), before: countryListSchema.nullable() }),
  z.object({ effect: z.literal('payment_terms'), before: z.boolean() }),
  z.object({ effect: z.literal('shipping_methods'), before: z.array(z.string()) }),
  /** The agent's mark on the order before; null: none. */
  z.object({
    effect: z.literal('mark'),
    before: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('snoozed'), until: z.int().nullable() }),
        z.object({ kind: z.literal('dismissed'), reason: z.string().nullable() }),
      ])
      .nullable(),
  }),
]);
export type WriteEffect = Readonly<z.infer<typeof writeEffectSchema>>;
