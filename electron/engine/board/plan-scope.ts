import type { PlanScope } from '../../../shared/contract/methods.ts';
import { isGid, type StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { entityOf, type WriteOp } from '../../../shared/domain/write.ts';
import { failed } from '../../../shared/failed.ts';
import { createOrderReads, type OrderRecord } from '../db/cache/order-record.ts';
import { createFulfilmentProductReads, createPlatformWord } from '../db/cache/platform-repo.ts';
import type { StoreNo } from '../db/cache/store-numbers.ts';
import { readSyncState } from '../db/cache/sync-state.ts';
import type { ReadableDb } from '../db/open.ts';
import type { Overlay } from '../outbox/overlay.ts';
import type { Store } from '../stores/store.ts';
import { createStoreContext } from '../sync/store-context.ts';
import type { PlanOrder, PlanStore } from '../triage/fixes/definition.ts';
import { judge } from '../triage/judge.ts';
import { entitiesOf } from '../triage/order-entities.ts';
import { projectContext, projectOrder } from '../triage/project.ts';
import { orderIds } from './list-orders.ts';
import { selectOrders } from './order-filter.ts';

/** The frozen scope of a plan: its orders with the queued writes projected into them, and their stores likewise. */
export interface PlanInputs {
  readonly orders: readonly PlanOrder[];
  readonly stores: ReadonlyMap<StoreId, PlanStore>;
}

export interface PlanScopeDeps {
  readonly db: ReadableDb;
  readonly storeOf: (no: StoreNo) => Store | undefined;
  readonly overlay: Overlay;
  readonly now: Millis;
}

/**
 * The orders that a fix is planned for, oldest first (by id: in the order given).
 * @throws UnstuckError `not_found` for an order or a cause that is not there
 */
export function planInputs(scope: PlanScope, deps: PlanScopeDeps): PlanInputs {
  const orders: PlanOrder[] = [];
  const stores = new Map<StoreId, PlanStore>();
  for (const [no, records] of Map.groupBy(recordsIn(scope, deps.db), (record) => record.store)) {
    const store = deps.storeOf(no);
    if (!store) continue;
    const planned = planStore(store, no, records, deps);
    stores.set(store.id, planned.store);
    orders.push(...planned.orders);
  }
  return { orders, stores };
}

function recordsIn(scope: PlanScope, db: ReadableDb): readonly OrderRecord[] {
  const reads = createOrderReads(db);
  if ('orders' in scope) {
    return [...new Set(scope.orders)].map((id) => {
      const record = reads.get(id);
      if (record) return record;
      throw failed('not_found', { code: 'no_order', order: String(id) }, { meta: { field: 'orders', id } });
    });
  }
  if ('cause' in scope) {
    const known = db.prepare<[string], 1>('SELECT 1 FROM causes WHERE key = ?').pluck().get(scope.cause);
    if (!known) {
      throw failed('not_found', { code: 'no_cause', cause: scope.cause }, { meta: { field: 'cause' } });
    }
  }
  return reads.many(orderIds(db, selectOrders(db, scope, null)).ids);
}

function planStore(
  store: Store,
  no: StoreNo,
  records: readonly OrderRecord[],
  { db, overlay, now }: PlanScopeDeps,
): { store: PlanStore; orders: readonly PlanOrder[] } {
  const ops = overlay.opsFor(store.id, [...new Set(records.flatMap(({ order }) => entitiesOf(order)))]);
  // Writes on orders show in the orders; left out here, or each look-up would go through all of them.
  const shared = [...ops.values()].flat().filter((op) => !isOnOrder(op));
  const ctx = projectContext(createStoreContext(db, store, no), shared);
  const platformWord = createPlatformWord(db, no);
  const products = createFulfilmentProductReads(db, no);
  const platformRead = readSyncState(db, no).platformAt !== null;
  return {
    store: {
      id: store.id,
      ctx,
      readOnly: store.state === 'readonly',
      fulfilmentProduct: platformRead ? (id) => products.byId(id) : null,
    },
    orders: records.map((record) => {
      const order = projectOrder(record.order, ops.get(record.order.gid) ?? []);
      const lastChangeAt = overlay.lastAppliedAt(store.id, order.gid) ?? order.createdAt;
      const { diagnoses, state } = judge(order, ctx, {
        ...platformWord(record.order, lastChangeAt),
        mark: overlay.mark(store.id, order.gid),
        now,
        lastChangeAt,
      });
      const underWay = entitiesOf(record.order).some((entity) => ops.has(entity));
      return { id: record.id, store: store.id, order, diagnoses, state, underWay };
    }),
  };
}

function isOnOrder(op: WriteOp): boolean {
  return isGid('Order', entityOf(op));
}
