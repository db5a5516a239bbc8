import { GraphQLError } from 'graphql';
import type { Order } from '../shop/order.ts';
import type { SortPoint } from '../shop/search-index.ts';
import { build, fromCursor, pageSize, toCursor, type Connection, type PageArgs } from './connection.ts';
import type { ApiContext } from './context.ts';
import { parseOrderSearch, type SearchFilter } from './search-query.ts';

/** Arguments of `orders`. */
export interface OrderSearchArgs extends PageArgs {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

/** Shopify stops paging through a list after this many objects; larger ones need a filter or a bulk operation. */
const DEEPEST_PAGE = 25_000;
const SIXTY_DAYS = 60 * 86_400_000;

interface Place extends SortPoint {
  /** How many objects lie before this one in the list, counted from its start. */
  readonly depth: number;
}

/** One page of a search for orders. The filter sees the index, which lags; the orders themselves are current. */
export function findOrders(args: OrderSearchArgs, context: ApiContext): Connection<Order> {
  const size = pageSize(args, context);
  const after = args.after == null ? null : placeOf(args.after);
  if (after !== null && after.depth >= DEEPEST_PAGE)
    throw new GraphQLError(
      `Pagination is limited to ${DEEPEST_PAGE} objects. Narrow the search with a filter.`,
      {
        extensions: { code: 'BAD_REQUEST' },
      },
    );
  const places: Place[] = [];
  let more = false;
  let depth = after === null ? 0 : after.depth;
  for (const point of matching(args, after, context)) {
    if (places.length >= size) {
      more = true;
      break;
    }
    depth += 1;
    places.push({ ...point, depth });
  }
  const nodes = places.flatMap((place) => context.shop.orders.peek(place.index) ?? []);
  return build(nodes, (position) => cursorOf(context, places[position]), after !== null, more);
}

/** The number of matching orders, exact up to `limit`. */
export function countOrders(
  query: string | null | undefined,
  limit: number | null,
  context: ApiContext,
): { count: number; precision: string } {
  const most = limit ?? Number.POSITIVE_INFINITY;
  let count = 0;
  for (const _ of matching({ query: query ?? null, sortKey: 'ID' }, null, context)) {
    if (count >= most) return { count, precision: 'AT_LEAST' };
    count += 1;
  }
  return { count, precision: 'EXACT' };
}

/** All orders of a search, as bulk operations read them. */
export function* matching(
  args: OrderSearchArgs,
  after: SortPoint | null,
  context: ApiContext,
): Generator<SortPoint> {
  const { index } = context.shop;
  const filter = parseOrderSearch(args.query);
  context.searchWarnings.push(...filter.warnings);
  const reverse = args.reverse === true;
  const oldest = context.access.scopes.has('read_all_orders') ? null : context.shop.clock.wall() - SIXTY_DAYS;
  const accept = (position: number): boolean => {
    const indexed = index.at(position);
    return indexed !== null && (oldest === null || indexed.createdAt >= oldest) && filter.matches(indexed);
  };
  if (filter.sourceIdentifier !== null) {
    const found = index.bySource(filter.sourceIdentifier).filter(accept);
    for (const position of reverse ? found.toReversed() : found)
      if (after === null || (reverse ? position < after.index : position > after.index))
        yield { value: 0, index: position };
    return;
  }
  if (args.sortKey !== 'UPDATED_AT') {
    for (const point of index.byCreation(after, reverse)) if (accept(point.index)) yield point;
    return;
  }
  for (const point of index.byUpdate(after ?? startOf(filter, reverse), reverse)) {
    if (
      reverse
        ? point.value < (filter.updatedFrom ?? 0)
        : point.value > (filter.updatedTo ?? Number.POSITIVE_INFINITY)
    )
      return;
    if (accept(point.index)) yield point;
  }
}

/** Where a sorted search may begin: at the edge of the asked span instead of the end of the list. */
function startOf(filter: SearchFilter, reverse: boolean): SortPoint | null {
  if (reverse) return filter.updatedTo === null ? null : { value: filter.updatedTo + 1000, index: 0 };
  return filter.updatedFrom === null ? null : { value: filter.updatedFrom - 1000, index: 2_000_000 };
}

function cursorOf(context: ApiContext, place: Place | undefined): string {
  if (place === undefined) throw new Error('A page has as many places as nodes.');
  return toCursor({
    last_id: context.shop.ids.orderId(place.index),
    last_value: place.value,
    at: place.index,
    n: place.depth,
  });
}

function placeOf(cursor: string): Place {
  const { last_value: value, at: index, n: depth } = fromCursor(cursor);
  if (typeof value !== 'number' || typeof index !== 'number' || typeof depth !== 'number')
    throw new GraphQLError('Invalid cursor for current pagination sort.', {
      extensions: { code: 'INVALID_CURSOR' },
    });
  return { value, index, depth };
}
