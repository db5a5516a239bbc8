import type { WriteOp, WriteOpName, WriteOpOf } from '../../../../shared/domain/write.ts';
import { fulfillmentCancel } from './fulfillment-cancel.ts';
import { orderAddressSet } from './order-address.ts';
import { orderContactSet } from './order-contact.ts';
import { orderCreate } from './order-create.ts';
import { orderEdit } from './order-edit.ts';
import { orderInvoiceSend, orderMarkAsPaid, paymentReminderSend } from './payments.ts';
import type { RemoteWrite } from './remote-write.ts';
import { tagsAdd, tagsRemove } from './tags.ts';
import { requiresShippingSet, variantLinkSet, variantSkuSet } from './variants.ts';

const noRequest = (): null => null;

/** How each kind of write reaches its store; null: it takes no request. */
const WRITES: { readonly [N in WriteOpName]: (op: WriteOpOf<N>) => RemoteWrite | null } = {
  order_tags_add: tagsAdd,
  order_tags_remove: tagsRemove,
  product_tags_add: tagsAdd,
  product_tags_remove: tagsRemove,
  order_address_set: orderAddressSet,
  order_contact_set: orderContactSet,
  variant_requires_shipping_set: requiresShippingSet,
  order_edit: orderEdit,
  order_mark_as_paid: orderMarkAsPaid,
  payment_reminder_send: paymentReminderSend,
  order_invoice_send: orderInvoiceSend,
  fulfillment_cancel: fulfillmentCancel,
  order_create: orderCreate,
  variant_link_set: variantLinkSet,
  variant_sku_set: variantSkuSet,
  platform_step: noRequest,
  store_countries_set: noRequest,
  store_payment_terms_set: noRequest,
  store_shipping_methods_set: noRequest,
  order_snooze: noRequest,
  order_dismiss: noRequest,
  order_restore: noRequest,
};

/** The write as its store takes it; null: it takes effect without a request. */
export function remoteWriteOf(op: WriteOp): RemoteWrite | null {
  return built(op.op, op);
}

function built<N extends WriteOpName>(name: N, op: WriteOpOf<N>): RemoteWrite | null {
  return WRITES[name](op);
}
