import { clause } from '../domain/sentence.ts';

/** Why Shopify does not let an order be edited, in its own words as one clause; null: it gives no reason. */
export function uneditableReason(words: readonly string[]): string | null {
  return (
    words
      .map(clause)
      .filter((it) => it !== '')
      .join('; ') || null
  );
}
