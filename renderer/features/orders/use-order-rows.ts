import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrderRow } from '../../../shared/contract/rows.ts';
import { useEngine } from '../../rpc/engine-context.tsx';
import { engineQueryKey } from '../../rpc/topics.ts';

/** Rows per page that crosses the wire (architecture.md, Data: never all rows). */
const PAGE_ROWS = 100;

/** The pages of `count` rows that hold the rows from `first` to `last`, both included. */
export function pagesOf(first: number, last: number, count: number): readonly number[] {
  if (count === 0 || last < first) return [];
  const from = Math.floor(Math.max(0, first) / PAGE_ROWS);
  const to = Math.floor(Math.min(last, count - 1) / PAGE_ROWS);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/**
 * The rows behind `ids` from index `first` to `last`, kept current by change events. When the list shifts, a row that
 * was read before stands where it now is until it has been read again, so that nothing flickers.
 */
export function useOrderRows(
  ids: Uint32Array,
  first: number,
  last: number,
): (index: number) => OrderRow | undefined {
  const { connection } = useEngine();
  const [known] = useState(() => new Map<number, OrderRow>());
  const pages = pagesOf(first, last, ids.length);
  const results = useQueries({
    queries: pages.map((page) => {
      const input = { ids: [...ids.subarray(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)] };
      return {
        queryKey: engineQueryKey('orders.page', input),
        queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
          const rows = await connection.call('orders.page', input, { signal });
          for (const row of rows) known.set(row.id, row);
          return rows;
        },
      };
    }),
  });
  const fresh = new Map(results.flatMap(({ data }) => data ?? []).map((row) => [row.id, row]));
  return (index) => {
    const id = ids[index];
    return id === undefined ? undefined : (fresh.get(id) ?? known.get(id));
  };
}
