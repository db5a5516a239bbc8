import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { WriteOp } from '../../../shared/domain/write.ts';

/** An agent's decision about one order, kept in the journal. `until`: null means until the agent takes it back. */
export interface OrderMark {
  readonly kind: 'snoozed' | 'dismissed';
  readonly until: Millis | null;
  readonly at: Millis;
}

/**
 * The not-yet-confirmed writes, as the projection of the board needs them: what the agent sees is snapshot + overlay.
 * An entity is what `entityOf` gives: the gid of an order, a product or a variant, or `store:settings`.
 */
export interface Overlay {
  /** Whether there are none at all, of whatever store: most of the time, and then nothing needs to be looked up. */
  isEmpty(): boolean;
  /** Writes that are committed and not ended without effect, oldest first, by entity; entities without any are absent. */
  opsFor(store: StoreId, entities: readonly string[]): ReadonlyMap<string, readonly WriteOp[]>;
  /** How many writes of an order (its own, and those of others that serve it) are still on their way. */
  openWrites(store: StoreId, orderGid: string): number;
  /** When the last write for this order took effect, UTC ms: the platform gets the grace period from there. */
  lastAppliedAt(store: StoreId, orderGid: string): Millis | null;
  mark(store: StoreId, orderGid: string): OrderMark | null;
  /** Orders that have a mark, or that a write in the overlay is on or, while it is on its way, serves. */
  touchedOrders(store: StoreId): ReadonlySet<string>;
  /** Orders whose own writes took effect and are not in the snapshot yet: what a sync should read by id. */
  unsettledOrders(store: StoreId): readonly string[];
  /**
   * Sync saw these entities at these versions (an order's updatedAt; for products and variants when the read began):
   * writes confirmed at or before that are in the snapshot now and leave the overlay.
   */
  settle(store: StoreId, seen: ReadonlyMap<string, Millis>): void;
}
