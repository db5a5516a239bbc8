import type { ErrorType } from '../../shared/domain/error-type.ts';
import { parsePlaybook, type Playbook } from '../../shared/domain/playbook.ts';
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
import unknown from './unknown.json' with { type: 'json' };

/** The playbook of each error type (seed, “Résolvez l'erreur”, one section each; prevention is ours). */
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
  unknown: parsePlaybook('unknown', unknown),
};
