import { messageOf } from '../../../shared/errors.ts';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Outbox, OutboxChange } from '../outbox/outbox.ts';
import type { Logger } from '../ports.ts';
import type { Sync } from './create-sync.ts';

export interface FollowOutbox {
  /** Resolves when every change told so far shows on the board. */
  readonly settled: () => Promise<void>;
}

/** Keeps the board in step with the outbox: what a write touches is judged anew as soon as the write moves. */
export function followOutbox(deps: {
  readonly outbox: Pick<Outbox, 'onChange'>;
  readonly sync: Pick<Sync, 'rejudgeEntities' | 'rejudgeStore'>;
  readonly publish: (event: EngineEvent) => void;
  readonly logger: Logger;
}): FollowOutbox {
  const { outbox, sync, publish, logger } = deps;
  let waiting: OutboxChange[] = [];
  let round: Promise<void> | null = null;

  const judge = async (changes: readonly OutboxChange[]): Promise<void> => {
    const settings = new Set<StoreId>(changes.flatMap((change) => change.settings));
    const entities = new Map<StoreId, Set<string>>();
    const note = (store: StoreId, entity: string): void => {
      entities.set(store, (entities.get(store) ?? new Set()).add(entity));
    };
    for (const change of changes) {
      for (const { store, entity } of change.entities) note(store, entity);
      for (const { store, gid } of change.orders) note(store, gid);
    }
    for (const store of settings) await sync.rejudgeStore(store);
    for (const [store, touched] of entities)
      if (!settings.has(store)) await sync.rejudgeEntities(store, touched);
  };

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const changes = waiting;
      waiting = [];
      try {
        await judge(changes);
      } catch (thrown) {
        logger.error('outbox.follow', { message: messageOf(thrown) });
      }
    }
    round = null;
  };

  outbox.onChange((change) => {
    waiting.push(change);
    for (const topic of ['outbox', 'runs', 'history'] as const) publish({ type: 'changed', topic });
    // A microtask later, so that a burst of changes is judged once.
    round ??= Promise.resolve().then(run);
  });

  return {
    settled: async () => {
      for (let current = round; current; current = round) await current;
    },
  };
}
