import type { StoreNo } from '../db/cache/store-numbers.ts';
import type { WritableDb } from '../db/open.ts';
import type { Overlay } from '../outbox/overlay.ts';
import type { Clock, Logger } from '../ports.ts';
import type { StoreReader } from '../shopify/store-api.ts';
import type { Store } from '../stores/store.ts';
import type { TriageRunner } from './triage-runner.ts';

/** One sync of one store, as its steps share it. */
export interface StoreRun {
  readonly cache: WritableDb;
  readonly store: Store;
  readonly no: StoreNo;
  readonly reader: StoreReader;
  readonly triage: TriageRunner;
  readonly overlay: Overlay;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal | undefined;
  readonly meter: Meter;
  /** Where the turn among the store's stuck orders is, from one run to the next; a local id. */
  readonly turn: { last: number };
  /** Tells who listens that these orders stand differently now. */
  readonly moved: (ids: readonly number[]) => void;
  /** Tells who listens how far the run is. */
  readonly progress: () => void;
  /** From here on the run does something else, of which so much is done and so much there is to do; tells so. */
  readonly begin: (phase: Meter['phase'], read: number, total: number | null) => void;
}

/** What a run has done so far. */
interface Meter {
  /** How the orders were read. */
  mode: 'bulk' | 'incremental';
  /** waiting: the store prepares them · reading: they are coming in */
  phase: 'waiting' | 'reading';
  /** Orders read in this phase, for the progress. */
  read: number;
  /** How many there are to read; null: nobody knows. */
  total: number | null;
  /** Orders that were new or other than before. */
  orders: number;
  /** Products that were new or other than before, gone ones too. */
  products: number;
  /** API points. */
  cost: number;
  /** Orders that the store has and that could not be read. */
  unread: number;
  /** What else there is to tell of the run, in sentences. */
  readonly notes: string[];
}
