import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { ChangedField, ChangedValue, FieldChange } from '../../../../shared/domain/field-change.ts';
import { legacyId } from '../../../../shared/domain/ids.ts';
import { ADDRESS_FIELDS, type Order } from '../../../../shared/domain/order.ts';
import type { CountryList } from '../../../../shared/domain/store.ts';
import type { OrderEditChange, WriteOp } from '../../../../shared/domain/write.ts';
import { COMMAND_LINE } from '../../../../shared/words/command-line.ts';
import { changedFieldInEnglish, changedValueInEnglish } from '../../../../shared/words/en-change.ts';
import { linkValue } from '../../../../shared/words/link-value.ts';

function change(field: ChangedField, before: ChangedValue | null, after: ChangedValue | null): FieldChange {
  const text = (value: ChangedValue | null): string | null =>
    value === null ? null : changedValueInEnglish(value, COMMAND_LINE);
  return {
    field: changedFieldInEnglish(field, COMMAND_LINE),
    before: text(before),
    after: text(after),
    said: { field, before, after },
  };
}

const yesNo = (yes: boolean): ChangedValue => ({ code: 'yes_no', yes });
const status = (code: string): ChangedValue => ({ code: 'status', status: code });
const countries = (list: CountryList): ChangedValue => ({ code: 'countries', list });

/** What `op` changes for `order`, field by field, as people read it in a plan. Times are ISO 8601 in UTC. */
export function changesOf(op: WriteOp, order: Order): readonly FieldChange[] {
  switch (op.op) {
    case 'order_tags_add':
      return op.tags.map((tag) => change({ code: 'tag' }, null, tag));
    case 'order_tags_remove':
      return op.tags.map((tag) => change({ code: 'tag' }, tag, null));
    case 'product_tags_add':
      return op.tags.map((tag) => change({ code: 'product_tag', product: legacyId(op.product) }, null, tag));
    case 'product_tags_remove':
      return op.tags.map((tag) => change({ code: 'product_tag', product: legacyId(op.product) }, tag, null));
    case 'order_address_set':
      return ADDRESS_FIELDS.filter((field) => op.set[field] !== undefined).map((field) =>
        change({ code: 'address', field }, op.base[field] ?? null, op.set[field] ?? null),
      );
    case 'order_contact_set':
      return (['email', 'phone'] as const)
        .filter((field) => op.set[field] !== undefined)
        .map((field) => change({ code: 'contact', field }, op.base[field] ?? null, op.set[field] ?? null));
    case 'variant_requires_shipping_set':
      return [change({ code: 'physical', variant: legacyId(op.variant) }, yesNo(op.base), yesNo(op.set))];
    case 'variant_link_set':
      return [
        change(
          { code: 'link', variant: legacyId(op.variant) },
          op.base && linkValue(op.base),
          linkValue(op.set),
        ),
      ];
    case 'variant_sku_set':
      return [change({ code: 'sku', variant: legacyId(op.variant) }, op.base, op.set)];
    case 'order_edit':
      return op.changes.map((edit) => editChange(edit, order));
    case 'order_mark_as_paid':
      return [change({ code: 'payment' }, status(op.baseStatus), status('PAID'))];
    case 'payment_reminder_send':
      return [change({ code: 'payment_reminder' }, null, { code: 'sent' })];
    case 'order_invoice_send':
      return [change({ code: 'invoice' }, null, { code: 'sent' })];
    case 'fulfillment_cancel':
      return [
        change(
          { code: 'fulfillment', fulfillment: legacyId(op.fulfillment) },
          statusOf(op.fulfillment, order),
          status('CANCELLED'),
        ),
      ];
    case 'order_create':
      return [change({ code: 'new_order' }, null, { code: 'copy', shippingTitle: op.shippingTitle })];
    case 'platform_step':
      // By name: a plan of many orders would repeat the whole text for each.
      return [change({ code: 'on_platform' }, null, { code: 'step_done', step: op.does.step })];
    case 'store_countries_set':
      return [change({ code: 'countries' }, op.base && countries(op.base), countries(op.set))];
    case 'store_payment_terms_set':
      return [change({ code: 'payment_terms' }, yesNo(op.base), yesNo(op.set))];
    case 'store_shipping_methods_set':
      return [
        change(
          { code: 'shipping_methods' },
          { code: 'methods', methods: op.base },
          { code: 'methods', methods: op.set },
        ),
      ];
    case 'order_snooze':
      return [
        change(
          { code: 'snoozed_until' },
          null,
          op.until === null ? { code: 'taken_back' } : { code: 'moment', at: op.until },
        ),
      ];
    case 'order_dismiss':
      return [
        change(
          { code: 'dismissed' },
          null,
          op.recreated ? { code: 'recreated' } : (op.reason ?? yesNo(true)),
        ),
      ];
    case 'order_restore':
      return [change({ code: 'on_board' }, null, yesNo(true))];
    default:
      return assertNever(op);
  }
}

function editChange(edit: OrderEditChange, order: Order): FieldChange {
  switch (edit.change) {
    case 'remove_item': {
      const title =
        order.lineItems.find(({ gid }) => gid === edit.lineItem)?.title ?? legacyId(edit.lineItem);
      return change({ code: 'item' }, { code: 'items', quantity: edit.baseQuantity, title }, null);
    }
    case 'add_variant':
      return change({ code: 'item' }, null, {
        code: 'variants',
        quantity: edit.quantity,
        variant: legacyId(edit.variant),
      });
    case 'add_shipping_line':
      return change({ code: 'shipping_method' }, order.shippingLine?.title ?? null, {
        code: 'shipping',
        title: edit.title,
        price: edit.price,
      });
    default:
      return assertNever(edit);
  }
}

function statusOf(fulfillment: string, order: Order): ChangedValue | null {
  const found = order.fulfillments.find(({ gid }) => gid === fulfillment)?.status;
  return found === undefined ? null : status(found);
}
