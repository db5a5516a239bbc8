import type { OrderFilter } from '../../../shared/contract/methods.ts';
import { ORDER_STATES, type OrderState } from '../../../shared/domain/error-type.ts';
import { storeId } from '../../../shared/domain/ids.ts';
import { findStoreNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';

/** A filter as SQL on `orders o`. `counted`: the counts alone can answer how many there are. */
export interface OrderSelection {
  readonly where: string;
  readonly bind: readonly (string | number)[];
  readonly counted: boolean;
}

/** Nothing in the filter means every stuck order. A store or a cause that is not there selects nothing. */
export function selectOrders(db: ReadableDb, filter: OrderFilter): OrderSelection {
  const states: readonly OrderState[] = filter.states?.length ? filter.states : ['stuck'];
  // The states are literals, so that the indexes of stuck orders apply.
  const literals = ORDER_STATES.filter((state) => states.includes(state)).map((state) => `'${state}'`);
  const parts: { sql: string; bind: readonly (string | number)[] }[] = [
    {
      sql: literals.length === 1 ? `o.state = ${literals.join('')}` : `o.state IN (${literals.join(', ')})`,
      bind: [],
    },
  ];
  if (filter.storeId !== undefined) {
    parts.push({ sql: 'o.store = ?', bind: [findStoreNo(db, storeId(filter.storeId)) ?? 0] });
  }
  if (filter.errorType !== undefined) parts.push({ sql: 'o.error_type = ?', bind: [filter.errorType] });
  if (filter.cause !== undefined) {
    parts.push({
      sql: 'o.id IN (SELECT order_id FROM order_causes WHERE cause = (SELECT id FROM causes WHERE key = ?))',
      bind: [filter.cause],
    });
  }
  const query = filter.query ?? '';
  const words = matchWords(query);
  // An emoji is no word that could be found: it must not look as if every order had it.
  if (words === null && /[^\p{P}\p{Z}\p{C}]/u.test(query)) parts.push({ sql: '0', bind: [] });
  if (words !== null) {
    // A common word matches most orders: of the few that are stuck, going through those is quicker than through its
    // matches. The plus sign keeps SQLite from choosing otherwise.
    const id = literals.join('') === "'stuck'" ? '+o.id' : 'o.id';
    parts.push({ sql: `${id} IN (SELECT rowid FROM order_words WHERE order_words MATCH ?)`, bind: [words] });
  }
  return {
    where: parts.map(({ sql }) => sql).join(' AND '),
    bind: parts.flatMap(({ bind }) => bind),
    counted: filter.cause === undefined && query.trim() === '',
  };
}

/** Every word as a beginning of a word, all of them; null: nothing to look for. What is no part of a word separates. */
function matchWords(query: string): string | null {
  const words = query.match(/[\p{L}\p{N}\p{M}@.\-_+]+/gu)?.filter((word) => /[\p{L}\p{N}]/u.test(word)) ?? [];
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
}
