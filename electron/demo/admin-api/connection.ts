import { GraphQLError } from 'graphql';
import type { ApiContext } from './context.ts';

/** Arguments every connection takes. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly reverse?: boolean | null;
}

export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const MAX_PAGE = 250;

/** Checks `first` as Shopify does: given, and at most 250. Infinity inside a bulk operation. */
export function pageSize(args: PageArgs, context: ApiContext): number {
  if (context.unpaged) return Number.POSITIVE_INFINITY;
  const { first } = args;
  if (first == null)
    throw new GraphQLError('you must provide one of first or last', { extensions: { code: 'BAD_REQUEST' } });
  if (first < 0 || first > MAX_PAGE)
    throw new GraphQLError(`first cannot exceed ${MAX_PAGE}`, {
      extensions: { code: 'MAX_PAGE_SIZE_EXCEEDED' },
    });
  return first;
}

/** Writes an opaque cursor. */
export function toCursor(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64');
}

/** Reads a cursor, or throws Shopify's error for one it did not write. */
export function fromCursor(cursor: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch {
    // Falls through to the one error below.
  }
  throw new GraphQLError(`Invalid cursor for current pagination sort.`, {
    extensions: { code: 'INVALID_CURSOR' },
  });
}

/** Pages through a list that is small enough to hold. */
export function connectionOf<T>(items: readonly T[], args: PageArgs, context: ApiContext): Connection<T> {
  const size = pageSize(args, context);
  const list = args.reverse === true ? items.toReversed() : items;
  const at = args.after == null ? null : fromCursor(args.after)['at'];
  const start = typeof at === 'number' ? at + 1 : 0;
  const nodes = size === Number.POSITIVE_INFINITY ? list.slice(start) : list.slice(start, start + size);
  return build(
    nodes,
    (position) => toCursor({ at: start + position }),
    start > 0,
    start + nodes.length < list.length,
  );
}

/** Puts a page together from its nodes. */
export function build<T>(
  nodes: readonly T[],
  cursorOf: (position: number) => string,
  hasPreviousPage: boolean,
  hasNextPage: boolean,
): Connection<T> {
  return {
    nodes,
    get edges() {
      return nodes.map((node, position) => ({ node, cursor: cursorOf(position) }));
    },
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      get startCursor() {
        return nodes.length === 0 ? null : cursorOf(0);
      },
      get endCursor() {
        return nodes.length === 0 ? null : cursorOf(nodes.length - 1);
      },
    },
  };
}
