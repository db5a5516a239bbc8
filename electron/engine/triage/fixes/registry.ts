import type { FixKind } from '../../../../shared/domain/fix.ts';
import { activateLink } from './activate-link.ts';
import { addShippingLine } from './add-shipping-line.ts';
import { allowCountry } from './allow-country.ts';
import { cancelFulfillment } from './cancel-fulfillment.ts';
import type { FixDefinition } from './definition.ts';
import { dismiss } from './dismiss.ts';
import { editAddress } from './edit-address.ts';
import { editContact } from './edit-contact.ts';
import { enablePaymentTerms } from './enable-payment-terms.ts';
import { linkVariant } from './link-variant.ts';
import { makePhysical } from './make-physical.ts';
import { mapShippingMethod } from './map-shipping-method.ts';
import { markAsPaid } from './mark-as-paid.ts';
import { recreateOrder } from './recreate-order.ts';
import { removeIgnoreTag } from './remove-ignore-tag.ts';
import { removeItem } from './remove-item.ts';
import { removeProductIgnoreTag } from './remove-product-ignore-tag.ts';
import { replaceItem } from './replace-item.ts';
import { reprocess } from './reprocess.ts';
import { restore } from './restore.ts';
import { sendPaymentReminder } from './send-payment-reminder.ts';
import { setPostalCode } from './set-postal-code.ts';
import { shipOutside } from './ship-outside.ts';
import { snooze } from './snooze.ts';

/** Every fix kind and its file; the compiler says when one is missing. */
export const FIXES: { readonly [K in FixKind]: FixDefinition<K> } = {
  reprocess,
  remove_ignore_tag: removeIgnoreTag,
  set_postal_code: setPostalCode,
  edit_address: editAddress,
  edit_contact: editContact,
  link_variant: linkVariant,
  activate_link: activateLink,
  ship_outside: shipOutside,
  make_physical: makePhysical,
  remove_product_ignore_tag: removeProductIgnoreTag,
  remove_item: removeItem,
  replace_item: replaceItem,
  add_shipping_line: addShippingLine,
  recreate_order: recreateOrder,
  send_payment_reminder: sendPaymentReminder,
  mark_as_paid: markAsPaid,
  allow_country: allowCountry,
  map_shipping_method: mapShippingMethod,
  enable_payment_terms: enablePaymentTerms,
  cancel_fulfillment: cancelFulfillment,
  snooze,
  dismiss,
  restore,
};
