import type { ErrorType } from '../../shared/domain/error-type.ts';
import { parsePlaybook, type Playbook, STORE_CONNECTION } from '../../shared/domain/playbook.ts';
import awaitingGlobalEApproval from './awaiting-global-e-approval.json' with { type: 'json' };
import destinationNotWhitelisted from './destination-not-whitelisted.json' with { type: 'json' };
import ignoredByTag from './ignored-by-tag.json' with { type: 'json' };
import noShippableProduct from './no-shippable-product.json' with { type: 'json' };
import orderAlreadyFulfilled from './order-already-fulfilled.json' with { type: 'json' };
import orderCancelled from './order-cancelled.json' with { type: 'json' };
import paymentPending from './payment-pending.json' with { type: 'json' };
import postalCodeMissing from './postal-code-missing.json' with { type: 'json' };
import productNotFound from './product-not-found.json' with { type: 'json' };
import productNotLinked from './product-not-linked.json' with { type: 'json' };
import postalCodeInvalid from './postal-code-invalid.json' with { type: 'json' };
import addressIncomplete from './address-incomplete.json' with { type: 'json' };
import addressTooLong from './address-too-long.json' with { type: 'json' };
import contactInvalid from './contact-invalid.json' with { type: 'json' };
import shippingMethodUnmapped from './shipping-method-unmapped.json' with { type: 'json' };
import pickupPointMissing from './pickup-point-missing.json' with { type: 'json' };
import storeConnection from './store-connection.json' with { type: 'json' };
import taxIdMissing from './tax-id-missing.json' with { type: 'json' };
import outOfStock from './out-of-stock.json' with { type: 'json' };
import duplicateOrder from './duplicate-order.json' with { type: 'json' };
import unknown from './unknown.json' with { type: 'json' };

/** The playbook of each error type (seed, “Résolvez l'erreur”, one section each; prevention is ours, and so are
 * the types that the seed does not have). */
export const PLAYBOOKS: Readonly<Record<ErrorType, Playbook>> = {
  order_cancelled: parsePlaybook('order_cancelled', orderCancelled),
  order_already_fulfilled: parsePlaybook('order_already_fulfilled', orderAlreadyFulfilled),
  ignored_by_tag: parsePlaybook('ignored_by_tag', ignoredByTag),
  payment_pending: parsePlaybook('payment_pending', paymentPending),
  awaiting_global_e_approval: parsePlaybook('awaiting_global_e_approval', awaitingGlobalEApproval),
  destination_not_whitelisted: parsePlaybook('destination_not_whitelisted', destinationNotWhitelisted),
  no_shippable_product: parsePlaybook('no_shippable_product', noShippableProduct),
  product_not_found: parsePlaybook('product_not_found', productNotFound),
  product_not_linked: parsePlaybook('product_not_linked', productNotLinked),
  postal_code_missing: parsePlaybook('postal_code_missing', postalCodeMissing),
  postal_code_invalid: parsePlaybook('postal_code_invalid', postalCodeInvalid),
  address_incomplete: parsePlaybook('address_incomplete', addressIncomplete),
  address_too_long: parsePlaybook('address_too_long', addressTooLong),
  contact_invalid: parsePlaybook('contact_invalid', contactInvalid),
  shipping_method_unmapped: parsePlaybook('shipping_method_unmapped', shippingMethodUnmapped),
  pickup_point_missing: parsePlaybook('pickup_point_missing', pickupPointMissing),
  tax_id_missing: parsePlaybook('tax_id_missing', taxIdMissing),
  out_of_stock: parsePlaybook('out_of_stock', outOfStock),
  duplicate_order: parsePlaybook('duplicate_order', duplicateOrder),
  unknown: parsePlaybook('unknown', unknown),
};

/** What to do about a store whose token is refused or that cannot be reached (domain.md, “Added”: store_connection). */
export const STORE_CONNECTION_PLAYBOOK: Playbook = parsePlaybook(STORE_CONNECTION, storeConnection);
