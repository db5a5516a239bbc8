import type { Product, Variant } from '../../../shared/domain/catalog.ts';
import type { Gid } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Trouble } from '../../../shared/domain/trouble.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import type { Clock, Logger } from '../ports.ts';
import { pointsTaken } from './budget.ts';
import { createBulkReader } from './bulk/bulk-reader.ts';
import type { AdminClient } from './client.ts';
import { isUnread, type RawOrder, type RawOrdersPage, type RawStamps, toOrder } from './decode/order.ts';
import { type RawProduct, type RawProductsPage, toProduct, toVariant } from './decode/product.ts';
import { nextCursor } from './decode/scalars.ts';
import { tagEventsOf } from './decode/tag-events.ts';
import type { AdminDocument } from './documents/document.ts';
import { ORDER_EVENTS } from './documents/events.ts';
import { FULFILLMENTS_PER_PAGE } from './documents/order-fields.ts';
import {
  ORDER_STAMPS,
  ORDERS_COUNT,
  orderFulfillmentsDocument,
  orderLinesDocument,
  ordersByIdsDocument,
  ordersPageDocument,
} from './documents/orders.ts';
import { type DocumentParts, withheldParts } from './documents/parts.ts';
import { PRODUCT_VARIANTS, PRODUCTS_BY_IDS, PRODUCTS_UPDATED } from './documents/products.ts';
import { cursorAfter, readCursor } from './page-cursor.ts';
import { nextPageSize, type PageCost } from './page-size.ts';
import { probeStore, type StoreAccess } from './probe.ts';
import { missingScopes } from './scopes.ts';
import { ordersCreatedQuery, ordersUpdatedQuery, productsUpdatedQuery } from './search-query.ts';
import type { ReadOrders, StoreReader, UnreadOrder } from './store-api.ts';

export interface StoreReaderPorts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly random?: () => number;
}

/** Small enough for any plan's bucket before the first page taught its cost. */
const FIRST_PAGE = 10;
const LARGEST_PAGE = 50;

/**
 * Reads one store through `client`. The documents are composed of what a probe found readable; it runs with the first
 * read, and again whenever `probe` is called.
 */
