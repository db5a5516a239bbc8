import { type OrderState, unsettled } from '../../../shared/domain/error-type.ts';
import { legacyId, type StoreId } from '../../../shared/domain/ids.ts';
import type { StoreNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';
import type { OrderMark, Overlay } from '../outbox/overlay.ts';

interface Row {
  readonly id: number;
  readonly gid: string;
  readonly state: OrderState;
  readonly overlaid: 0 | 1;
}

/**
 * Orders whose verdict in the cache does not show what the journal says of them: marks and queued writes are committed
 * to one file and verdicts to the other, and a crash may come in between. Looks at the orders that either file names, so
 * that a start takes the same time at any number of orders.
 */
export function ordersOutOfStep(
  db: ReadableDb,
  store: StoreNo,
  id: StoreId,
  overlay: Overlay,
): readonly number[] {
  const select = `SELECT id, 'gid://shopify/Order/' || legacy_id AS gid, state, overlaid FROM orders WHERE store = ?`;
  const inCache = [
    ...db.prepare<[number], Row>(`${select} AND overlaid = 1`).all(store),
    ...db.prepare<[number], Row>(`${select} AND state IN ('snoozed', 'dismissed')`).all(store),
  ];
  const byLegacyId = db.prepare<[number, number], Row>(`${select} AND legacy_id = ?`);
  const inJournal = [...overlay.touchedOrders(id)].flatMap(
    (gid) => byLegacyId.get(store, Number(legacyId(gid))) ?? [],
  );
  const orders = new Map([...inCache, ...inJournal].map((row) => [row.id, row]));
  return [...orders.values()]
    .filter(({ state }) => unsettled(state))
    .filter(({ gid, state, overlaid }) => {
      const touched = overlay.openWrites(id, gid) > 0 || overlay.opsFor(id, [gid]).size > 0;
      return (touched && overlaid === 0) || overlaid === 1 || !shows(state, overlay.mark(id, gid));
    })
    .map(({ id: order }) => order);
}

function shows(state: OrderState, mark: OrderMark | null): boolean {
  const marked = state === 'snoozed' || state === 'dismissed';
  return mark === null ? !marked : marked && state === mark.kind;
}
