import type { RunId, StoreId } from '../../../../../shared/domain/ids.ts';
import type { Plan } from '../../../../../shared/domain/plan.ts';
import { NORD, SUD } from '../workbench.ts';

export const STORES: readonly StoreId[] = [NORD, SUD];
export const ORDERS: readonly number[] = [1, 2, 3];

/** What the agent and others did, as plainly as can be: what the outbox and the stores are held against. */
export interface Ledger {
  /** Numbers tags and postal codes in the order in which they were planned. */
  serial: number;
  /** Worked out and not committed yet; the stores may move on meanwhile. */
  readonly planned: Plan[];
  /** How many writes each committed run has. */
  readonly committed: Map<RunId, number>;
  /** Plans that were committed, to be committed once more. */
  readonly spent: Plan[];
  /** By store and order: how often the agent asked for a reminder, by a commit or by sending again on their word. */
  readonly remindersAsked: Map<string, number>;
  /** `<zip> over <base>` of every address write, as it was after each step. */
  readonly bases: Set<string>;
  /** Tags that somebody else added: nobody here ever takes them off. */
  readonly othersTags: { readonly store: StoreId; readonly n: number; readonly tag: string }[];
  disk: 'fine' | 'full' | 'read-only';
  /** Requests with an effect that left while no write of theirs was kept as being sent. */
  readonly early: string[];
}

export const newLedger = (): Ledger => ({
  serial: 0,
  planned: [],
  committed: new Map(),
  spent: [],
  remindersAsked: new Map(),
  bases: new Set(),
  othersTags: [],
  disk: 'fine',
  early: [],
});

/** Notes that the agent answers for one reminder more. */
export function askForReminder({ remindersAsked }: Ledger, store: string, order: string): void {
  const key = `${store} ${order}`;
  remindersAsked.set(key, (remindersAsked.get(key) ?? 0) + 1);
}
