import { isGid, type StoreId, type WriteId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { WRITE_TRAITS, type WriteOp } from '../../../shared/domain/write.ts';
import type { OrderMark, Overlay } from './overlay.ts';
import type { WriteRecord } from './write-record.ts';

/** What the overlay knows of a write: data only, since it crosses to the thread that judges. */
export type OverlayWrite = Pick<
  WriteRecord,
  'id' | 'store' | 'entity' | 'op' | 'state' | 'inOverlay' | 'appliedAt' | 'confirmedVersion'
> & {
  /** Gids of the orders that it serves. */
  readonly orders: readonly string[];
};

/** An agent's mark on an order as it is now; null: there is none any more. */
export interface MovedMark {
  readonly store: StoreId;
  readonly gid: string;
  readonly mark: OrderMark | null;
}

/** What changed, or all there is: the same whether it comes from the journal or from another thread. */
export interface OverlayChange {
  readonly writes: readonly OverlayWrite[];
  readonly marks: readonly MovedMark[];
}

/** The overlay in memory: projecting a board must not query the journal per order. */
export interface OverlayIndex extends Omit<Overlay, 'settle'> {
  /** What these writes and marks look like now; the same change twice changes nothing. */
  readonly apply: (change: OverlayChange) => void;
  /** Writes that took effect and that a snapshot of these versions shows. */
  readonly shownBy: (store: StoreId, seen: ReadonlyMap<string, Millis>) => readonly WriteId[];
  /** Takes writes out. */
  readonly drop: (ids: Iterable<WriteId>) => void;
}

/** What is kept of one store: a hundred thousand writes may wait, so nothing is kept that can be worked out. */
interface OfStore {
  readonly id: StoreId;
  readonly byEntity: Map<string, readonly OverlayWrite[]>;
  /** How many open writes serve an order. */
  readonly open: Map<string, number>;
  readonly lastApplied: Map<string, Millis>;
  readonly marks: Map<string, OrderMark>;
}

export function createOverlayIndex(): OverlayIndex {
  const stores = new Map<StoreId, OfStore>();
  const known = new Map<WriteId, OverlayWrite>();

  function of(id: StoreId): OfStore {
    const found = stores.get(id);
    if (found) return found;
    const made = { id, byEntity: new Map(), open: new Map(), lastApplied: new Map(), marks: new Map() };
    stores.set(id, made);
    return made;
  }

  function noteApplied({ store, op, appliedAt, orders }: OverlayWrite): void {
    if (appliedAt === null || WRITE_TRAITS[op.op].repeat === 'local') return;
    const { lastApplied } = of(store);
    for (const gid of orders) lastApplied.set(gid, Math.max(lastApplied.get(gid) ?? 0, appliedAt));
  }

  function show(write: OverlayWrite): void {
    hide(write.id);
    if (!write.inOverlay) return;
    const its = of(write.store);
    const shown = sharing(write, its.id);
    const { id, entity, orders } = shown;
    known.set(id, shown);
    its.byEntity.set(entity, [...(its.byEntity.get(entity) ?? []), shown]);
    if (isOpen(shown)) for (const gid of orders) its.open.set(gid, (its.open.get(gid) ?? 0) + 1);
  }

  function hide(id: WriteId): void {
    const write = known.get(id);
    if (!write) return;
    known.delete(id);
    const { byEntity, open } = of(write.store);
    const others = (byEntity.get(write.entity) ?? []).filter((it) => it.id !== id);
    if (others.length > 0) byEntity.set(write.entity, others);
    else byEntity.delete(write.entity);
    if (!isOpen(write)) return;
    for (const gid of write.orders) {
      const left = (open.get(gid) ?? 0) - 1;
      if (left > 0) open.set(gid, left);
      else open.delete(gid);
    }
  }

  return {
    isEmpty: () => known.size === 0,
    opsFor: (store, entities) => {
      const found = new Map<string, readonly WriteOp[]>();
      for (const entity of entities) {
        const writes = stores.get(store)?.byEntity.get(entity);
        if (writes)
          found.set(
            entity,
            writes.toSorted((a, b) => a.id - b.id).map(({ op }) => op),
          );
      }
      return found;
    },
    openWrites: (store, orderGid) => stores.get(store)?.open.get(orderGid) ?? 0,
    lastAppliedAt: (store, orderGid) => stores.get(store)?.lastApplied.get(orderGid) ?? null,
    mark: (store, orderGid) => stores.get(store)?.marks.get(orderGid) ?? null,
    touchedOrders: (store) => {
      const touched = new Set<string>();
      const { byEntity, open, marks } = of(store);
      for (const entity of byEntity.keys()) if (isGid('Order', entity)) touched.add(entity);
      for (const gid of open.keys()) touched.add(gid);
      for (const gid of marks.keys()) touched.add(gid);
      return touched;
    },
    unsettledOrders: (store) =>
      [...of(store).byEntity]
        .filter(([entity, writes]) => isGid('Order', entity) && !writes.every(isOpen))
        .map(([entity]) => entity),
    apply: (change) => {
      for (const write of change.writes) {
        show(write);
        noteApplied(write);
      }
      for (const { store, gid, mark } of change.marks) {
        const { marks } = of(store);
        if (mark) marks.set(gid, mark);
        else marks.delete(gid);
      }
    },
    shownBy: (store, seen) =>
      [...seen].flatMap(([entity, version]) =>
        (stores.get(store)?.byEntity.get(entity) ?? [])
          .filter(
            (write) =>
              !isOpen(write) && (write.confirmedVersion === null || write.confirmedVersion <= version),
          )
          .map(({ id }) => id),
      ),
    drop: (ids) => {
      for (const id of ids) hide(id);
    },
  };
}

const isOpen = ({ state }: OverlayWrite): boolean => state !== 'applied';

/** The same write with its texts kept once. */
function sharing(write: OverlayWrite, store: StoreId): OverlayWrite {
  const { entity, orders } = write;
  return { ...write, store, orders: orders.length === 1 && orders[0] === entity ? [entity] : orders };
}
