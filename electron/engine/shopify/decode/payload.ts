import { z } from 'zod';

/** Why Shopify refused a mutation, in its own words; `code` where the payload's type has one. */
const userError = z.object({
  field: z.array(z.string()).nullish(),
  message: z.string(),
  code: z.string().nullish(),
});

/**
 * A mutation's payload with its `userErrors`. Shopify sends null instead when the mutation itself failed; the
 * top-level errors then say why, and the answer does not fit.
 */
export function payload<S extends z.ZodRawShape>(shape: S) {
  return z
    .object({ ...shape, userErrors: z.array(userError) })
    .nullable()
    .transform((value, context) => {
      if (value !== null) return value;
      context.addIssue({ code: 'custom', message: 'expected the outcome of the mutation' });
      return z.NEVER;
    });
}
