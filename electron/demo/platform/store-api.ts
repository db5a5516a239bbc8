import { z } from 'zod';
import type { FulfilmentProduct } from '../shop/catalogue.ts';
import type { Address, Order } from '../shop/order.ts';
import { currentTotalOf } from '../shop/order-facts.ts';
import type { Shop } from '../shop/shop.ts';
import type { Platform } from './platform.ts';

/** An HTTP answer of the Store API. */
interface StoreApiAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;
}

/** The platform's public API for one store. */
export interface StoreApi {
  call(method: string, authorization: string | undefined, body: unknown): StoreApiAnswer;
}

const MINUTE_MS = 60_000;
const MAX_PAGE = 100;

const pageInput = z.object({
  page_size: z.number().int().positive().catch(50).default(50),
  page_token: z.string().catch('').default(''),
});
const listOrdersInput = pageInput.extend({ status: z.union([z.string(), z.array(z.string())]).optional() });
const inventoriesInput = pageInput.extend({ product: z.string().optional() });
const getOrderInput = z.object({
  id: z.string().optional(),
  order_id: z.string().optional(),
  external_id: z.string().optional(),
});
const addressInput = z.object({
  first_name: z.string(),
  last_name: z.string(),
  company: z.string(),
  phone: z.string(),
  email: z.string(),
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  postal: z.string(),
  state: z.string(),
  country: z.string(),
});
const updateInput = z.object({
  order: z.object({
    id: z.string(),
    shipping_address: addressInput.partial().optional(),
    shipping_method: z.string().optional(),
  }),
});

/**
 * Bigblue's Store API as far as it is known: bearer key, 200 requests a minute over all methods, `page_token`
 * paging with pages of at most 100, money as decimal strings, errors as `{code, msg}`.
 */
export function createStoreApi(
  shop: Shop,
  platform: Platform,
  key: string,
  requestsPerMinute: number,
): StoreApi {
  const recent: number[] = [];
  const updates = new Map<number, { shipping_address: Readonly<Record<string, string | undefined>> }>();

  /** Products that back orders wait for: their first items'. Seeded once, like the back orders themselves. */
  let waitedFor: ReadonlySet<string> | null = null;
  const awaited = (): ReadonlySet<string> => {
    waitedFor ??= new Set(
      Array.from({ length: shop.orders.seeded }, (_, index) => shop.orders.pristine(index))
        .filter((order) => order.backordered)
        .flatMap(({ items: [first] }) =>
          first?.variantId === null || first === undefined ? [] : (platform.productOf(first.variantId) ?? []),
        ),
    );
    return waitedFor;
  };

  const allowed = (): boolean => {
    const now = shop.clock.elapsed();
    while (recent.length > 0 && (recent[0] ?? 0) <= now - MINUTE_MS) recent.shift();
    if (recent.length >= requestsPerMinute) return false;
    recent.push(now);
    return true;
  };
  const show = (index: number): Record<string, unknown> | null => {
    const { code, message } = platform.stateOf(index);
    const order = shop.orders.peek(index);
    if (code === null || order === null) return null;
    return { ...orderJson(shop, platform, order), ...updates.get(index), status: { code, message } };
  };
  const find = (reference: string): number | null => {
    const number = /(\d+)$/.exec(reference)?.[1] ?? '';
    const index = reference.includes('-')
      ? shop.ids.indexOfName(reference)
      : shop.ids.indexOfOrder(Number(number));
    return index !== null && index < shop.orders.size ? index : null;
  };

  const methods: Readonly<Record<string, (input: unknown) => StoreApiAnswer>> = {
    ListOrders: (input) => {
      const { page_size: size, page_token: token, status } = listOrdersInput.parse(input ?? {});
      const wanted = status === undefined ? null : new Set([status].flat());
      const orders: unknown[] = [];
      let index = tokenToNumber(token);
      for (; index < shop.orders.size && orders.length < Math.min(size, MAX_PAGE); index++) {
        const code = platform.stateOf(index).code;
        if (code === null || (wanted !== null && !wanted.has(code))) continue;
        orders.push(show(index));
      }
      return ok({ orders, next_page_token: index < shop.orders.size ? numberToToken(index) : '' });
    },
    GetOrder: (input) => {
      const { id, order_id: orderId, external_id: externalId } = getOrderInput.parse(input ?? {});
      const index = find(id ?? orderId ?? externalId ?? '');
      const order = index === null ? null : show(index);
      return order === null ? notFound('Order not found') : ok({ order });
    },
    UpdateOrder: (input) => {
      const { order: change } = updateInput.parse(input);
      const index = find(change.id);
      const order = index === null ? null : show(index);
      if (index === null || order === null) return notFound('Order not found');
      const { code } = platform.stateOf(index);
      if (code === 'HANDED_OVER' || code === 'SHIPPED' || code === 'DELIVERED' || code === 'CANCELLED')
        return refuse(400, 'failed_precondition', 'Order can no longer be updated');
      const { id: _, shipping_address: address, ...rest } = change;
      const known = updates.get(index);
      const current = shop.orders.peek(index);
      const before =
        known?.shipping_address ?? addressJson(current?.shippingAddress ?? null, current?.email ?? null);
      updates.set(index, { ...known, ...rest, shipping_address: { ...before, ...address } });
      return ok({ order: show(index) });
    },
    ListProducts: (input) =>
      page(pageInput.parse(input ?? {}), shop.goods.fulfilment, 'products', (product) =>
        productJson(shop, product),
      ),
    ListInventories: (input) => {
      const parsed = inventoriesInput.parse(input ?? {});
      const products = shop.goods.fulfilment.filter(
        (each) => parsed.product === undefined || each.id === parsed.product,
      );
      return page(parsed, products, 'inventories', (each) => ({
        product: each.id,
        available: awaited().has(each.id) ? 0 : each.available,
        reserved: 0,
        on_hand: awaited().has(each.id) ? 0 : each.available,
      }));
    },
  };

  return {
    call: (method, authorization, body) => {
      platform.settle();
      if (authorization !== `Bearer ${key}`) return refuse(401, 'unauthenticated', 'Invalid API key');
      if (!allowed())
        return { ...refuse(429, 'resource_exhausted', 'Too many requests'), retryAfterSeconds: 1 };
      const run = methods[method];
      if (run === undefined) return refuse(404, 'bad_route', `No handler for ${method}`);
      try {
        return run(body);
      } catch (error) {
        if (error instanceof z.ZodError) return refuse(400, 'invalid_argument', z.prettifyError(error));
        throw error;
      }
    },
  };
}

