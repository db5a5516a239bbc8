import type { Rules } from '../rule.ts';
import { addressIncomplete } from './address-incomplete.ts';
import { addressTooLong } from './address-too-long.ts';
import { awaitingGlobalEApproval } from './awaiting-global-e-approval.ts';
import { contactInvalid } from './contact-invalid.ts';
import { destinationNotWhitelisted } from './destination-not-whitelisted.ts';
import { duplicateOrder } from './duplicate-order.ts';
import { ignoredByTag } from './ignored-by-tag.ts';
import { noShippableProduct } from './no-shippable-product.ts';
import { orderAlreadyFulfilled } from './order-already-fulfilled.ts';
import { orderCancelled } from './order-cancelled.ts';
import { outOfStock } from './out-of-stock.ts';
import { paymentPending } from './payment-pending.ts';
import { pickupPointMissing } from './pickup-point-missing.ts';
import { postalCodeInvalid } from './postal-code-invalid.ts';
import { postalCodeMissing } from './postal-code-missing.ts';
import { productNotFound } from './product-not-found.ts';
import { productNotLinked } from './product-not-linked.ts';
import { shippingMethodUnmapped } from './shipping-method-unmapped.ts';
import { taxIdMissing } from './tax-id-missing.ts';
import { unknown } from './unknown.ts';

/** The rule of every error type. */
export const RULES: Rules = {
  order_cancelled: orderCancelled,
  order_already_fulfilled: orderAlreadyFulfilled,
  ignored_by_tag: ignoredByTag,
  payment_pending: paymentPending,
  awaiting_global_e_approval: awaitingGlobalEApproval,
  destination_not_whitelisted: destinationNotWhitelisted,
  no_shippable_product: noShippableProduct,
  product_not_found: productNotFound,
  product_not_linked: productNotLinked,
  postal_code_missing: postalCodeMissing,
  postal_code_invalid: postalCodeInvalid,
  address_incomplete: addressIncomplete,
  address_too_long: addressTooLong,
  contact_invalid: contactInvalid,
  shipping_method_unmapped: shippingMethodUnmapped,
  pickup_point_missing: pickupPointMissing,
  tax_id_missing: taxIdMissing,
  out_of_stock: outOfStock,
  duplicate_order: duplicateOrder,
  unknown,
};
