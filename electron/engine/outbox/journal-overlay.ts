import { isGid, type StoreId, type WriteId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { WRITE_TRAITS, type WriteOp } from '../../../shared/domain/write.ts';
import type { Journal } from './journal.ts';
import type { OrderMark, Overlay } from './overlay.ts';
import type { WriteRecord } from './write-record.ts';

/** Longer than any grace period (a day at most): older writes give no order more time. */
const GRACE_HORIZON_MS = 48 * 60 * 60 * 1000;

interface Shown {
  readonly id: WriteId;
  readonly store: StoreId;
  readonly entity: string;
  readonly op: WriteOp;
  readonly orders: readonly string[];
  readonly open: boolean;
  /** Applied: the version from which on a snapshot shows it; null: any later one. */
  readonly version: Millis | null;
}

/** A write as it is after a transaction that moved it, with the orders that it serves: read once for all who need it. */
export interface MovedWrite {
  readonly write: WriteRecord;
  readonly orders: readonly string[];
}

/** The overlay, and how the outbox keeps it level with the journal. */
export interface JournalOverlay extends Overlay {
  /** Orders whose own writes took effect and are not in the snapshot yet: what a sync should read by id. */
  unsettledOrders(store: StoreId): readonly string[];
  /** After a transaction: what the writes that it moved look like now. */
  refresh(moved: readonly MovedWrite[]): void;
}

/**
 * An index over the journal in memory, built once and kept up after each transaction: projecting a board must not
 * query the journal per order.
 */
export function createJournalOverlay(journal: Journal, now: Millis): JournalOverlay {
  const byEntity = new Map<string, Map<WriteId, Shown>>();
  const openByOrder = new Map<string, Set<WriteId>>();
  const known = new Map<WriteId, Shown>();
  const lastApplied = new Map<string, Millis>();
  const marks = new Map<string, OrderMark>();

  function noteApplied(
    write: Pick<WriteRecord, 'store' | 'op' | 'appliedAt'>,
    orders: readonly string[],
  ): void {
    if (write.appliedAt === null || WRITE_TRAITS[write.op.op].repeat === 'local') return;
    for (const gid of orders) {
      const key = keyOf(write.store, gid);
      lastApplied.set(key, Math.max(lastApplied.get(key) ?? 0, write.appliedAt));
    }
  }

  function show({ write, orders }: MovedWrite): void {
    hide(write.id);
    if (!write.inOverlay) return;
    const { id, store, entity, op, state } = write;
    const open = state !== 'applied';
    const entry: Shown = { id, store, entity, op, orders, open, version: write.confirmedVersion };
    known.set(id, entry);
    member(byEntity, keyOf(store, entity), () => new Map<WriteId, Shown>()).set(id, entry);
    if (open)
      for (const gid of orders) member(openByOrder, keyOf(store, gid), () => new Set<WriteId>()).add(id);
  }

  function hide(id: WriteId): void {
    const entry = known.get(id);
    if (!entry) return;
    known.delete(id);
    const key = keyOf(entry.store, entry.entity);
    byEntity.get(key)?.delete(id);
    if (byEntity.get(key)?.size === 0) byEntity.delete(key);
    for (const gid of entry.orders) {
      const order = keyOf(entry.store, gid);
      openByOrder.get(order)?.delete(id);
      if (openByOrder.get(order)?.size === 0) openByOrder.delete(order);
    }
  }

  const ordersOf = (id: WriteId): readonly string[] => journal.writes.orders(id);
  for (const write of journal.writes.inOverlay()) show({ write, orders: ordersOf(write.id) });
  for (const write of journal.writes.appliedSince(now - GRACE_HORIZON_MS))
    noteApplied(write, ordersOf(write.id));
  for (const { store, gid, mark } of journal.marks.all()) marks.set(keyOf(store, gid), mark);

  return {
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
    settle: (store, seen) => {
      const settled: WriteId[] = [];
      for (const [entity, version] of seen) {
        for (const entry of byEntity.get(keyOf(store, entity))?.values() ?? []) {
          if (!entry.open && (entry.version === null || entry.version <= version)) settled.push(entry.id);
        }
      }
      if (settled.length > 0) {
        journal.change((note) => {
          for (const id of settled) {
            journal.writes.leaveOverlay(id);
            note.write(id);
          }
        });
      }
    },
    unsettledOrders: (store) => [
      ...new Set(
        [...known.values()]
          .filter((entry) => entry.store === store && !entry.open && isGid('Order', entry.entity))
          .map(({ entity }) => entity),
      ),
    ],
    refresh: (moved) => {
      for (const { write, orders } of moved) {
        show({ write, orders });
        if (write.state === 'applied') noteApplied(write, orders);
        refreshMark(write);
      }
    },
  };

  function refreshMark({ store, op }: WriteRecord): void {
    if (op.op !== 'order_snooze' && op.op !== 'order_dismiss' && op.op !== 'order_restore') return;
    const found = journal.marks.get(store, op.order);
    if (found) marks.set(keyOf(store, op.order), found.mark);
    else marks.delete(keyOf(store, op.order));
  }
}

const keyOf = (store: StoreId, entity: string): string => `${store} ${entity}`;

function member<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
