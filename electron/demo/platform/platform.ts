import type { ErrorType } from '../merchants/order-plan.ts';
import type { ProductLink } from '../merchants/catalogue-seed.ts';
import { diceFor } from '../random.ts';
import { copyCatalogue } from '../shop/catalogue.ts';
import type { Order } from '../shop/order.ts';
import {
  changeOrder,
  changeProduct,
  hasTag,
  removeTags,
  type Actor,
  type OrderState,
  type Shop,
  type ShopChange,
} from '../shop/shop.ts';
import { judge, type PlatformSettings, type ProductView } from './judge.ts';
import { productView, renewProduct } from './product-view.ts';

type StatusCode =
  | 'BACKORDER'
  | 'PENDING'
  | 'EXCEPTION'
  | 'IN_PREPARATION'
  | 'HANDED_OVER'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'CANCELLED';

/** How the platform stands to one order. `out_of_scope`: it never deals with such orders. */
export interface PlatformOrder {
  readonly state: 'synced' | 'refused' | 'waiting' | 'out_of_scope';
  /** Empty unless refused. */
  readonly message: string;
  readonly error: ErrorType | null;
  /** The status the Store API gives; null when it does not list the order. */
  readonly code: StatusCode | null;
}

/** The fulfilment platform as one store sees it. */
export interface Platform {
  readonly settings: PlatformSettings;
  readonly links: Map<number, ProductLink>;
  stateOf(index: number): PlatformOrder;
  /** The platform's product for a variant as it would ship it, or null. */
  productOf(variantId: number): string | null;
  /** Does whatever is due, for callers that do not want to wait for a timer. */
  settle(): void;
  close(): void;
}

const REPROCESS = 'bigblue-reprocess';
const IGNORE = 'bigblue-ignore';
const APPROVED = 'Globale::Approved';
const actor: Actor = { name: 'Bigblue', kind: 'app' };
/** The platform looks at new orders of the seed this long after they were placed. */
const INTAKE_DELAY_MS = 12 * 60_000;
const DAY = 86_400_000;
/** One refused order in so many is listed by the Store API, too, as EXCEPTION. */
const LISTED_ONE_IN = 8;

/**
 * Connects a platform to a store: it judges the seeded orders as they were seeded, then follows the shop's changes
 * as webhooks would tell it. Product data (tags, physical or not, SKU) is its own copy, renewed when a product is
 * pushed with `bigblue-reprocess`; links are read anew at each look.
 *
 * @param reprocessDelayMs how long it takes to react
 * @param integratedSince UTC ms; older orders are none of its business
 */
