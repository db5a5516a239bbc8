import type { ErrorType } from '../merchants/order-plan.ts';

/** The ten messages in the seed text's wording. */
export const wording: Readonly<Record<ErrorType, RegExp>> = {
  order_cancelled: /^Order cancelled on Shopify$/,
  order_already_fulfilled: /^Order already fulfilled on Shopify$/,
  ignored_by_tag: /^Order has tag bigblue-ignore$/,
  payment_pending: /^Financial status is pending$/,
  awaiting_global_e_approval: /^Waiting for global-e approval$/,
  destination_not_whitelisted: /^Destination is not whitelisted$/,
  no_shippable_product: /^No shippable product$/,
  product_not_found: /^Product not found: Product \d+$/,
  product_not_linked: /^Product not linked: Product \d{13,14}$/,
  postal_code_missing: /^Invalid Destination: Postal must be set for this country$/,
};
