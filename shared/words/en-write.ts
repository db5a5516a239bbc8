import { assertNever } from '../domain/assert-never.ts';
import { legacyId } from '../domain/ids.ts';
import { ADDRESS_FIELDS } from '../domain/order.ts';
import type { OrderEditChange, PlatformStep, WriteOp, WriteOpOf } from '../domain/write.ts';
import { changedValueInEnglish, countriesInEnglish } from './en-change.ts';
import { addressField } from './en-names.ts';
import { linkValue } from './link-value.ts';
import type { Voice } from './voice.ts';

/** What a write does, for people, in the imperative and without the order's name: `Remove tag bigblue-ignore`. */
export function writeInEnglish(op: WriteOp, voice: Voice): string {
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
    case 'order_contact_set':
      return `Set ${contactParts(op).join(', ')}`;
    case 'variant_requires_shipping_set':
      return `Make variant ${legacyId(op.variant)} ${op.set ? 'a physical product' : 'no physical product'}`;
    case 'variant_link_set':
      return `Link variant ${legacyId(op.variant)} to ${changedValueInEnglish(linkValue(op.set), voice)}`;
    case 'variant_sku_set':
      return op.set === ''
        ? `Empty the SKU of variant ${legacyId(op.variant)}`
        : `Set the SKU of variant ${legacyId(op.variant)} to ${op.set}`;
    case 'order_edit':
      return `Edit order: ${op.changes.map((edit) => editText(edit, voice)).join(', ')}`;
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
      return stepText(op.does, voice);
    case 'store_countries_set':
      return `Note that the platform syncs ${countriesInEnglish(op.set)}`;
    case 'store_payment_terms_set':
      return `Note that the platform ${op.set ? 'syncs' : 'does not sync'} orders with payment terms`;
    case 'store_shipping_methods_set':
      return `Note that the platform knows the shipping methods ${op.set.join(', ')}`;
    case 'order_snooze':
      return op.until === null ? 'Snooze until taken back' : `Snooze until ${voice.moment(op.until)}`;
    case 'order_dismiss':
      if (op.recreated) return 'Dismiss: recreated as a new order';
      return op.reason === null ? 'Dismiss' : `Dismiss: ${op.reason}`;
    case 'order_restore':
      return 'Put back on the board';
    default:
      return assertNever(op);
  }
}

const tagText = (tags: readonly string[]): string =>
  `${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`;

function contactParts({ set }: WriteOpOf<'order_contact_set'>): string[] {
  return [
    ...(set.email === undefined ? [] : [`e-mail address to ${set.email ?? 'nothing'}`]),
    ...(set.phone === undefined ? [] : [`phone number to ${set.phone ?? 'nothing'}`]),
  ];
}

function addressText({ set }: WriteOpOf<'order_address_set'>): string {
  const parts = ADDRESS_FIELDS.filter((field) => set[field] !== undefined).map(
    (field) => `${addressField(field)} to ${set[field] ?? 'nothing'}`,
  );
  return `Set ${parts.join(', ')}`;
}

function editText(edit: OrderEditChange, { money }: Voice): string {
  switch (edit.change) {
    case 'remove_item':
      return `remove item ${legacyId(edit.lineItem)}`;
    case 'add_variant':
      return `add ${edit.quantity} × variant ${legacyId(edit.variant)}`;
    case 'add_shipping_line':
      return `add shipping method ${edit.title} at ${money(edit.price)}`;
    default:
      return assertNever(edit);
  }
}

function stepText(it: PlatformStep, { country }: Voice): string {
  switch (it.step) {
    case 'countries':
      return `On the platform, under Shop integrations > Countries for order sync, let orders to ${it.countries.map(country).join(', ')} sync`;
    case 'payment_terms':
      return 'On the platform, under Shop integrations, turn on Synchronize orders with payment terms';
    case 'shipping_methods':
      return `On the platform, under Settings > Auto-fulfillment > your warehouse, map ${it.methods.join(', ')}`;
    case 'link_file': {
      const lines = it.links.map(({ variant, product }) => `variant ${legacyId(variant)} → ${product}`);
      return `Link on the platform, under Shop integrations > Products, and activate: ${lines.join('; ')}`;
    }
    default:
      return assertNever(it);
  }
}