export function connectPlatform(
  shop: Shop,
  options: { settings: PlatformSettings; reprocessDelayMs: number; integratedSince: number },
): Platform {
  const { settings, reprocessDelayMs, integratedSince } = options;
  const initialSettings = structuredClone(settings);
  const mirror = copyCatalogue(shop.goods.catalogue);
  const links = new Map(shop.goods.linkTable);
  const states = new Map<number, PlatformOrder>();
  const jobs = new Set<{ at: number; run: () => void; timer: NodeJS.Timeout }>();
  const now = productView(shop, mirror, links, shop.catalogue);
  const then = productView(shop, shop.goods.catalogue, shop.goods.linkTable, shop.goods.catalogue);

  const later = (run: () => void): void => {
    const job = {
      at: shop.clock.elapsed() + reprocessDelayMs,
      run: () => {
        jobs.delete(job);
        clearTimeout(job.timer);
        run();
      },
      timer: setTimeout(() => job.run(), reprocessDelayMs),
    };
    jobs.add(job);
  };
  const examine = (index: number): void => {
    const order = shop.orders.peek(index);
    if (order === null) return;
    const known = stateOf(index);
    if (known.state === 'synced' || known.state === 'out_of_scope') return;
    const verdict = judge(order, now, settings);
    states.set(
      index,
      verdict.taken
        ? { state: 'synced', message: '', error: null, code: 'PENDING' }
        : refused(verdict.error, verdict.message, known.code !== null || isListed(shop, index)),
    );
  };
  const stateOf = (index: number): PlatformOrder => {
    const known = states.get(index);
    if (known !== undefined) return known;
    const order = shop.orders.pristine(index);
    if (order.createdAt < integratedSince || order.test || isPointOfSale(order)) return outOfScope;
    const fresh = order.createdAt > integratedSince + 60 * DAY - 15 * 60_000;
    if ((fresh || index >= shop.orders.seeded) && shop.clock.wall() < order.createdAt + INTAKE_DELAY_MS)
      return waiting;
    const state = initialState(shop, order, then, initialSettings);
    states.set(index, state);
    return state;
  };
  const forgetReprocess = (tags: readonly string[]): boolean =>
    shop.profile.removesReprocessTag && hasTag(tags, REPROCESS);

  const follow = (change: ShopChange): void => {
    switch (change.kind) {
      case 'order_created':
        later(() => examine(change.index));
        return;
      case 'order_changed': {
        const { index, before, after } = change;
        const known = stateOf(index);
        if (known.state === 'synced' && after.cancelled && !before.cancelled)
          states.set(index, { ...known, code: 'CANCELLED' });
        if (!looksAgain(before, after)) return;
        later(() => {
          examine(index);
          if (forgetReprocess(shop.orders.peek(index)?.tags ?? [])) untag(index);
        });
        return;
      }
      case 'product_changed':
        if (!hasTag(change.addedTags, REPROCESS)) return;
        later(() => {
          renewProduct(mirror, shop.catalogue, change.productId);
          changeProduct(
            shop,
            change.productId,
            (product) => forgetReprocess(product.tags) && removeTags(product.tags, [REPROCESS]).length > 0,
          );
        });
        return;
      case 'product_deleted':
        renewProduct(mirror, shop.catalogue, change.productId);
        return;
    }
  };
  const untag = (index: number): void => {
    changeOrder(shop, index, actor, (order) =>
      removeTags(order.tags, [REPROCESS]).length === 0
        ? false
        : { action: 'tag_removed', message: `${actor.name} removed the tag ${REPROCESS} from this order.` },
    );
  };
  shop.changes.add(follow);

  return {
    settings,
    links,
    stateOf,
    productOf: (variantId) => {
      const variant = mirror.variants.get(variantId);
      const link = variant === undefined ? null : now.linkOf(variant);
      return link?.active === true ? link.product : null;
    },
    settle: () => {
      const due = shop.clock.elapsed();
      for (const job of jobs) if (job.at <= due) job.run();
    },
    close: () => {
      shop.changes.delete(follow);
      for (const job of jobs) clearTimeout(job.timer);
      jobs.clear();
    },
  };
}

const outOfScope: PlatformOrder = { state: 'out_of_scope', message: '', error: null, code: null };
const waiting: PlatformOrder = { state: 'waiting', message: '', error: null, code: null };

function refused(error: ErrorType, message: string, listed: boolean): PlatformOrder {
  // It has the order, and not the goods.
  if (error === 'out_of_stock') return { state: 'refused', message, error, code: 'BACKORDER' };
  return { state: 'refused', message, error, code: listed ? 'EXCEPTION' : null };
}

function isPointOfSale(order: Order): boolean {
  return order.sourceName === 'pos' && order.items.every((item) => !item.requiresShipping);
}

function isListed(shop: Shop, index: number): boolean {
  return diceFor(shop.profile.slug, 'listed', index).int(LISTED_ONE_IN) === 0;
}

/** The changes that make the platform look again by itself, and the tag that asks it to. */
function looksAgain(before: OrderState, after: OrderState): boolean {
  const gained = (tag: string): boolean => hasTag(after.tags, tag) && !hasTag(before.tags, tag);
  const lost = (tag: string): boolean => hasTag(before.tags, tag) && !hasTag(after.tags, tag);
  return (
    gained(REPROCESS) ||
    gained(APPROVED) ||
    lost(IGNORE) ||
    before.cancelled !== after.cancelled ||
    before.financialStatus !== after.financialStatus ||
    before.fulfillmentStatus !== after.fulfillmentStatus
  );
}

/** What the platform made of an order when it came in; the ones it shipped itself were taken in long ago. */
function initialState(
  shop: Shop,
  order: Order,
  view: ProductView,
  settings: PlatformSettings,
): PlatformOrder {
  const own = order.fulfillments.find(
    (each) => each.service.handle === 'bigblue' && each.status === 'SUCCESS',
  );
  if (own !== undefined)
    return {
      state: 'synced',
      message: '',
      error: null,
      code: own.displayStatus === 'DELIVERED' ? 'DELIVERED' : 'SHIPPED',
    };
  const verdict = judge(order, view, settings);
  if (!verdict.taken) return refused(verdict.error, verdict.message, isListed(shop, order.index));
  const dice = diceFor(shop.profile.slug, 'status', order.index);
  const codes = ['PENDING', 'IN_PREPARATION', 'IN_PREPARATION', 'HANDED_OVER'] as const;
  return {
    state: 'synced',
    message: '',
    error: null,
    code: dice.pick(codes),
  };
}
