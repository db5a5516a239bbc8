import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { legacyId } from '../../../../shared/domain/ids.ts';
import { moneyText } from '../../../../shared/domain/money.ts';
import { ADDRESS_FIELDS, type Order } from '../../../../shared/domain/order.ts';
import type { FieldChange } from '../../../../shared/domain/plan.ts';
import type { CountryList } from '../../../../shared/domain/store.ts';
import type { OrderEditChange, WriteOp, WriteOpOf } from '../../../../shared/domain/write.ts';

const change = (field: string, before: string | null, after: string | null): FieldChange => ({
  field,
  before,
  after,
});

/** The steps by name: a plan of many orders would repeat the whole text for each. */
const STEPS = {
  countries: 'countries for order sync changed',
  payment_terms: 'orders with payment terms sync',
  link_file: 'variant linked',
} as const satisfies Record<WriteOpOf<'platform_step'>['step'], string>;

const yesNo = (flag: boolean): string => (flag ? 'yes' : 'no');

/** What `op` changes for `order`, field by field, as people read it in a plan. Times are ISO 8601 in UTC. */
export function changesOf(op: WriteOp, order: Order): readonly FieldChange[] {
  switch (op.op) {
    case 'order_tags_add':
      return op.tags.map((tag) => change('tag', null, tag));
    case 'order_tags_remove':
      return op.tags.map((tag) => change('tag', tag, null));
    case 'product_tags_add':
      return op.tags.map((tag) => change(`product ${legacyId(op.product)} tag`, null, tag));
    case 'product_tags_remove':
      return op.tags.map((tag) => change(`product ${legacyId(op.product)} tag`, tag, null));
    case 'order_address_set':
      return ADDRESS_FIELDS.filter((field) => op.set[field] !== undefined).map((field) =>
        change(field, op.base[field] ?? null, op.set[field] ?? null),
      );
    case 'variant_requires_shipping_set':
      return [change(`variant ${legacyId(op.variant)} physical product`, yesNo(op.base), yesNo(op.set))];
    case 'variant_link_set':
      return [change(`variant ${legacyId(op.variant)} link`, op.base && linkText(op.base), linkText(op.set))];
    case 'variant_sku_set':
      return [change(`variant ${legacyId(op.variant)} SKU`, op.base, op.set)];
    case 'order_edit':
      return op.changes.map((edit) => editChange(edit, order));
    case 'order_mark_as_paid':
      return [change('payment', op.baseStatus, 'PAID')];
    case 'payment_reminder_send':
      return [change('payment reminder', null, 'sent')];
    case 'order_invoice_send':
      return [change('invoice', null, 'sent')];
    case 'fulfillment_cancel':
      return [change(`fulfilment ${legacyId(op.fulfillment)}`, statusOf(op.fulfillment, order), 'CANCELLED')];
    case 'order_create':
      return [change('new order', null, `copy with shipping method ${op.shippingTitle}`)];
    case 'platform_step':
      return [change('on the platform', null, STEPS[op.step])];
    case 'store_countries_set':
      return [change('countries', op.base && countriesText(op.base), countriesText(op.set))];
    case 'store_payment_terms_set':
      return [change('orders with payment terms sync', yesNo(op.base), yesNo(op.set))];
    case 'order_snooze':
      return [
        change('snoozed until', null, op.until === null ? 'taken back' : new Date(op.until).toISOString()),
      ];
    case 'order_dismiss':
      return [change('dismissed', null, op.reason ?? 'yes')];
    case 'order_restore':
      return [change('on the board', null, 'yes')];
    default:
      return assertNever(op);
  }
}

function editChange(edit: OrderEditChange, order: Order): FieldChange {
  switch (edit.change) {
    case 'remove_item': {
      const title =
        order.lineItems.find(({ gid }) => gid === edit.lineItem)?.title ?? legacyId(edit.lineItem);
      return change('item', `${edit.baseQuantity} × ${title}`, null);
    }
    case 'add_variant':
      return change('item', null, `${edit.quantity} × variant ${legacyId(edit.variant)}`);
    case 'add_shipping_line':
      return change(
        'shipping method',
        order.shippingLine?.title ?? null,
        `${edit.title} (${moneyText(edit.price)})`,
      );
    default:
      return assertNever(edit);
  }
}

function statusOf(fulfillment: string, order: Order): string | null {
  return order.fulfillments.find(({ gid }) => gid === fulfillment)?.status ?? null;
}

/** A link as people read it: `DIGG-000123-0001`, or `DIGG-000123-0001 (not active)`. */
export function linkText(link: { readonly product: string; readonly active: boolean }): string {
  return link.active ? link.product : `${link.product} (not active)`;
}

/** A country list as people read it: `only FR, BE` or `all but US`. */
export function countriesText({ mode, countries }: CountryList): string {
  if (countries.length === 0) return mode === 'allow' ? 'none' : 'all';
  return `${mode === 'allow' ? 'only' : 'all but'} ${countries.join(', ')}`;
}
