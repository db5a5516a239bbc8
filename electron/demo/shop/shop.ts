import type { DemoClock } from '../clock.ts';
import type { SeedCatalogue } from '../merchants/catalogue-seed.ts';
import type { MerchantProfile } from '../merchants/profiles.ts';
import type { Catalogue, Product } from './catalogue.ts';
import { copyCatalogue } from './catalogue.ts';
import { fulfillmentStatusOf } from './order-facts.ts';
import type { OrderBook } from './order-book.ts';
import type { OrderIds } from './ids.ts';
import type { Order, OrderEvent } from './order.ts';
import type { OrderIndex } from './search-index.ts';

/** Who changes something: our app over the API, or somebody else in the shop. */
export interface Actor {
  readonly name: string;
  readonly kind: 'app' | 'staff';
}

/** What of an order the fulfilment platform watches. */
export interface OrderState {
  readonly tags: readonly string[];
  readonly cancelled: boolean;
  readonly financialStatus: string;
  readonly fulfillmentStatus: string;
}

/** Something happened; what Shopify would send a webhook for. */
export type ShopChange =
  | { readonly kind: 'order_created'; readonly index: number }
  | {
      readonly kind: 'order_changed';
      readonly index: number;
      readonly before: OrderState;
      readonly after: OrderState;
    }
  | { readonly kind: 'product_changed'; readonly productId: number; readonly addedTags: readonly string[] }
  | { readonly kind: 'product_deleted'; readonly productId: number };

/** One executed mutation: what was asked and whether the shop is different for it. */
export interface MutationRecord {
  readonly at: number;
  readonly mutation: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly effect: 'applied' | 'nothing_to_do' | 'rejected';
  readonly errors: readonly string[];
}

/** One demo merchant's Shopify store: its true state and the rules every change keeps. */
export interface Shop {
  readonly profile: MerchantProfile;
  readonly storeNumber: number;
  readonly clock: DemoClock;
  readonly ids: OrderIds;
  readonly orders: OrderBook;
  readonly index: OrderIndex;
  readonly catalogue: Catalogue;
  readonly goods: SeedCatalogue;
  readonly log: MutationRecord[];
  readonly changes: Set<(change: ShopChange) => void>;
}

/** Puts a store together; its catalogue is a copy, so that the seed stays what it was. */
export function createShop(parts: {
  profile: MerchantProfile;
  storeNumber: number;
  clock: DemoClock;
  ids: OrderIds;
  orders: OrderBook;
  index: OrderIndex;
  goods: SeedCatalogue;
}): Shop {
  return { ...parts, catalogue: copyCatalogue(parts.goods.catalogue), log: [], changes: new Set() };
}

/**
 * Changes one order: stamps it, writes the timeline entry, tells the search index (which lags) and whoever
 * listens (the platform). Nothing happens when `change` returns false.
 */
export function changeOrder(
  shop: Shop,
  index: number,
  actor: Actor,
  change: (order: Order) => { action: string; message: string } | false,
): boolean {
  const order = shop.orders.edit(index);
  const before = stateOf(order);
  const stale = shop.index.snapshot(order);
  const entry = change(order);
  if (entry === false) return false;
  order.updatedAt = shop.clock.wall();
  addEvent(shop, order, actor, entry.action, entry.message);
  shop.index.changed(order, stale);
  emit(shop, { kind: 'order_changed', index, before, after: stateOf(order) });
  return true;
}

/** Enters a new order into the books. */
export function createOrder(shop: Shop, actor: Actor, build: (index: number) => Order): Order {
  const order = shop.orders.add(build);
  addEvent(shop, order, actor, 'placed', `${actor.name} created this order.`);
  shop.index.created(order);
  emit(shop, { kind: 'order_created', index: order.index });
  return order;
}

/** Changes one product; nothing happens when `change` returns false. */
export function changeProduct(shop: Shop, productId: number, change: (product: Product) => boolean): boolean {
  const product = shop.catalogue.products.get(productId);
  if (product === undefined) return false;
  const tagsBefore = new Set(product.tags.map(lower));
  if (!change(product)) return false;
  product.updatedAt = shop.clock.wall();
  emit(shop, {
    kind: 'product_changed',
    productId,
    addedTags: product.tags.filter((tag) => !tagsBefore.has(lower(tag))),
  });
  return true;
}

/** Deletes a product and its variants; orders keep pointing at what is no longer there. */
export function deleteProduct(shop: Shop, productId: number): boolean {
  const product = shop.catalogue.products.get(productId);
  if (product === undefined) return false;
  for (const id of product.variantIds) shop.catalogue.variants.delete(id);
  shop.catalogue.products.delete(productId);
  emit(shop, { kind: 'product_deleted', productId });
  return true;
}

/** Adds tags as Shopify does: compared without case, the first spelling stays. Returns those that were new. */
export function addTags(tags: string[], wanted: readonly string[]): string[] {
  const known = new Set(tags.map(lower));
  const added: string[] = [];
  for (const tag of wanted.map((text) => text.trim()).filter((text) => text !== '')) {
    if (known.has(lower(tag))) continue;
    known.add(lower(tag));
    tags.push(tag);
    added.push(tag);
  }
  return added;
}

/** Removes tags, compared without case. Returns those that were there, in the spelling they had. */
export function removeTags(tags: string[], unwanted: readonly string[]): string[] {
  const gone = new Set(unwanted.map((tag) => lower(tag.trim())));
  const removed = tags.filter((tag) => gone.has(lower(tag)));
  if (removed.length > 0) tags.splice(0, tags.length, ...tags.filter((tag) => !gone.has(lower(tag))));
  return removed;
}

/** Whether a list of tags has this one, compared without case. */
export function hasTag(tags: readonly string[], tag: string): boolean {
  return tags.some((known) => lower(known) === lower(tag));
}

/** The position of an order named by its number, gid or name; null when the store has none such. */
export function findOrder(shop: Shop, reference: string): number | null {
  const digits = /(\d{10,})$/.exec(reference)?.[1];
  const index =
    digits === undefined ? shop.ids.indexOfName(reference) : shop.ids.indexOfOrder(Number(digits));
  return index !== null && index < shop.orders.size ? index : null;
}

function addEvent(shop: Shop, order: Order, actor: Actor, action: string, message: string): void {
  const event: OrderEvent = {
    id: shop.ids.part('event', order.index, order.events.length),
    createdAt: shop.clock.wall(),
    action,
    message,
    appTitle: actor.kind === 'app' ? actor.name : null,
    byApp: actor.kind === 'app',
    byUser: actor.kind === 'staff',
    author: actor.kind === 'staff' ? actor.name : null,
  };
  order.events.push(event);
}

function stateOf(order: Order): OrderState {
  return {
    tags: [...order.tags],
    cancelled: order.cancelledAt !== null,
    financialStatus: order.financialStatus,
    fulfillmentStatus: fulfillmentStatusOf(order),
  };
}

function emit(shop: Shop, change: ShopChange): void {
  for (const listener of shop.changes) listener(change);
}

const lower = (text: string): string => text.toLowerCase();
