import { z } from 'zod';
import { gid, type Gid, type GidKind } from '../../../../shared/domain/ids.ts';
import { parseMoney } from '../../../../shared/domain/money.ts';

/** Shopify's DateTime (ISO 8601 with zone) as UTC milliseconds; null where the text is none. */
export function millisOf(text: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

export const dateTime = z.string().transform((text, context) => {
  const at = millisOf(text);
  if (at !== null) return at;
  context.addIssue({ code: 'custom', message: 'expected a time such as 2026-10-01T09:30:00Z' });
  return z.NEVER;
});

/** A Shopify id of one kind. */
export function gidOf<K extends GidKind>(kind: K) {
  return z.string().transform((text, context): Gid<K> => {
    try {
      return gid(kind, text);
    } catch {
      context.addIssue({ code: 'custom', message: `expected an id such as gid://shopify/${kind}/123` });
      return z.NEVER;
    }
  });
}

/** MoneyV2 (decimal string and currency) as integer minor units. */
export const money = z
  .object({ amount: z.string(), currencyCode: z.string().length(3) })
  .transform((value, context) => {
    try {
      return parseMoney(value.amount, value.currencyCode);
    } catch {
      context.addIssue({
        code: 'custom',
        path: ['amount'],
        message: 'expected a decimal amount such as 84.00',
      });
      return z.NEVER;
    }
  });

export const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

/** Where the next page starts; null after the last one. */
export function nextCursor({ hasNextPage, endCursor }: z.infer<typeof pageInfo>): string | null {
  return hasNextPage ? endCursor : null;
}
