import type { StoreId } from '../../shared/domain/ids.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { Clock, Logger } from './ports.ts';
import type { Sync } from './sync/create-sync.ts';

/** After the last write that took effect, so that a burst of them is followed by one look. */
const AFTER_WRITES_MS = 2_000;
/** How long a round of sync rests: a board that is at most this old, without polling stores for nothing. */
const REST_MS = 60_000;

export interface BackgroundDeps {
  readonly sync: Sync;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/**
 * Sends what is queued and pulls every store, round after round and after its writes, until `signal` aborts. One bad
 * round ends nothing.
 */
export async function startBackground({
  sync,
  outbox,
  clock,
  logger,
  signal,
}: BackgroundDeps): Promise<void> {
  const pull = async (storeId?: StoreId): Promise<void> => {
    try {
      await sync.run({ storeId, signal });
    } catch (thrown) {
      logger.error('background.sync', { message: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  };
  const pulling = new Map<StoreId, Promise<void>>();
  const pullAfterWrites = async (store: StoreId): Promise<void> => {
    await clock.sleep(AFTER_WRITES_MS, signal);
    pulling.delete(store);
    if (!signal.aborted) await pull(store);
  };
  // What a fix did shows on the board without waiting for the next round.
  outbox.onChange(({ stores }) => {
    for (const store of stores) {
      if (pulling.has(store) || signal.aborted) continue;
      pulling.set(store, pullAfterWrites(store));
    }
  });
  outbox.kick();
  while (!signal.aborted) {
    await pull();
    await clock.sleep(REST_MS, signal);
  }
  await Promise.all(pulling.values());
}
