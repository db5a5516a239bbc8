import { z } from 'zod';

const graphqlError = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
  extensions: z
    .object({ code: z.string().nullish(), requiredAccess: z.string().nullish() })
    .nullish()
    .transform((extensions) => extensions ?? { code: null, requiredAccess: null }),
});

/** One top-level error of an answer. Codes: https://shopify.dev/docs/api/admin-graphql, Status and error codes. */
export interface GraphqlError {
  readonly message: string;
  readonly code: string | null;
  /** Field names on the way to the error, without list positions. */
  readonly path: readonly string[];
  /** What a denied field needs, in Shopify's words: “`read_payment_terms` access scope”. */
  readonly requiredAccess: string | null;
}

/** Reads whatever an answer holds as `errors`; what does not look like an error is kept as a message. */
export function graphqlErrors(value: unknown): readonly GraphqlError[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item): GraphqlError => {
    const parsed = graphqlError.safeParse(item);
    if (!parsed.success) {
      const message = typeof item === 'string' ? item : 'an error without a message';
      return { message, code: null, path: [], requiredAccess: null };
    }
    const { message, path, extensions } = parsed.data;
    return {
      message,
      code: extensions.code ?? null,
      path: (path ?? []).filter((step) => typeof step === 'string'),
      requiredAccess: extensions.requiredAccess ?? null,
    };
  });
}

/** Whether any of `errors` has `code`. */
export function hasCode(errors: readonly GraphqlError[], code: string): boolean {
  return errors.some((error) => error.code === code);
}
