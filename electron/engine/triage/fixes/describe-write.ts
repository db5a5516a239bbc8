import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { legacyId } from '../../../../shared/domain/ids.ts';
import { moneyText } from '../../../../shared/domain/money.ts';
import { ADDRESS_FIELDS } from '../../../../shared/domain/order.ts';
import type { OrderEditChange, WriteOp, WriteOpOf } from '../../../../shared/domain/write.ts';
import { countriesText, linkText } from './changes-of.ts';

/** What a write does, for people, in the imperative and without the order's name: `Remove tag bigblue-ignore`. */
export function describeWrite(op: WriteOp): string {
  switch (op.op) {
    case 'order_tags_add':
      return `Add ${tagText(op.tags)}`;
    case 'order_tags_remove':
      return `Remove ${tagText(op.tags)}`;
    case 'product_tags_add':
      return `Add ${tagText(op.tags)} to product ${legacyId(op.product)}`;
    case 'product_tags_remove':
      return `Remove ${tagText(op.tags)} from product ${legacyId(op.product)}`;
    case 'order_address_set':
      return addressText(op);
    case 'variant_requires_shipping_set':
      return `Make variant ${legacyId(op.variant)} ${op.set ? 'a physical product' : 'no physical product'}`;
    case 'variant_link_set':
      return `Link variant ${legacyId(op.variant)} to ${linkText(op.set)}`;
    case 'variant_sku_set':
      return op.set === ''
        ? `Empty the SKU of variant ${legacyId(op.variant)}`
        : `Set the SKU of variant ${legacyId(op.variant)} to ${op.set}`;
    case 'order_edit':
      return `Edit order: ${op.changes.map(editText).join(', ')}`;
    case 'order_mark_as_paid':
      return 'Mark as paid';
    case 'payment_reminder_send':
      return 'Send payment reminder';
    case 'order_invoice_send':
      return 'Send invoice';
    case 'fulfillment_cancel':
      return `Cancel fulfilment ${legacyId(op.fulfillment)}`;
    case 'order_create':
      return `Recreate order with shipping method ${op.shippingTitle}`;
    case 'platform_step':
      return op.what;
    case 'store_countries_set':
      return `Note that the platform syncs ${countriesText(op.set)}`;
    case 'store_payment_terms_set':
      return `Note that the platform ${op.set ? 'syncs' : 'does not sync'} orders with payment terms`;
    case 'order_snooze':
      return op.until === null
        ? 'Snooze until taken back'
        : `Snooze until ${new Date(op.until).toISOString()}`;
    case 'order_dismiss':
      return op.reason === null ? 'Dismiss' : `Dismiss: ${op.reason}`;
    case 'order_restore':
      return 'Put back on the board';
    default:
      return assertNever(op);
  }
}

const tagText = (tags: readonly string[]): string =>
  `${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`;

/** How people call the address fields. */
const FIELD_NAMES = {
  firstName: 'first name',
  lastName: 'last name',
  company: 'company',
  address1: 'address line 1',
  address2: 'address line 2',
  city: 'city',
  provinceCode: 'province',
  zip: 'postal code',
  countryCode: 'country',
  phone: 'phone',
} as const satisfies Record<(typeof ADDRESS_FIELDS)[number], string>;

function addressText({ set }: WriteOpOf<'order_address_set'>): string {
  const parts = ADDRESS_FIELDS.filter((field) => set[field] !== undefined).map(
    (field) => `${FIELD_NAMES[field]} to ${set[field] ?? 'nothing'}`,
  );
  return `Set ${parts.join(', ')}`;
}

function editText(edit: OrderEditChange): string {
  switch (edit.change) {
    case 'remove_item':
      return `remove item ${legacyId(edit.lineItem)}`;
    case 'add_variant':
      return `add ${edit.quantity} × variant ${legacyId(edit.variant)}`;
    case 'add_shipping_line':
      return `add shipping method ${edit.title} at ${moneyText(edit.price)}`;
    default:
      return assertNever(edit);
  }
}
