import type { StoreId } from '../../../shared/domain/ids.ts';
import type { QueryValue } from '../../../shared/domain/order-query.ts';
import { wordsOf } from '../db/cache/order-words.ts';

interface NamedStore {
  readonly id: StoreId;
  readonly name: string;
}

/** The stores whose id or name is the value, else those whose id or name begins with it; case and accents aside. */
export function storesMeant(
  stores: readonly NamedStore[],
  { text, beginning }: Pick<QueryValue, 'text' | 'beginning'>,
): readonly NamedStore[] {
  const wanted = plain(text);
  const begins = (): readonly NamedStore[] =>
    stores.filter(({ id, name }) => plain(id).startsWith(wanted) || plain(name).startsWith(wanted));
  if (beginning) return begins();
  const named = stores.filter(({ id, name }) => plain(id) === wanted || plain(name) === wanted);
  return named.length > 0 || wanted === '' ? named : begins();
}

const plain = (text: string): string => wordsOf(text).join(' ');
