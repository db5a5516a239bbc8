import { GraphQLError } from 'graphql';
import { parseGid, toGid } from '../gid.ts';
import type { Order } from '../shop/order.ts';
import type { Shop } from '../shop/shop.ts';
import { connectionOf, type PageArgs } from './connection.ts';
import { asNode, type ApiContext, type Field, type TypeResolvers } from './context.ts';
import { countOrders, findOrders, type OrderSearchArgs } from './find-orders.ts';
import { inventoryItemOf } from './product-resolvers.ts';

const MAX_IDS = 250;

/** The object behind a global id, marked with its type; null when the store has none such. */
export function nodeOf(id: string, context: ApiContext): object | null {
  const { shop } = context;
  const parsed = parseGid(id);
  if (parsed === null) throw invalidId(id);
  const { type, number } = parsed;
  switch (type) {
    case 'Order':
      return mark(type, orderById(shop, number));
    case 'Product':
      return mark(type, shop.catalogue.products.get(number));
    case 'ProductVariant':
      return mark(type, shop.catalogue.variants.get(number));
    case 'InventoryItem': {
      for (const variant of shop.catalogue.variants.values())
        if (variant.inventoryItemId === number) return inventoryItemOf(variant);
      return null;
    }
    case 'LineItem':
      return mark(
        type,
        ownerOf(shop, 'line', number)?.items.find((item) => item.id === number),
      );
    case 'Fulfillment':
      return mark(
        type,
        ownerOf(shop, 'fulfillment', number)?.fulfillments.find((each) => each.id === number),
      );
    case 'BulkOperation':
      return context.bulk.find(number);
    case 'CalculatedOrder':
    case 'OrderEditSession':
      return context.sessions.nodeOf(type, number);
    default:
      return null;
  }
}

/** The order with this Shopify id, or undefined. */
function orderById(shop: Shop, id: number): Order | undefined {
  const index = shop.ids.indexOfOrder(id);
  return (index === null ? null : shop.orders.peek(index)) ?? undefined;
}

function ownerOf(shop: Shop, kind: 'line' | 'fulfillment', id: number): Order | null {
  const index = shop.ids.indexOfPart(kind, id);
  return index === null ? null : shop.orders.peek(index);
}

function mark(type: string, source: object | undefined): object | null {
  return source === undefined ? null : asNode(type, source);
}

/** A single object by id; an id of another type is Shopify's error, not an empty answer. */
function byId(type: string): Field<unknown, { id: string }> {
  return (_, { id }, context) => {
    if (parseGid(id)?.type !== type) throw invalidId(id);
    return nodeOf(id, context);
  };
}

function invalidId(id: string): GraphQLError {
  return new GraphQLError(`Invalid global id '${id}'`, {
    extensions: { code: 'argumentLiteralsIncompatible' },
  });
}

/** Products and variants: `updated_at` and `id` are the filters a sync needs; sorted by update, else by id. */
function searchCatalogue<T extends { id: number; updatedAt: number }>(
  type: string,
  items: Iterable<T>,
  args: OrderSearchArgs,
  context: ApiContext,
): unknown {
  const bounds = [
    ...(args.query ?? '').matchAll(/(updated_at|id):\s*(>=|<=|>|<)?\s*(?:'([^']*)'|"([^"]*)"|(\S+))/g),
  ];
  const found = [...items].filter((item) =>
    bounds.every(([, field, comparator, single, double, bare]) => {
      const text = single ?? double ?? bare ?? '';
      const left = field === 'id' ? item.id : Math.floor(item.updatedAt / 1000) * 1000;
      const right =
        field === 'id' ? Number(text.replace(/^.*\//, '')) : Math.floor(Date.parse(text) / 1000) * 1000;
      if (Number.isNaN(right)) return true;
      if (comparator === '>=') return left >= right;
      if (comparator === '<=') return left <= right;
      if (comparator === '>') return left > right;
      return comparator === '<' ? left < right : left === right;
    }),
  );
  found.sort((a, b) => (args.sortKey === 'UPDATED_AT' ? a.updatedAt - b.updatedAt : 0) || a.id - b.id);
  return connectionOf(
    found.map((item) => asNode(type, item)),
    args,
    context,
  );
}

const root: Readonly<Record<string, Field<unknown>>> = {
  shop: (_, __, { shop }) => ({
    id: toGid('Shop', 60_000_000_000 + shop.storeNumber),
    name: shop.profile.name,
    email: `hello@${shop.profile.slug}.example.com`,
    myshopifyDomain: `${shop.profile.slug}.myshopify.com`,
    currencyCode: shop.profile.currency,
    ianaTimezone: shop.profile.timezone,
    plan: {
      displayName: 'Shopify Plus',
      publicDisplayName: 'Shopify Plus',
      partnerDevelopment: false,
      shopifyPlus: true,
    },
    url: `https://${shop.profile.slug}.myshopify.com`,
  }),
  currentAppInstallation: (_, __, { shop, access }) => ({
    id: toGid('AppInstallation', 500_000_000 + shop.storeNumber),
    accessScopes: [...access.scopes].map((handle) => ({ handle, description: handle.replaceAll('_', ' ') })),
  }),
};

const order: Field<unknown, { id: string }> = byId('Order');
const orders: Field<unknown, OrderSearchArgs> = (_, args, context) => findOrders(args, context);
const ordersCount: Field<unknown, { query?: string | null; limit?: number | null }> = (
  _,
  { query, limit },
  context,
) => countOrders(query, limit ?? null, context);
const node: Field<unknown, { id: string }> = (_, { id }, context) => nodeOf(id, context);
const nodes: Field<unknown, { ids: readonly string[] }> = (_, { ids }, context) => {
  if (ids.length > MAX_IDS)
    throw new GraphQLError(
      `The input array size of ${ids.length} is greater than the maximum allowed of ${MAX_IDS}.`,
      {
        extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
      },
    );
  return ids.map((id) => nodeOf(id, context));
};
const products: Field<unknown, OrderSearchArgs> = (_, args, context) =>
  searchCatalogue('Product', context.shop.catalogue.products.values(), args, context);
const productVariants: Field<unknown, OrderSearchArgs> = (_, args, context) =>
  searchCatalogue('ProductVariant', context.shop.catalogue.variants.values(), args, context);
const bulkOperations: Field<unknown, PageArgs & { query?: string | null }> = (_, args, context) =>
  connectionOf(context.bulk.list(args.query ?? ''), args, context);
const currentBulkOperation: Field<unknown, { type?: string | null }> = (_, { type }, context) =>
  context.bulk.latest(type === 'MUTATION' ? 'MUTATION' : 'QUERY');

/** Resolvers of the query root. */
export const queryResolvers: TypeResolvers = {
  ...root,
  order,
  orders,
  ordersCount,
  node,
  nodes,
  product: byId('Product'),
  products,
  productVariant: byId('ProductVariant'),
  productVariants,
  inventoryItem: byId('InventoryItem'),
  orderEditSession: byId('OrderEditSession'),
  bulkOperation: byId('BulkOperation'),
  bulkOperations,
  currentBulkOperation,
};
