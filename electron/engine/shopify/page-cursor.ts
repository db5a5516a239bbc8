import { z } from 'zod';
import type { Millis } from '../../../shared/domain/order.ts';
import { UnstuckError } from '../../../shared/errors.ts';

/** Pages of one search end at 25,000 nodes; a new search begins well before. */
const DEEPEST = 20_000;

const pageCursor = z.object({ after: z.string().nullable(), from: z.int().nullable(), seen: z.int().min(0) });

/**
 * Where in a range of updates a reader stands: Shopify's cursor, the lower bound of its search (UTC ms), and how many
 * nodes that search has given so far. It crosses to callers as text they need not understand.
 */
export type PageCursor = Readonly<z.infer<typeof pageCursor>>;

/** Where to begin: at `text`, which an earlier page gave, or at `from`. */
export function readCursor(text: string | null, from: Millis | null): PageCursor {
  if (text === null) return { after: null, from, seen: 0 };
  const parsed = pageCursor.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new UnstuckError(
    'bad_input',
    'Field “after” is no cursor of an earlier page; start from the first page.',
    {
      meta: { field: 'after' },
    },
  );
}

/**
 * The cursor after a page of `count` nodes, the last of them updated at `lastUpdatedAt`; null after the last page. A
 * search that has gone deep starts anew from there: bounds are inclusive, so nodes at the seam come twice, none is lost.
 */
export function cursorAfter(
  cursor: PageCursor,
  page: { readonly endCursor: string | null; readonly count: number; readonly lastUpdatedAt: Millis | null },
): string | null {
  if (page.endCursor === null) return null;
  const seen = cursor.seen + page.count;
  const { lastUpdatedAt } = page;
  const restart =
    seen >= DEEPEST && lastUpdatedAt !== null && second(lastUpdatedAt) > second(cursor.from ?? 0);
  return JSON.stringify(
    restart
      ? { after: null, from: lastUpdatedAt, seen: 0 }
      : { after: page.endCursor, from: cursor.from, seen },
  );
}

function second(at: Millis): number {
  return Math.floor(at / 1000);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
