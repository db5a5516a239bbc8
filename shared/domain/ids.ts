declare const brand: unique symbol;
type Brand<T, B extends string> = T & { readonly [brand]: B };

/** A merchant store's short name in this workspace, e.g. `atelier-nord`; chosen once when the store is added. */
export type StoreId = Brand<string, 'StoreId'>;
/** Local 32-bit row id of an order in the cache; stands for one (store, Shopify gid) pair. */
export type OrderId = Brand<number, 'OrderId'>;
export type RunId = Brand<string, 'RunId'>;
/** Local number of one queued write, unique in the journal. */
export type WriteId = Brand<number, 'WriteId'>;

export type GidKind =
  | 'Order'
  | 'LineItem'
  | 'Product'
  | 'ProductVariant'
  | 'InventoryItem'
  | 'Fulfillment'
  | 'PaymentSchedule'
  | 'CalculatedOrder';
/** A Shopify global id, e.g. `gid://shopify/Order/5123`. */
export type Gid<K extends GidKind> = Brand<string, K>;

/** What ids of a kind begin with; their number follows. */
export const GID_STARTS: Readonly<Record<GidKind, string>> = {
  Order: 'gid://shopify/Order/',
  LineItem: 'gid://shopify/LineItem/',
  Product: 'gid://shopify/Product/',
  ProductVariant: 'gid://shopify/ProductVariant/',
  InventoryItem: 'gid://shopify/InventoryItem/',
  Fulfillment: 'gid://shopify/Fulfillment/',
  PaymentSchedule: 'gid://shopify/PaymentSchedule/',
  CalculatedOrder: 'gid://shopify/CalculatedOrder/',
};

const GID = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d+)/;

/** Reads `text` as a gid of `kind`; throws when it is another kind or no gid at all. */
export function gid<K extends GidKind>(kind: K, text: string): Gid<K> {
  if (!isGid(kind, text)) throw new TypeError(`Expected a Shopify id of kind ${kind}, got “${text}”.`);
  return text;
}

/** Whether `text` is a gid of `kind`: its beginning and one digit, since this runs a dozen times for each order. */
export function isGid<K extends GidKind>(kind: K, text: string): text is Gid<K> {
  const start = GID_STARTS[kind];
  return isDigit(text.charCodeAt(start.length)) && text.startsWith(start);
}

const SHOPIFY = 'gid://shopify/';
const SLASH = 47;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The number at the end of a gid: what Shopify's admin shows in its URLs and the platform in its messages. */
export function legacyId(id: string): string {
  // Almost all end in their number; this runs some ten times for each order.
  let at = id.length;
  while (at > 0 && isDigit(id.charCodeAt(at - 1))) at -= 1;
  if (at < id.length && id.charCodeAt(at - 1) === SLASH && id.startsWith(SHOPIFY)) return id.slice(at);
  return GID.exec(id)?.[2] ?? id;
}

export const storeId = (text: string): StoreId => text as StoreId;
export const orderId = (n: number): OrderId => n as OrderId;
export const runId = (text: string): RunId => text as RunId;
export const writeId = (n: number): WriteId => n as WriteId;
