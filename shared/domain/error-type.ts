/**
 * The ten sync errors of the seed document, those that platforms and carriers refuse orders for beside them, and
 * `unknown`, in order of precedence: the first that an order has decides its board (domain.md, Error types).
 */
export const ERROR_TYPES = [
  'order_cancelled',
  'order_already_fulfilled',
  'ignored_by_tag',
  'payment_pending',
  'awaiting_global_e_approval',
  'destination_not_whitelisted',
  'no_shippable_product',
  'product_not_found',
  'product_not_linked',
  'postal_code_missing',
  'postal_code_invalid',
  'address_incomplete',
  'address_too_long',
  'contact_invalid',
  'shipping_method_unmapped',
  'pickup_point_missing',
  'tax_id_missing',
  'out_of_stock',
  'duplicate_order',
  'unknown',
] as const;
export type ErrorType = (typeof ERROR_TYPES)[number];

/** Those of them that platforms and carriers refuse orders for beside the seed's ten (domain.md, “Added”). */
export type AddedErrorType =
  | 'postal_code_invalid'
  | 'address_incomplete'
  | 'address_too_long'
  | 'contact_invalid'
  | 'shipping_method_unmapped'
  | 'pickup_point_missing'
  | 'tax_id_missing'
  | 'out_of_stock'
  | 'duplicate_order';

/** synced: the platform has it · waiting: too young to tell · closed: nobody wants it any more. */
export const ORDER_STATES = ['synced', 'waiting', 'stuck', 'snoozed', 'dismissed', 'closed'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Whether the order still waits for something: what the platform has, or nobody wants any more, is settled. */
export function unsettled(state: OrderState): boolean {
  return state !== 'synced' && state !== 'closed';
}

export const IGNORE_TAG = 'bigblue-ignore';
export const REPROCESS_TAG = 'bigblue-reprocess';
export const GLOBALE_APPROVED_TAG = 'Globale::Approved';
