import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Input, Output, OrderSort } from '../../../shared/contract/methods.ts';
import { ORDER_STATES } from '../../../shared/domain/error-type.ts';
import { useView } from '../../app/view-context.tsx';
import { useEngine } from '../../rpc/engine-context.tsx';
import { engineQueryKey } from '../../rpc/topics.ts';

/** Orders listed before somebody asks for all of them: a common word is in most orders. */
export const LISTED = 10_000;
/** Shorter words are in nearly every order. */
const SHORTEST = 2;

export const SEARCH_SORT: OrderSort = 'newest';

/** Nothing to look for · too little of it · something that can be asked for. */
export type SearchStage = 'nothing' | 'too_short' | 'asked';

export function stageOf(q: string | null): SearchStage {
  const length = q?.trim().length ?? 0;
  return length === 0 ? 'nothing' : length < SHORTEST ? 'too_short' : 'asked';
}

/**
 * The orders that the search in the address finds, in whatever state. While the next search is on its way those of the
 * last one stay (`isPlaceholderData`).
 */
export function useFoundOrders(listsAll: boolean): UseQueryResult<Output<'orders.ids'>> {
  const { connection } = useEngine();
  const { view } = useView();
  const input: Input<'orders.ids'> = {
    filter: {
      query: view.q ?? '',
      states: [...ORDER_STATES],
      ...(view.store === null ? {} : { storeId: view.store }),
    },
    sort: view.sort ?? SEARCH_SORT,
    ...(listsAll ? {} : { limit: LISTED }),
  };
  return useQuery<Output<'orders.ids'>>({
    queryKey: engineQueryKey('orders.ids', input),
    queryFn: ({ signal }) => connection.call('orders.ids', input, { signal }),
    enabled: view.page === 'search' && stageOf(view.q) === 'asked',
    placeholderData: keepPreviousData,
  });
}