export function createStoreReader(client: AdminClient, ports: StoreReaderPorts): StoreReader {
  let access: StoreAccess | null = null;
  const learned = new Map<string, PageCost>();

  async function probe(signal?: AbortSignal): Promise<StoreAccess> {
    const { clock, logger, random = Math.random } = ports;
    access = await probeStore(client, { clock, logger, random, signal });
    return access;
  }

  async function parts(signal?: AbortSignal): Promise<DocumentParts> {
    return (access ?? (await probe(signal))).parts;
  }

  /** Sends one request and adds its points to `meter`. */
  async function read<Variables extends object, Data>(
    meter: Meter,
    document: AdminDocument<Variables, Data>,
    variables: Variables,
    signal: AbortSignal | undefined,
  ): Promise<Data> {
    const { data, cost } = await client.request(document, variables, { signal }).catch((error: unknown) => {
      // Scopes were taken away since the probe: find out anew what is left before the next read.
      if (error instanceof UnstuckError && error.code === 'missing_scope') access = null;
      throw error;
    });
    meter.points += pointsTaken(cost);
    meter.requested = cost?.requestedQueryCost ?? null;
    return data;
  }

  /** Asks for as many nodes as the budget allows, and for half as many when that was refused as too costly. */
  async function sized<Data>(
    kind: string,
    meter: Meter,
    ask: (first: number) => Promise<Data>,
    most = LARGEST_PAGE,
  ): Promise<Data> {
    let first = nextPageSize(learned.get(kind) ?? null, client.budget.bucket(), {
      start: Math.min(most, FIRST_PAGE),
      most,
    });
    for (;;) {
      try {
        const data = await ask(first);
        if (meter.requested !== null) learned.set(kind, { first, requested: meter.requested });
        return data;
      } catch (error) {
        if (!(error instanceof UnstuckError) || error.meta.tooCostly !== true || first === 1) throw error;
        first = Math.floor(first / 2);
      }
    }
  }

  /** Reads `ids` in portions that the budget allows; null where one is gone. */
  async function byIds<Raw>(
    kind: string,
    meter: Meter,
    ids: readonly string[],
    document: AdminDocument<{ ids: string[] }, readonly (Raw | null)[]>,
    signal: AbortSignal | undefined,
  ): Promise<readonly Raw[]> {
    const found: Raw[] = [];
    let rest = [...new Set(ids)];
    while (rest.length > 0) {
      let taken = 0;
      const raws = await sized(
        kind,
        meter,
        (first) => {
          taken = first;
          return read(meter, document, { ids: rest.slice(0, first) }, signal);
        },
        Math.min(LARGEST_PAGE, rest.length),
      );
      found.push(...raws.filter((raw) => raw !== null));
      rest = rest.slice(taken);
    }
    return found;
  }

  async function completeOrder(
    raw: RawOrder,
    known: DocumentParts,
    meter: Meter,
    signal?: AbortSignal,
  ): Promise<Order> {
    const lines = [...raw.lineItems.nodes];
    let after = nextCursor(raw.lineItems.pageInfo);
    while (after !== null) {
      const page = await read(meter, orderLinesDocument(known), { id: raw.id, after }, signal);
      lines.push(...(page?.nodes ?? []));
      after = page ? nextCursor(page.pageInfo) : null;
    }
    const fulfillments =
      raw.fulfillments.length < FULFILLMENTS_PER_PAGE
        ? raw.fulfillments
        : await read(meter, orderFulfillmentsDocument(known), { id: raw.id }, signal);
    return toOrder(raw, lines, fulfillments, known);
  }

  async function completeOrders(
    raws: readonly (RawOrder | UnreadOrder)[],
    known: DocumentParts,
    meter: Meter,
    signal?: AbortSignal,
  ): Promise<ReadOrders> {
    const orders: Order[] = [];
    const unread: UnreadOrder[] = [];
    for (const raw of raws) {
      if (isUnread(raw)) unread.push(raw);
      else
        await completeOrder(raw, known, meter, signal).then(
          (order) => orders.push(order),
          (thrown: unknown) => {
            if (!(thrown instanceof UnstuckError) || thrown.code !== 'bad_answer') throw thrown;
            unread.push({ gid: raw.id, trouble: troubleOf(thrown) });
          },
        );
    }
    return { orders, unread };
  }

  async function completeProducts(raws: readonly RawProduct[], meter: Meter, signal?: AbortSignal) {
    const products: Product[] = [];
    const variants: Variant[] = [];
    for (const raw of raws) {
      products.push(toProduct(raw));
      variants.push(...raw.variants.nodes.map((variant) => toVariant(variant, raw.id)));
      let after = nextCursor(raw.variants.pageInfo);
      while (after !== null) {
        const page = await read(meter, PRODUCT_VARIANTS, { id: raw.id, after }, signal);
        variants.push(...(page?.nodes ?? []).map((variant) => toVariant(variant, raw.id)));
        after = page ? nextCursor(page.pageInfo) : null;
      }
    }
    return { products, variants };
  }

  return {
    async probe(signal) {
      const { shop, parts } = await probe(signal);
      return {
        name: shop.name,
        domain: shop.domain,
        currency: shop.currency,
        scopes: shop.scopes,
        missingScopes: missingScopes(shop.scopes),
        redacted: withheldParts(parts),
      };
    },

    async ordersPage(range, signal) {
      const known = await parts(signal);
      const meter = newMeter();
      const cursor = readCursor(range.after, range.from);
      const query = ordersUpdatedQuery({ ...range, from: cursor.from });
      const page = await sized('ordersPage', meter, (first) =>
        read(meter, ordersPageDocument(known), { first, after: cursor.after, query }, signal),
      );
      const orders = await completeOrders(page.nodes, known, meter, signal);
      return { ...orders, next: cursorAfter(cursor, whatPage(page)), cost: meter.points };
    },

    async ordersUpdatedCount(range, signal) {
      const meter = newMeter();
      const count = await read(meter, ORDERS_COUNT, { query: ordersUpdatedQuery(range) }, signal);
      return { count, cost: meter.points };
    },

    async ordersCreatedCount(window, signal) {
      const meter = newMeter();
      const count = await read(meter, ORDERS_COUNT, { query: ordersCreatedQuery(window) }, signal);
      return { count, cost: meter.points };
    },

    async ordersCreated(window, signal) {
      const meter = newMeter();
      const query = ordersCreatedQuery(window);
      const stamps: { gid: Gid<'Order'>; updatedAt: number }[] = [];
      let after: string | null = null;
      do {
        const page: RawStamps = await read(meter, ORDER_STAMPS, { query, after }, signal);
        stamps.push(...page.nodes.map(({ id, updatedAt }) => ({ gid: id, updatedAt })));
        after = nextCursor(page.pageInfo);
      } while (after !== null);
      return { stamps, cost: meter.points };
    },

    async ordersByGid(gids, signal) {
      const known = await parts(signal);
      const meter = newMeter();
      const raws = await byIds('ordersById', meter, gids, ordersByIdsDocument(known), signal);
      return { ...(await completeOrders(raws, known, meter, signal)), cost: meter.points };
    },

    async catalogByProduct(gids: readonly Gid<'Product'>[], signal) {
      const meter = newMeter();
      if (!(await parts(signal)).has('products')) return { products: [], variants: [], cost: 0 };
      const raws = await byIds('productsById', meter, gids, PRODUCTS_BY_IDS, signal);
      return { ...(await completeProducts(raws, meter, signal)), cost: meter.points };
    },

    async productsUpdated(range, signal) {
      const meter = newMeter();
      if (!(await parts(signal)).has('products')) return { products: [], variants: [], next: null, cost: 0 };
      const cursor = readCursor(range.after, range.from);
      const query = productsUpdatedQuery({ to: range.to, from: cursor.from ?? range.from });
      const page = await sized('productsPage', meter, (first) =>
        read(meter, PRODUCTS_UPDATED, { first, after: cursor.after, query }, signal),
      );
      const catalog = await completeProducts(page.nodes, meter, signal);
      return { ...catalog, next: cursorAfter(cursor, whatPage(page)), cost: meter.points };
    },

    budget: () => client.budget.bucket(),
    bulk: createBulkReader(client, parts),

    async tagEvents(gid, signal) {
      const meter = newMeter();
      try {
        const events = await read(meter, ORDER_EVENTS, { id: gid }, signal);
        return { events: tagEventsOf(events), cost: meter.points };
      } catch (error) {
        if (error instanceof UnstuckError && error.code === 'missing_scope') return { events: null, cost: 0 };
        throw error;
      }
    },
  };
}

/** Points taken by one call of the reader, and what its last request was said to cost. */
interface Meter {
  points: number;
  requested: number | null;
}

function newMeter(): Meter {
  return { points: 0, requested: null };
}

function whatPage({ nodes, pageInfo }: RawOrdersPage | RawProductsPage): Parameters<typeof cursorAfter>[1] {
  return {
    endCursor: nextCursor(pageInfo),
    count: nodes.length,
    lastUpdatedAt: nodes.flatMap((node) => ('updatedAt' in node ? node.updatedAt : [])).at(-1) ?? null,
  };
}

/** What a read that failed for its answer says of that answer. */
function troubleOf({ said, message }: UnstuckError): Trouble {
  if (said?.code === 'unexpected_answer') return said.trouble;
  if (said?.code === 'store_reports') return { code: 'reports', host: said.host, words: said.words };
  return { code: 'verbatim', words: message };
}
