import type { Gid } from './ids.ts';
import type { Money } from './money.ts';

/** UTC milliseconds since 1970. */
export type Millis = number;

export type FinancialStatus =
  | 'PENDING'
  | 'AUTHORIZED'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'VOIDED'
  | 'PAID'
  | 'REFUNDED'
  | 'EXPIRED';

/** An order as the store has it (a snapshot), or as it will be once the queued writes are through (a projection). */
export interface Order {
  readonly gid: Gid<'Order'>;
  /** What people call it: `#1001`. */
  readonly name: string;
  readonly createdAt: Millis;
  readonly updatedAt: Millis;
  readonly cancelledAt: Millis | null;
  readonly cancelReason: string | null;
  readonly test: boolean;
  /** `web`, `pos`, a sales channel's id … */
  readonly sourceName: string | null;
  /** null: the API did not say; rules on it are off. */
  readonly financialStatus: FinancialStatus | null;
  readonly fulfillmentStatus: string;
  readonly tags: readonly string[];
  readonly total: Money;
  readonly email: string | null;
  readonly phone: string | null;
  readonly gateways: readonly string[];
  readonly buyer: 'b2b' | 'b2c';
  readonly paymentTerms: PaymentTerms | null;
  /** null: the order needs no shipping, or Shopify did not show its address (see `redacted`). */
  readonly shippingAddress: Address | null;
  readonly shippingLine: ShippingLine | null;
  readonly lineItems: readonly LineItem[];
  /** What checkout apps and marketplaces leave with an order (“additional details” in Shopify's admin); null: not known. */
  readonly attributes: readonly OrderAttribute[] | null;
  readonly fulfillments: readonly Fulfillment[];
  readonly canMarkAsPaid: boolean;
  readonly merchantEditable: boolean;
  readonly merchantEditableErrors: readonly string[];
  /** Who put which tag on and when, where the order's events say so; null: not fetched. */
  readonly tagEvents: readonly TagEvent[] | null;
  /** Parts that Shopify withheld (missing scope, protected customer data): unknown, never “missing”, never written back. */
  readonly redacted: readonly OrderPart[];
}

/** What Shopify may withhold of an order; `name`: of the people in its address. */
export const ORDER_PARTS = [
  'shippingAddress',
  'zip',
  'name',
  'email',
  'phone',
  'paymentTerms',
  'purchasingEntity',
  'products',
] as const;
export type OrderPart = (typeof ORDER_PARTS)[number];

export function isOrderPart(text: string): text is OrderPart {
  return ORDER_PARTS.some((part) => part === text);
}

export interface Address {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly city: string | null;
  readonly provinceCode: string | null;
  readonly zip: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null;
  readonly phone: string | null;
}
export const ADDRESS_FIELDS = [
  'firstName',
  'lastName',
  'company',
  'address1',
  'address2',
  'city',
  'provinceCode',
  'zip',
  'countryCode',
  'phone',
] as const satisfies readonly (keyof Address)[];
export type AddressField = (typeof ADDRESS_FIELDS)[number];

export interface ShippingLine {
  readonly title: string;
  readonly code: string | null;
}

export interface OrderAttribute {
  readonly key: string;
  readonly value: string;
}

export interface LineItem {
  readonly gid: Gid<'LineItem'>;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly quantity: number;
  /** After removals and refunds; an item is open while this is above 0. */
  readonly currentQuantity: number;
  readonly nonFulfillableQuantity: number;
  /** As recorded when the order was placed. */
  readonly requiresShipping: boolean;
  readonly variant: Gid<'ProductVariant'> | null;
  readonly product: Gid<'Product'> | null;
}

export interface Fulfillment {
  readonly gid: Gid<'Fulfillment'>;
  readonly status: string;
  readonly createdAt: Millis;
  readonly service: string | null;
  readonly location: string | null;
}

export interface PaymentTerms {
  readonly name: string;
  readonly overdue: boolean;
  readonly schedules: readonly PaymentSchedule[];
}
export interface PaymentSchedule {
  readonly gid: Gid<'PaymentSchedule'>;
  readonly dueAt: Millis | null;
  readonly completedAt: Millis | null;
}

export interface TagEvent {
  readonly tag: string;
  readonly at: Millis;
  readonly by: string | null;
  readonly byKind: 'app' | 'staff' | null;
}

/** Shopify compares order and product tags without regard to case. */
export function sameTag(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function hasTag(tags: readonly string[], tag: string): boolean {
  return tags.some((one) => sameTag(one, tag));
}

/** A tag as it is spelled among `tags`. */
export function spellingsOf(tags: readonly string[], tag: string): string[] {
  return tags.filter((one) => sameTag(one, tag));
}

/** What people call an item: `Carafe / Smoke`, its product and the variant where it has several. */
export function titleOf({ title, variantTitle }: Pick<LineItem, 'title' | 'variantTitle'>): string {
  return variantTitle ? `${title} / ${variantTitle}` : title;
}

/** Line items that are still part of the order. */
export function openItems<Item extends Pick<LineItem, 'currentQuantity'>>(order: {
  readonly lineItems: readonly Item[];
}): readonly Item[] {
  return order.lineItems.filter((item) => item.currentQuantity > 0);
}
