import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { ADDRESS_FIELDS } from '../../../../shared/domain/order.ts';
import type { AddressPatch, WriteOp } from '../../../../shared/domain/write.ts';
import type { WriteEffect } from './write-effect.ts';

/**
 * The write that undoes an applied one, given what it really changed (domain.md, Fixes: “a tag is removed only if the run
 * added it; an address goes back only if nobody changed it since”, which the inverse's `base` guards). null: nothing
 * undoes it, or there is nothing to undo. A link where there was none becomes inactive: it no longer counts.
 */
export function inverseOf(op: WriteOp, effect: WriteEffect): WriteOp | null {
  switch (op.op) {
    case 'order_tags_add':
      return withTags(effect, (tags) => ({ op: 'order_tags_remove', order: op.order, tags }));
    case 'order_tags_remove':
      return withTags(effect, (tags) => ({ op: 'order_tags_add', order: op.order, tags }));
    case 'product_tags_add':
      return withTags(effect, (tags) => ({ op: 'product_tags_remove', product: op.product, tags }));
    case 'product_tags_remove':
      return withTags(effect, (tags) => ({ op: 'product_tags_add', product: op.product, tags }));
    case 'order_address_set': {
      if (effect.effect !== 'address' || same(effect.before, effect.after)) return null;
      return { op: op.op, order: op.order, set: effect.before, base: effect.after };
    }
    case 'order_contact_set': {
      if (effect.effect !== 'contact') return null;
      const { before, after } = effect;
      if (before.email === after.email && before.phone === after.phone) return null;
      return { op: op.op, order: op.order, set: before, base: after };
    }
    case 'variant_requires_shipping_set':
      if (effect.effect !== 'requires_shipping' || effect.before === op.set) return null;
      return { ...op, set: effect.before, base: op.set };
    case 'variant_link_set': {
      if (effect.effect !== 'link') return null;
      const set = effect.before ?? { ...op.set, active: false };
      if (set.product === op.set.product && set.active === op.set.active) return null;
      return { op: op.op, variant: op.variant, set, base: { ...op.set, digest: effect.digest } };
    }
    case 'variant_sku_set': {
      if (effect.effect !== 'sku') return null;
      const set = effect.before ?? '';
      return set === op.set ? null : { ...op, set, base: op.set };
    }
    case 'store_countries_set':
      if (effect.effect !== 'countries' || effect.before === null) return null;
      return { op: op.op, set: effect.before, base: op.set };
    case 'store_payment_terms_set':
      if (effect.effect !== 'payment_terms' || effect.before === op.set) return null;
      return { op: op.op, set: effect.before, base: op.set };
    case 'store_shipping_methods_set':
      if (effect.effect !== 'shipping_methods') return null;
      return { op: op.op, set: effect.before, base: op.set };
    case 'order_snooze':
    case 'order_dismiss':
    case 'order_restore': {
      if (effect.effect !== 'mark') return null;
      const { order } = op;
      if (effect.before === null) return op.op === 'order_restore' ? null : { op: 'order_restore', order };
      return effect.before.kind === 'snoozed'
        ? { op: 'order_snooze', order, until: effect.before.until }
        : { op: 'order_dismiss', order, reason: effect.before.reason };
    }
    case 'order_edit':
    case 'order_mark_as_paid':
    case 'payment_reminder_send':
    case 'order_invoice_send':
    case 'fulfillment_cancel':
    case 'order_create':
    case 'platform_step':
      return null;
    default:
      return assertNever(op);
  }
}

function withTags(effect: WriteEffect, inverse: (tags: string[]) => WriteOp): WriteOp | null {
  return effect.effect === 'tags' && effect.tags.length > 0 ? inverse([...effect.tags]) : null;
}

function same(a: AddressPatch, b: AddressPatch): boolean {
  return ADDRESS_FIELDS.every((field) => a[field] === b[field]);
}
