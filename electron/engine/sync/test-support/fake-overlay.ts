import { isGid, type StoreId } from '../../../../shared/domain/ids.ts';
import type { Millis } from '../../../../shared/domain/order.ts';
import { entityOf, type WriteOp } from '../../../../shared/domain/write.ts';
import type { OrderMark, Overlay } from '../../outbox/overlay.ts';

interface Queued {
  readonly op: WriteOp;
  readonly entity: string;
  /** The version that shows it; null: not sent yet. */
  confirmed: Millis | null;
}

/** Queued writes and marks in memory, of one store. */
export class FakeOverlay implements Overlay {
  readonly marks = new Map<string, OrderMark>();
  readonly appliedAt = new Map<string, Millis>();
  #writes: Queued[] = [];

  queue(op: WriteOp): void {
    this.#writes.push({ op, entity: entityOf(op), confirmed: null });
  }

  /** All queued writes take effect: a snapshot at or after `version` shows them. */
  apply(version: Millis): void {
    for (const write of this.#writes) {
      write.confirmed = version;
      this.appliedAt.set(write.entity, version);
    }
  }

  clear(): void {
    this.#writes = [];
  }

  isEmpty(): boolean {
    return this.#writes.length === 0;
  }

  opsFor(_store: StoreId, entities: readonly string[]): ReadonlyMap<string, readonly WriteOp[]> {
    const wanted = this.#writes.filter(({ entity }) => entities.includes(entity));
    const groups = Map.groupBy(wanted, ({ entity }) => entity);
    return new Map([...groups].map(([entity, writes]) => [entity, writes.map(({ op }) => op)]));
  }

  openWrites(_store: StoreId, orderGid: string): number {
    return this.#writes.filter(({ entity, confirmed }) => entity === orderGid && confirmed === null).length;
  }

  lastAppliedAt(_store: StoreId, orderGid: string): Millis | null {
    return this.appliedAt.get(orderGid) ?? null;
  }

  mark(_store: StoreId, orderGid: string): OrderMark | null {
    return this.marks.get(orderGid) ?? null;
  }

  touchedOrders(): ReadonlySet<string> {
    const written = this.#writes.map(({ entity }) => entity).filter((entity) => isGid('Order', entity));
    return new Set([...written, ...this.marks.keys()]);
  }

  unsettledOrders(): readonly string[] {
    const applied = this.#writes.filter(({ op, confirmed }) => 'order' in op && confirmed !== null);
    return [...new Set(applied.map(({ entity }) => entity))];
  }

  settle(_store: StoreId, seen: ReadonlyMap<string, Millis>): void {
    this.#writes = this.#writes.filter(({ entity, confirmed }) => {
      const version = seen.get(entity);
      return confirmed === null || version === undefined || confirmed > version;
    });
  }
}
