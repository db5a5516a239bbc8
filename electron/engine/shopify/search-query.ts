import type { Millis } from '../../../shared/domain/order.ts';

/*
 * Filters in Shopify's search syntax (https://shopify.dev/docs/api/usage/search-syntax). Timestamps are quoted: an
 * unquoted colon ends the value. The index compares whole seconds, so bounds are widened to them and stay inclusive.
 */

/** Orders updated from `from` to `to` (both inclusive, UTC ms) and created at or after `createdSince`. */
export function ordersUpdatedQuery(range: {
  readonly from: Millis | null;
  readonly to: Millis;
  readonly createdSince: Millis;
}): string {
  return [
    ...(range.from === null ? [] : [`updated_at:>='${secondBelow(range.from)}'`]),
    `updated_at:<='${secondAbove(range.to)}'`,
    ordersCreatedSinceQuery(range.createdSince),
  ].join(' AND ');
}

/** Orders created from `from` (inclusive) to before `before`, UTC ms in whole seconds. */
export function ordersCreatedQuery({
  from,
  before,
}: {
  readonly from: Millis;
  readonly before: Millis;
}): string {
  return `created_at:>='${secondBelow(from)}' AND created_at:<'${secondBelow(before)}'`;
}

/** Orders created at or after `createdSince`, UTC ms. */
export function ordersCreatedSinceQuery(createdSince: Millis): string {
  return `created_at:>='${secondBelow(createdSince)}'`;
}

/** Products updated from `from` to `to`, both inclusive, UTC ms. */
export function productsUpdatedQuery(range: { readonly from: Millis; readonly to: Millis }): string {
  return `updated_at:>='${secondBelow(range.from)}' AND updated_at:<='${secondAbove(range.to)}'`;
}

function secondBelow(at: Millis): string {
  return iso(Math.floor(at / 1000) * 1000);
}

function secondAbove(at: Millis): string {
  return iso(Math.ceil(at / 1000) * 1000);
}

function iso(at: Millis): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
