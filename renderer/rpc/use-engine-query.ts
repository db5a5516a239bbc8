import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Input, Output } from '../../shared/contract/methods.ts';
import { useEngine } from './engine-context.tsx';
import { engineQueryKey, type ReadMethod } from './topics.ts';

/** What the engine answers to `method`, kept current by its change events. */
export function useEngineQuery<M extends ReadMethod>(method: M, input: Input<M>): UseQueryResult<Output<M>> {
  const { connection } = useEngine();
  return useQuery<Output<M>>({
    queryKey: engineQueryKey(method, input),
    queryFn: ({ signal }) => connection.call(method, input, { signal }),
  });
}
