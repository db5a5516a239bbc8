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

export function createOverlayIndex(): OverlayIndex {
  const byEntity = new Map<string, Map<WriteId, OverlayWrite>>();
  const openByOrder = new Map<string, Set<WriteId>>();
  const known = new Map<WriteId, OverlayWrite>();
  const lastApplied = new Map<string, Millis>();
  const marks = new Map<string, OrderMark>();

  function noteApplied({ store, op, appliedAt, orders }: OverlayWrite): void {
    if (appliedAt === null || WRITE_TRAITS[op.op].repeat === 'local') return;
    for (const gid of orders) {
      const key = keyOf(store, gid);
      lastApplied.set(key, Math.max(lastApplied.get(key) ?? 0, appliedAt));
    }
  }

  function show(write: OverlayWrite): void {
    hide(write.id);
    if (!write.inOverlay) return;
    const { id, store, entity, orders } = write;
    known.set(id, write);
    member(byEntity, keyOf(store, entity), () => new Map<WriteId, OverlayWrite>()).set(id, write);
    if (isOpen(write))
      for (const gid of orders) member(openByOrder, keyOf(store, gid), () => new Set<WriteId>()).add(id);
  }

  function hide(id: WriteId): void {
    const write = known.get(id);
    if (!write) return;
    known.delete(id);
    const key = keyOf(write.store, write.entity);
    byEntity.get(key)?.delete(id);
    if (byEntity.get(key)?.size === 0) byEntity.delete(key);
    for (const gid of write.orders) {
      const order = keyOf(write.store, gid);
      openByOrder.get(order)?.delete(id);
      if (openByOrder.get(order)?.size === 0) openByOrder.delete(order);
    }
  }

  return {
    isEmpty: () => byEntity.size === 0,
    opsFor: (store, entities) => {
      const found = new Map<string, readonly WriteOp[]>();
      for (const entity of entities) {
        const writes = byEntity.get(keyOf(store, entity));
        if (writes) {
          found.set(
            entity,
            [...writes.values()].toSorted((a, b) => a.id - b.id).map(({ op }) => op),
          );
        }
      }
      return found;
    },
    openWrites: (store, orderGid) => openByOrder.get(keyOf(store, orderGid))?.size ?? 0,
    lastAppliedAt: (store, orderGid) => lastApplied.get(keyOf(store, orderGid)) ?? null,
    mark: (store, orderGid) => marks.get(keyOf(store, orderGid)) ?? null,
    touchedOrders: (store) => {
      const start = keyOf(store, '');
      const keys = [...byEntity.keys(), ...openByOrder.keys(), ...marks.keys()];
      return new Set(
        keys
          .filter((key) => key.startsWith(start))
          .map((key) => key.slice(start.length))
          .filter((entity) => isGid('Order', entity)),
      );
    },
    unsettledOrders: (store) => [
      ...new Set(
        [...known.values()]
          .filter((write) => write.store === store && !isOpen(write) && isGid('Order', write.entity))
          .map(({ entity }) => entity),
      ),
    ],
    apply: (change) => {
      for (const write of change.writes) {
        show(write);
        noteApplied(write);
      }
      for (const { store, gid, mark } of change.marks) {
        if (mark) marks.set(keyOf(store, gid), mark);
        else marks.delete(keyOf(store, gid));
      }
    },
    shownBy: (store, seen) =>
      [...seen].flatMap(([entity, version]) =>
        [...(byEntity.get(keyOf(store, entity))?.values() ?? [])]
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

const keyOf = (store: StoreId, entity: string): string => `${store} ${entity}`;

function member<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
