import type { ErrorType, OrderState } from '../domain/error-type.ts';
import type { FixKind } from '../domain/fix.ts';
import type { WriteState } from '../domain/write.ts';

/** What people call the terms of the domain, in English. */
export const ERROR_TYPES_IN_ENGLISH: Readonly<Record<ErrorType, string>> = {
  order_cancelled: 'Order cancelled',
  order_already_fulfilled: 'Order already fulfilled',
  ignored_by_tag: 'Order has tag bigblue-ignore',
  payment_pending: 'Financial status is pending',
  awaiting_global_e_approval: 'Waiting for Global-e approval',
  destination_not_whitelisted: 'Destination is not whitelisted',
  no_shippable_product: 'No shippable product',
  product_not_found: 'Product not found',
  product_not_linked: 'Product not linked',
  postal_code_missing: 'Postal code missing',
  postal_code_invalid: 'Postal code not valid',
  address_incomplete: 'Address incomplete',
  address_too_long: 'Address line too long',
  contact_invalid: 'Phone or e-mail not valid',
  shipping_method_unmapped: 'Shipping method not mapped',
  pickup_point_missing: 'Pick-up point missing',
  tax_id_missing: 'Tax number missing',
  out_of_stock: 'Out of stock',
  duplicate_order: 'Duplicate order',
  unknown: 'No cause found',
};

export const FIXES_IN_ENGLISH: Readonly<Record<FixKind, string>> = {
  reprocess: 'Reprocess',
  remove_ignore_tag: 'Remove the tag',
  set_postal_code: 'Set the postal code',
  edit_address: 'Edit the address',
  edit_contact: 'Correct phone or e-mail',
  link_variant: 'Link the variant',
  activate_link: 'Activate the link',
  ship_outside: 'Ship outside Bigblue',
  make_physical: 'Make it physical',
  remove_product_ignore_tag: 'Remove the product tag',
  remove_item: 'Remove the item',
  replace_item: 'Replace the item',
  add_shipping_line: 'Add a shipping method',
  recreate_order: 'Recreate the order',
  send_payment_reminder: 'Send a payment reminder',
  mark_as_paid: 'Mark as paid',
  allow_country: 'Allow the country',
  map_shipping_method: 'Map the shipping method',
  enable_payment_terms: 'Sync payment terms',
  cancel_fulfillment: 'Cancel the fulfilment',
  snooze: 'Snooze',
  dismiss: 'Dismiss',
  restore: 'Put back on the board',
};

export const ORDER_STATES_IN_ENGLISH: Readonly<Record<OrderState, string>> = {
  synced: 'synced',
  waiting: 'waiting',
  stuck: 'stuck',
  snoozed: 'snoozed',
  dismissed: 'dismissed',
  closed: 'closed',
};

export const WRITE_STATES_IN_ENGLISH: Readonly<Record<WriteState, string>> = {
  queued: 'queued',
  sending: 'being sent',
  applied: 'done',
  retry_wait: 'tried again soon',
  unknown: 'outcome unknown',
  conflict: 'conflict',
  rejected: 'refused',
  blocked_auth: 'needs reconnecting',
  cancelled: 'cancelled',
};
