import type { Rules } from '../rule.ts';
import { awaitingGlobalEApproval } from './awaiting-global-e-approval.ts';
import { destinationNotWhitelisted } from './destination-not-whitelisted.ts';
import { ignoredByTag } from './ignored-by-tag.ts';
import { noShippableProduct } from './no-shippable-product.ts';
import { orderAlreadyFulfilled } from './order-already-fulfilled.ts';
import { orderCancelled } from './order-cancelled.ts';
import { paymentPending } from './payment-pending.ts';
import { postalCodeMissing } from './postal-code-missing.ts';
import { productNotFound } from './product-not-found.ts';
import { productNotLinked } from './product-not-linked.ts';
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
  unknown,
};
