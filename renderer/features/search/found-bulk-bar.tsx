import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../rpc/engine-context.tsx';
import { engineQueryKey } from '../../rpc/topics.ts';
import { BulkBar, type BulkBarProps } from '../orders/bulk-bar.tsx';
import { errorTypesOf, suitedFixes } from '../orders/suited-fixes.ts';

/** The bar of a selection of orders of any kind: it offers what suits most of them, and what suits the next most. */
export function FoundBulkBar(chosen: Pick<BulkBarProps, 'selected' | 'total' | 'isPart' | 'onClear'>) {
  const { connection } = useEngine();
  const ids = [...chosen.selected];
  const [topic, method] = engineQueryKey('orders.standing', { ids: [] });
  const { data: standing } = useQuery({
    // The ids themselves would be hashed at every turn; there can be very many.
    queryKey: [topic, method, fingerprint(ids)],
    queryFn: ({ signal }) => connection.call('orders.standing', { ids }, { signal }),
    placeholderData: keepPreviousData,
  });
  if (!standing) return null;
  const [first = null, second] = suitedFixes(standing);
  const isAnyOpen = standing.some(({ state }) => state === 'stuck' || state === 'snoozed');
  return (
    <BulkBar
      {...chosen}
      first={first}
      others={[
        // To dismiss may be what suits the second most already.
        ...new Set([...(second ? [second.fix] : []), ...(isAnyOpen ? (['dismiss', 'snooze'] as const) : [])]),
      ]}
      errorTypes={errorTypesOf(standing)}
    />
  );
}

/** Tells lists of ids apart (FNV-1a), whatever their length. */
function fingerprint(ids: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const id of ids) hash = Math.imul(hash ^ id, 0x01000193) >>> 0;
  return `${ids.length} ${hash}`;
}
