import { openItems, type Order } from '../../../shared/domain/order.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { WriteOp } from '../../../shared/domain/write.ts';
import type { Overlay } from '../outbox/overlay.ts';

/** Everything that a queued write may touch and that an order's verdict rests on: itself, its variants, its products, the settings. */
export function entitiesOf(order: Order): readonly string[] {
  const items = openItems(order).flatMap((item) => [item.variant, item.product]);
  return [order.gid, ...new Set(items.filter((gid) => gid !== null)), 'store:settings'];
}

/** The queued writes that an order's verdict rests on, each entity's in order. */
export function opsOf(order: Order, store: StoreId, overlay: Overlay): readonly WriteOp[] {
  return [...overlay.opsFor(store, entitiesOf(order)).values()].flat();
}
