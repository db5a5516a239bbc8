import type { Trouble } from '../../../shared/domain/trouble.ts';
import type { Clock, Logger } from '../ports.ts';
import type { BulkWriter } from '../shopify/bulk/bulk-writer.ts';
import type { AdminClient } from '../shopify/client.ts';
import type { Together as Sending } from '../shopify/together/send-together.ts';
import type { DocumentParts } from '../shopify/documents/parts.ts';
import type { Progress } from '../shopify/writes/remote-write.ts';
import type { Together } from './gather-changes.ts';
import type { Journal } from './journal.ts';
import type { WriteRecord } from './write-record.ts';

export interface StepPorts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** Changes of writes that are on their way side by side. */
  readonly together: Together;
}

/** What of a store's client the outbox uses. */
export type StoreClient = Pick<AdminClient, 'attempt' | 'exchange' | 'budget'>;

/** How a store can be talked to. */
export interface StoreLine {
  readonly client: StoreClient;
  /** Requests of writes that are on their way side by side. */
  readonly sending: Sending;
  readonly parts: DocumentParts;
  /** null: this store's writes are never sent in bulk. */
  readonly bulk: BulkWriter | null;
}

/** What one step of a write says about its store. */
export type StepEnd =
  | { readonly kind: 'answered' }
  | { readonly kind: 'throttled'; readonly waitMs: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unauthorized'; readonly trouble: Trouble };

export const ANSWERED: StepEnd = { kind: 'answered' };
export const UNREACHABLE: StepEnd = { kind: 'unreachable' };

/** What a write of several requests keeps, durable before `save` returns. */
export function progressOf({ journal, clock }: StepPorts, { id, progress }: WriteRecord): Progress {
  let value = progress;
  return {
    get value() {
      return value;
    },
    save: (next) => {
      value = next;
      journal.change((note) => {
        journal.writes.update(id, { progress: next }, clock.now());
        note.write(id);
      });
    },
  };
}
