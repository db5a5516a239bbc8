import type { ErrorType } from '../merchants/order-plan.ts';

/** The ten messages in the seed text's wording, and those of articles 321 and 322. */
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
  postal_code_invalid: /^Invalid Destination: Postal code is not valid for this country$/,
  address_incomplete: /^(?:Street is missing|Missing recipient name)$/,
  address_too_long: /^Address line is too long$/,
  contact_invalid:
    /^The (?:phone number country code is invalid|phone number is too (?:short|long) for this country|email is not valid)$/,
  shipping_method_unmapped: /^The order shipping method is not mapped to a Bigblue shipping method$/,
  pickup_point_missing: /^Missing pick-up point$/,
  tax_id_missing: /^Tax identification number is missing$/,
  out_of_stock: /^Out of stock$/,
};
