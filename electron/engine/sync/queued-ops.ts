import type { Order } from '../../../shared/domain/order.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { WriteOp } from '../../../shared/domain/write.ts';
import type { Overlay } from '../outbox/overlay.ts';
import { entitiesOf } from '../triage/order-entities.ts';

/** The queued writes that an order's verdict rests on, each entity's in order. */
export function queuedOps(order: Order, store: StoreId, overlay: Overlay): readonly WriteOp[] {
  if (overlay.isEmpty()) return [];
  return [...overlay.opsFor(store, entitiesOf(order)).values()].flat();
}
