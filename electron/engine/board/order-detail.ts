import type { OrderDetail, TimelineEntry, WriteRow } from '../../../shared/contract/rows.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import type { FixKind } from '../../../shared/domain/fix.ts';
import { type Order, openItems } from '../../../shared/domain/order.ts';
import type { OrderRecord } from '../db/cache/order-record.ts';
import type { ReadableDb } from '../db/open.ts';
import type { Overlay } from '../outbox/overlay.ts';
import type { Regressions } from '../outbox/regressions.ts';
import type { Store } from '../stores/store.ts';
import { orderRows } from './order-rows.ts';

interface CauseOfOrder {
  readonly key: string;
  readonly errorType: ErrorType;
  readonly fix: FixKind;
  readonly entity: string | null;
}

/**
 * One order with everything its pane shows. It is the snapshot, what the store says; what queued writes will change
 * is in `writes`.
 * @param writes of this order, newest first
 */
export function orderDetail(
  record: OrderRecord,
  {
    db,
    store,
    overlay,
    regressions,
    writes,
  }: {
    db: ReadableDb;
    store: Store;
    overlay: Overlay;
    regressions: Pick<Regressions, 'of'> | undefined;
    writes: readonly WriteRow[];
  },
): OrderDetail {
  const { order } = record;
  const causes = db
    .prepare<[number], CauseOfOrder>(
      `SELECT c.key, c.error_type AS errorType, c.fix, c.entity FROM order_causes o JOIN causes c ON c.id = o.cause
       WHERE o.order_id = ? ORDER BY o.unblocks DESC, c.key`,
    )
    .all(record.id);
  return {
    row: orderRows(overlay, regressions)(record, store),
    email: order.email,
    phone: order.phone,
    financialStatus: order.financialStatus,
    fulfillmentStatus: order.fulfillmentStatus,
    shippingMethod: order.shippingLine?.title ?? null,
    address: order.shippingAddress,
    redacted: [...order.redacted],
    items: openItems(order).map(({ title, variantTitle, sku, currentQuantity, product, variant }) => ({
      title,
      variantTitle,
      sku,
      quantity: currentQuantity,
      product,
      variant,
    })),
    causes,
    writes: [...writes],
    timeline: timelineOf(order, writes),
    storeDomain: store.domain,
  };
}

/** What is known to have happened to an order, oldest first. */
function timelineOf(order: Order, writes: readonly WriteRow[]): TimelineEntry[] {
  const nothing = { subject: null, does: null, who: null, state: null };
  const entries: TimelineEntry[] = [{ ...nothing, at: order.createdAt, what: 'placed' }];
  if (order.cancelledAt !== null)
    entries.push({ ...nothing, at: order.cancelledAt, what: 'cancelled', subject: order.cancelReason });
  for (const { createdAt, service, location } of order.fulfillments)
    entries.push({ ...nothing, at: createdAt, what: 'fulfilled', who: service ?? location });
  for (const { at, tag, by } of order.tagEvents ?? [])
    entries.push({ ...nothing, at, what: 'tagged', subject: tag, who: by });
  for (const { updatedAt, does, state } of writes)
    entries.push({ ...nothing, at: updatedAt, what: 'write', does, state });
  return entries.toSorted((a, b) => a.at - b.at);
}
