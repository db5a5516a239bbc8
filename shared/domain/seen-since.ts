import type { Millis } from './order.ts';
import type { AskedScope } from './scope.ts';

/** What Shopify shows an app without `read_all_orders` (https://shopify.dev/docs/api/usage/access-scopes, Orders permissions). */
const SHOWN_MS = 60 * 24 * 60 * 60_000;
const WIDENED_BY: AskedScope = 'read_all_orders';

/**
 * From when on orders of a store are seen, by the time of their creation (UTC ms); null: from the first one. How many
 * there are before it Shopify does not say.
 */
export function ordersSeenSince(
  missingScopes: readonly { readonly scope: string }[],
  now: Millis,
): Millis | null {
  return missingScopes.some(({ scope }) => scope === WIDENED_BY) ? now - SHOWN_MS : null;
}
