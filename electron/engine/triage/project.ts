import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Product, Variant } from '../../../shared/domain/catalog.ts';
import { gid, legacyId } from '../../../shared/domain/ids.ts';
import { hasTag, type Address, type LineItem, type Order } from '../../../shared/domain/order.ts';
import type { StoreSettings } from '../../../shared/domain/store.ts';
import type { AddressPatch, ContactPatch, OrderEditChange, WriteOp } from '../../../shared/domain/write.ts';
import type { TriageContext } from './context.ts';

/**
 * What an order will be once `ops` are through: those on this order, in turn; all others leave it as it is.
 * Writes on products, variants and settings show in the context (`projectContext`), not in the order.
 */
export function projectOrder(order: Order, ops: readonly WriteOp[]): Order {
  return ops.reduce(applyToOrder, order);
}

export function projectVariant(variant: Variant, ops: readonly WriteOp[]): Variant {
  return ops.reduce((now, op) => {
    if (!('variant' in op) || op.variant !== now.gid) return now;
    switch (op.op) {
      case 'variant_requires_shipping_set':
        return { ...now, requiresShipping: op.set };
      case 'variant_link_set':
        return { ...now, linkMetafield: { ...op.set, digest: op.base?.digest ?? '' } };
      case 'variant_sku_set':
        return { ...now, sku: op.set };
      default:
        return assertNever(op);
    }
  }, variant);
}

export function projectProduct(product: Product, ops: readonly WriteOp[]): Product {
  return ops.reduce((now, op) => {
    if (op.op === 'product_tags_add' && op.product === now.gid)
      return { ...now, tags: withTags(now.tags, op.tags) };
    if (op.op === 'product_tags_remove' && op.product === now.gid)
      return { ...now, tags: withoutTags(now.tags, op.tags) };
    return now;
  }, product);
}

export function projectSettings(settings: StoreSettings, ops: readonly WriteOp[]): StoreSettings {
  return ops.reduce((now, op) => {
    if (op.op === 'store_countries_set') return { ...now, countries: op.set };
    if (op.op === 'store_payment_terms_set') return { ...now, paymentTerms: op.set };
    if (op.op === 'store_shipping_methods_set') return { ...now, shippingMethods: op.set };
    return now;
  }, settings);
}

/** The context as it will be once `ops` (of this store) are through. */
export function projectContext(ctx: TriageContext, ops: readonly WriteOp[]): TriageContext {
  if (ops.length === 0) return ctx;
  return {
    ...ctx,
    settings: projectSettings(ctx.settings, ops),
    variant: (id) => {
      const variant = ctx.variant(id);
      return variant && projectVariant(variant, ops);
    },
    product: (id) => {
      const product = ctx.product(id);
      return product && projectProduct(product, ops);
    },
  };
}

function applyToOrder(order: Order, op: WriteOp): Order {
  if (!('order' in op) || op.order !== order.gid) return order;
  switch (op.op) {
    case 'order_tags_add':
      return { ...order, tags: withTags(order.tags, op.tags) };
    case 'order_tags_remove':
      return { ...order, tags: withoutTags(order.tags, op.tags) };
    case 'order_address_set':
      return setAddress(order, op.set);
    case 'order_contact_set':
      return setContact(order, op.set);
    case 'order_edit':
      return op.changes.reduce(applyEdit, order);
    case 'order_mark_as_paid':
      return { ...order, financialStatus: 'PAID', canMarkAsPaid: false };
    case 'fulfillment_cancel':
      return cancelFulfillment(order, op.fulfillment);
    // Sent to the buyer, done elsewhere, or a mark of ours: nothing about the order itself changes.
    case 'payment_reminder_send':
    case 'order_invoice_send':
    case 'order_create':
    case 'order_snooze':
    case 'order_dismiss':
    case 'order_restore':
      return order;
    default:
      return assertNever(op);
  }
}

function withTags(tags: readonly string[], added: readonly string[]): readonly string[] {
  return added.reduce<readonly string[]>((now, tag) => (hasTag(now, tag) ? now : [...now, tag]), tags);
}

function withoutTags(tags: readonly string[], removed: readonly string[]): readonly string[] {
  return tags.filter((tag) => !hasTag(removed, tag));
}

const EMPTY_ADDRESS: Address = {
  firstName: null,
  lastName: null,
  company: null,
  address1: null,
  address2: null,
  city: null,
  provinceCode: null,
  zip: null,
  countryCode: null,
  phone: null,
};

/** An address that Shopify withholds stays unknown: what was written cannot be told from what was there. */
function setAddress(order: Order, set: AddressPatch): Order {
  if (order.redacted.includes('shippingAddress')) return order;
  const touched = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  return { ...order, shippingAddress: { ...(order.shippingAddress ?? EMPTY_ADDRESS), ...touched } };
}

function setContact(order: Order, { email, phone }: ContactPatch): Order {
  return {
    ...order,
    email: email === undefined || order.redacted.includes('email') ? order.email : email,
    phone: phone === undefined || order.redacted.includes('phone') ? order.phone : phone,
  };
}

function applyEdit(order: Order, change: OrderEditChange): Order {
  switch (change.change) {
    case 'remove_item':
      return {
        ...order,
        lineItems: order.lineItems.map((item) =>
          item.gid === change.lineItem ? { ...item, currentQuantity: 0 } : item,
        ),
      };
    case 'add_variant':
      return { ...order, lineItems: [...order.lineItems, addedItem(order, change.variant, change.quantity)] };
    case 'add_shipping_line': {
      const paid = order.financialStatus === 'PAID' && change.price.amountMinor > 0;
      return {
        ...order,
        shippingLine: order.shippingLine ?? { title: change.title, code: null },
        // A price on a paid order leaves a balance to pay.
        financialStatus: paid ? 'PARTIALLY_PAID' : order.financialStatus,
      };
    }
    default:
      return assertNever(change);
  }
}

/**
 * An item that exists in the projection only. Its id is none of Shopify's; Shopify will record for it what the variant
 * says at that time, so whether it ships is left to the variant.
 */
function addedItem(order: Order, variant: NonNullable<LineItem['variant']>, quantity: number): LineItem {
  return {
    gid: gid('LineItem', `gid://shopify/LineItem/0?added=${order.lineItems.length}`),
    title: `Variant ${legacyId(variant)}`,
    variantTitle: null,
    sku: null,
    quantity,
    currentQuantity: quantity,
    nonFulfillableQuantity: 0,
    requiresShipping: true,
    variant,
    product: null,
  };
}

function cancelFulfillment(order: Order, cancelled: Order['fulfillments'][number]['gid']): Order {
  if (!order.fulfillments.some((f) => f.gid === cancelled)) return order;
  const fulfillments = order.fulfillments.map((f) =>
    f.gid === cancelled ? { ...f, status: 'CANCELLED' } : f,
  );
  const shipped = fulfillments.some((f) => f.status === 'SUCCESS');
  return { ...order, fulfillments, fulfillmentStatus: shipped ? 'PARTIALLY_FULFILLED' : 'UNFULFILLED' };
}
