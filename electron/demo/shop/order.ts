/** The true state of one order of a demo merchant. Timestamps are UTC ms, money is minor units of the shop's currency. */
export type FinancialStatus =
  | 'AUTHORIZED'
  | 'EXPIRED'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'VOIDED';
type CancelReason = 'CUSTOMER' | 'DECLINED' | 'FRAUD' | 'INVENTORY' | 'OTHER' | 'STAFF';

/** Null means not given, as Shopify returns it. */
export interface Address {
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  zip: string | null;
  provinceCode: string | null;
  countryCode: string | null;
  phone: string | null;
}

export interface LineItem {
  id: number;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  quantity: number;
  currentQuantity: number;
  /** Units that can never be fulfilled (tips, refunded units). */
  nonFulfillableQuantity: number;
  fulfilledQuantity: number;
  /** Whether the item required shipping when the order was placed; later product changes do not touch it. */
  requiresShipping: boolean;
  isGiftCard: boolean;
  /** Null for a custom item; a number that no longer exists for a deleted product. */
  variantId: number | null;
  productId: number | null;
  unitPrice: number;
  attributes: readonly { key: string; value: string }[];
}

export interface ShippingLine {
  title: string;
  code: string | null;
  source: string | null;
  carrierIdentifier: string | null;
  price: number;
}

export interface Fulfillment {
  id: number;
  name: string;
  createdAt: number;
  updatedAt: number;
  status: 'SUCCESS' | 'CANCELLED';
  displayStatus: 'FULFILLED' | 'DELIVERED' | 'IN_TRANSIT' | 'CANCELED';
  service: { handle: string; name: string; type: 'MANUAL' | 'THIRD_PARTY' };
  location: string;
  tracking: { company: string; number: string } | null;
  lines: { lineId: number; quantity: number }[];
}

export interface PaymentTerms {
  name: string;
  type: 'NET' | 'RECEIPT' | 'FIXED' | 'FULFILLMENT';
  dueInDays: number;
  schedule: { id: number; dueAt: number; issuedAt: number; completedAt: number | null };
}

export interface OrderEvent {
  id: number;
  createdAt: number;
  action: string;
  message: string;
  appTitle: string | null;
  byApp: boolean;
  byUser: boolean;
  author: string | null;
}

export interface Agreement {
  id: number;
  happenedAt: number;
  reason: 'ORDER' | 'ORDER_EDIT';
  sales: { lineId: number; quantity: number; amount: number }[];
}

export interface Customer {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
}

export interface Order {
  /** Position in the store's books; the id and the name follow from it. */
  index: number;
  id: number;
  name: string;
  createdAt: number;
  updatedAt: number;
  cancelledAt: number | null;
  cancelReason: CancelReason | null;
  closedAt: number | null;
  test: boolean;
  sourceName: string;
  sourceIdentifier: string | null;
  tags: string[];
  note: string | null;
  email: string | null;
  phone: string | null;
  financialStatus: FinancialStatus;
  paid: number;
  /** Additional details, as checkout apps leave them. */
  attributes: { key: string; value: string }[];
  /** The platform has not the stock for it. */
  backordered: boolean;
  gateways: string[];
  paymentTerms: PaymentTerms | null;
  company: { id: number; name: string; location: string } | null;
  customer: Customer | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  shippingLines: ShippingLine[];
  items: LineItem[];
  fulfillments: Fulfillment[];
  events: OrderEvent[];
  agreements: Agreement[];
}
