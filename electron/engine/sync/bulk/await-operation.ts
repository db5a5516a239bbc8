import type { BulkOperation } from '../../shopify/store-api.ts';
import type { StoreRun } from '../store-run.ts';

/** The first look comes soon, for small stores; the pauses then grow, for a large one takes many minutes. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
const GROWTH = 1.5;
/** Shopify lets an operation take ten days; one that does not move for so long is not waited for. */
const STALLED_MS = 10 * 60 * 1000;

/**
 * Waits until a bulk operation has ended, whichever way. `look` hears how far it is.
 * @returns null: Shopify no longer knows it · stalled: it stands still and was not waited for any longer
 */
export async function awaitOperation(
  { reader, clock, signal }: StoreRun,
  id: string,
  look: (operation: BulkOperation) => void,
): Promise<BulkOperation | null | 'stalled'> {
  let pause = FIRST_PAUSE_MS;
  let moved = { at: clock.now(), objects: -1 };
  for (;;) {
    const operation = await reader.bulk.state(id, signal);
    if (operation?.status !== 'running') return operation;
    look(operation);
    if (operation.objects !== moved.objects) moved = { at: clock.now(), objects: operation.objects };
    if (clock.now() - moved.at > STALLED_MS) return 'stalled';
    await clock.sleep(pause, signal);
    signal?.throwIfAborted();
    pause = Math.min(LONGEST_PAUSE_MS, pause * GROWTH);
  }
}
