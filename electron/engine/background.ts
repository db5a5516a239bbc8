import type { Outbox } from './outbox/outbox.ts';
import type { Clock, Logger } from './ports.ts';
import type { Sync } from './sync/create-sync.ts';

/** How long a round of sync rests: a board that is at most this old, without polling stores for nothing. */
const REST_MS = 60_000;

export interface BackgroundDeps {
  readonly sync: Sync;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Sends what is queued and pulls every store, round after round, until `signal` aborts. One bad round ends nothing. */
export async function startBackground({
  sync,
  outbox,
  clock,
  logger,
  signal,
}: BackgroundDeps): Promise<void> {
  outbox.kick();
  while (!signal.aborted) {
    try {
      await sync.run({ signal });
    } catch (thrown) {
      logger.error('background.sync', { message: thrown instanceof Error ? thrown.message : String(thrown) });
    }
    await clock.sleep(REST_MS, signal);
  }
}
