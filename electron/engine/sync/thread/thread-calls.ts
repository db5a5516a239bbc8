import type { EngineEvent } from '../../../../shared/contract/events.ts';
import type { StoreSync } from '../../../../shared/contract/rows.ts';
import type { StoreId } from '../../../../shared/domain/ids.ts';
import type { ImportKind } from '../../../../shared/domain/import.ts';
import type { Millis } from '../../../../shared/domain/order.ts';
import { fromWireError, wireErrorSchema } from '../../../../shared/errors.ts';
import { toWireError } from '../../../../shared/failed.ts';
import type { OverlayChange } from '../../outbox/overlay-index.ts';
import type { Logger } from '../../ports.ts';
import type { Cost } from '../../shopify/budget.ts';
import type { ShopProbe } from '../../shopify/store-api.ts';
import type { Store } from '../../stores/store.ts';
import type { SyncOutcome } from '../create-sync.ts';
import type { ImportOutcome } from '../import-file.ts';

/** What the sync thread begins with. The key stays in this process's memory. */
export interface SyncSetup {
  readonly cache: { readonly file: string; readonly key: string };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stores: readonly Store[];
  readonly overlay: OverlayChange;
  readonly isOffline: boolean;
}

/** What the sync thread does for the engine: reads the stores, and writes all that the cache holds. */
export interface ThreadCalls {
  open(setup: SyncSetup): void;
  /** @param call by which `abort` knows it */
  run(
    call: number,
    options: { readonly storeId?: StoreId | undefined; readonly full?: boolean | undefined },
  ): Promise<StoreSync[]>;
  abort(call: number): void;
  rejudgeEntities(store: StoreId, entities: readonly string[]): Promise<number>;
  rejudgeStore(store: StoreId): Promise<number>;
  rejudgeDue(now: Millis): Promise<number>;
  catchUp(): Promise<number>;
  forgetStore(store: StoreId): Promise<void>;
  beginImport(store: StoreId, kind: ImportKind): Promise<number>;
  importChunk(id: number, bytes: Uint8Array): Promise<void>;
  endImport(id: number): Promise<ImportOutcome>;
  cancelImport(id: number): Promise<void>;
  overlayMoved(change: OverlayChange): void;
  storesMoved(stores: readonly Store[]): void;
  networkMoved(isOffline: boolean): void;
  connectionForgotten(store: StoreId): void;
  /** Stops what runs and lets the cache go. */
  close(): Promise<void>;
}

/** What the engine does for the sync thread: it keeps the journal, the secrets and the log. */
export interface EngineCalls {
  secret(name: string): Promise<string | null>;
  noteSync(store: StoreId, outcome: SyncOutcome): void;
  noteAccess(store: StoreId, probe: ShopProbe): void;
  settle(store: StoreId, seen: ReadonlyMap<string, Millis>): void;
  publish(event: EngineEvent): void;
  runningMoved(stores: readonly StoreId[]): void;
  /** A read waits for its turn beside the writes; answers with the number under which it is over. */
  admitRead(store: StoreId, points: number): Promise<number>;
  readOver(ticket: number): void;
  /** What an answer said of the store's points. */
  pointsLearned(store: StoreId, cost: Cost): void;
  log(level: keyof Logger, event: string, detail: Record<string, unknown> | undefined): void;
}

/** Messages as they cross: an error as its wire form, since a structured clone keeps nothing of it but its sentence. */
export const crossing = {
  serialize: (message: unknown): unknown =>
    carriesError(message) ? { ...message, e: toWireError(message.e) } : message,
  deserialize: (message: unknown): unknown =>
    carriesError(message) ? { ...message, e: fromWireError(wireErrorSchema.parse(message.e)) } : message,
};

function carriesError(message: unknown): message is { readonly e: unknown } {
  return typeof message === 'object' && message !== null && 'e' in message && message.e !== undefined;
}