function page<T>(
  input: { page_size: number; page_token: string },
  items: readonly T[],
  name: string,
  show: (item: T) => Record<string, unknown>,
): StoreApiAnswer {
  const start = tokenToNumber(input.page_token);
  const end = start + Math.min(input.page_size, MAX_PAGE);
  return ok({
    [name]: items.slice(start, end).map((item) => show(item)),
    next_page_token: end < items.length ? numberToToken(end) : '',
  });
}

function orderJson(shop: Shop, platform: Platform, order: Order): Record<string, unknown> {
  const money = (minor: number): string => amountOf(shop, minor);
  return {
    id: order.name.slice(1),
    external_id: shop.profile.externalId === 'id' ? String(order.id) : order.name,
    store: shop.profile.slug,
    submit_time: new Date(order.createdAt).toISOString(),
    language: 'en',
    currency: shop.profile.currency,
    shipping_address: addressJson(order.shippingAddress ?? order.billingAddress, order.email),
    billing_address: addressJson(order.billingAddress, order.email),
    line_items: order.items.flatMap((item) => {
      const product =
        item.variantId === null || item.currentQuantity === 0 ? null : platform.productOf(item.variantId);
      return product === null
        ? []
        : [
            {
              product,
              quantity: item.currentQuantity,
              unit_price: money(item.unitPrice),
              unit_tax: money(0),
            },
          ];
    }),
    shipping_price: money(order.shippingLines.reduce((sum, line) => sum + line.price, 0)),
    shipping_tax: money(0),
    additional_tax: money(0),
    additional_discount: money(0),
    total: money(currentTotalOf(order)),
    shipping_method: order.shippingLines[0]?.title ?? '',
  };
}

function addressJson(address: Address | null, email: string | null): Record<string, string> {
  return {
    first_name: address?.firstName ?? '',
    last_name: address?.lastName ?? '',
    company: address?.company ?? '',
    phone: address?.phone ?? '',
    email: email ?? '',
    line1: address?.address1 ?? '',
    line2: address?.address2 ?? '',
    city: address?.city ?? '',
    postal: address?.zip ?? '',
    state: address?.provinceCode ?? '',
    country: address?.countryCode ?? '',
  };
}

function productJson(shop: Shop, product: FulfilmentProduct): Record<string, unknown> {
  return {
    id: product.id,
    name: product.name,
    ...(product.sku === null ? {} : { sku: product.sku }),
    barcode: product.barcode ?? '',
    description: product.description,
    origin_country: product.originCountry,
    value: { amount: amountOf(shop, product.value), currency: shop.profile.currency },
    tariff_number: product.tariffNumber,
    ...(product.components.length === 0 ? {} : { components: product.components }),
  };
}

function amountOf(shop: Shop, minor: number): string {
  return (minor / 10 ** shop.profile.decimals).toFixed(shop.profile.decimals);
}

function ok(body: Readonly<Record<string, unknown>>): StoreApiAnswer {
  return { status: 200, body };
}

function refuse(status: number, code: string, msg: string): StoreApiAnswer {
  return { status, body: { code, msg } };
}

function notFound(msg: string): StoreApiAnswer {
  return refuse(404, 'not_found', msg);
}

function numberToToken(position: number): string {
  return Buffer.from(`at:${position}`).toString('base64url');
}

function tokenToNumber(token: string): number {
  const position = Number(/^at:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1] ?? 0);
  return Number.isSafeInteger(position) ? position : 0;
}
