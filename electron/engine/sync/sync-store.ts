import type { StoreSync } from '../../../shared/contract/rows.ts';
import { messageOf, UnstuckError } from '../../../shared/errors.ts';
import { failed, unexpected } from '../../../shared/failed.ts';
import { readSyncState, writeSyncState } from '../db/cache/sync-state.ts';
import type { PlatformReader } from '../shopify/store-api.ts';
import { rereadUnread } from './keep-unread.ts';
import { pullCatalog } from './pull-catalog.ts';
import { pullOrders } from './pull-orders.ts';
import { pullPlatform } from './pull-platform.ts';
import { pullTagEvents } from './pull-tag-events.ts';
import { reconcile } from './reconcile/reconcile.ts';
import { rereadUnsettled } from './reread-unsettled.ts';
import { rereadWritten } from './reread-written.ts';
import { basisOf } from './store-context.ts';
import type { StoreRun } from './store-run.ts';

/** Why a store's sync ended early, or what of it failed. */
export type SyncFailure = Pick<UnstuckError, 'code' | 'message' | 'said'>;

export interface SyncAttempt {
  readonly result: StoreSync;
  /** Why the store itself was not read to the end; null: it was, whatever its platform did. */
  readonly failure: SyncFailure | null;
}

/**
 * Pulls one store: platform, catalogue, orders, what our own writes touched, and who set the ignore tags. Each step
 * keeps what it has; a failure ends the run with its reason, and the next run goes on from there. A platform that
 * fails does not keep the store from being read.
 */
export async function syncStore(
  run: StoreRun,
  connectPlatform: () => Promise<PlatformReader | null>,
  full: boolean,
): Promise<SyncAttempt> {
  const { store, cache, no, clock, triage, meter } = run;
  const started = clock.now();
  let failure = await attempt(run, async () => {
    const platform = await connectPlatform();
    if (platform) await pullPlatform(run, platform);
  });
  let mended = 0;
  const ofStore = await attempt(run, async () => {
    await pullCatalog(run, full);
    if (readSyncState(cache, no).judgedOn !== basisOf(store)) await triage.rejudgeStore(store.id);
    await rereadUnread(run);
    const isWhole = await pullOrders(run, full);
    await rereadWritten(run);
    if (isWhole) writeSyncState(cache, no, { reconciledAt: clock.now() });
    else {
      await rereadUnsettled(run);
      mended = await reconcile(run, Math.random);
    }
    await pullTagEvents(run);
  });
  failure = ofStore ?? (failure && platformUnread(failure));
  const result: StoreSync = {
    id: store.id,
    mode: meter.mode,
    orders: meter.orders,
    products: meter.products,
    durationMs: clock.now() - started,
    cost: meter.cost,
    ...(mended > 0 ? { mended } : {}),
    ...(meter.unread > 0 ? { unread: meter.unread } : {}),
    ...(meter.notes.length > 0 ? { notes: meter.notes } : {}),
    ...(failure ? { error: failure.message, code: failure.code, said: failure.said ?? undefined } : {}),
  };
  return { result, failure: ofStore };
}

async function attempt(
  { signal, logger, store }: StoreRun,
  step: () => Promise<void>,
): Promise<SyncFailure | null> {
  try {
    signal?.throwIfAborted();
    await step();
    return null;
  } catch (thrown) {
    if (signal?.aborted) return failed('cancelled', { code: 'sync_stopped' });
    if (thrown instanceof UnstuckError) return thrown;
    logger.error('sync.failed', { store: store.id, message: messageOf(thrown) });
    return unexpected(thrown);
  }
}

function platformUnread({ code, message, said }: SyncFailure): SyncFailure {
  if (said !== null && said.code !== 'platform_unread')
    return failed(code, { code: 'platform_unread', because: said });
  return { code, message: `The fulfilment platform was not read: ${message}`, said: null };
}
