import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Output } from '../../../shared/contract/methods.ts';
import { useEngine } from '../../rpc/engine-context.tsx';
import { engineQueryKey } from '../../rpc/topics.ts';

type Page = Output<'orders.page'>;

/** One order by id (no row: it is not here any more). A row that some list has already read stands in meanwhile. */
export function useOrder(id: number): UseQueryResult<Page> {
  const { connection } = useEngine();
  const queries = useQueryClient();
  const input = { ids: [id] };
  return useQuery<Page>({
    queryKey: engineQueryKey('orders.page', input),
    queryFn: ({ signal }) => connection.call('orders.page', input, { signal }),
    placeholderData: () => {
      const pages = queries.getQueriesData<Page>({
        queryKey: engineQueryKey('orders.page', input).slice(0, 2),
      });
      const row = pages.flatMap(([, page]) => page ?? []).find((known) => known.id === id);
      return row ? [row] : undefined;
    },
  });
}
