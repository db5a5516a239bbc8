import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { Millis } from '../../../../shared/domain/order.ts';
import { messageOf, type UnstuckError } from '../../../../shared/errors.ts';
import { failed } from '../../../../shared/failed.ts';
import {
  type BulkLoad,
  dropBulkLines,
  dropBulkLoad,
  readBulkLoad,
  writeBulkLoad,
} from '../../db/cache/bulk-loads.ts';
import { takeSeen } from '../../db/cache/bulk-seen.ts';
import { writeSyncState } from '../../db/cache/sync-state.ts';
import { transaction } from '../../db/open.ts';
import type { BulkOperation } from '../../shopify/store-api.ts';
import type { StoreRun } from '../store-run.ts';
import { awaitOperation } from './await-operation.ts';
import { ordersIntake } from './intake.ts';
import { isWorthBulk } from './is-worth-bulk.ts';
import { loadProducts, startProducts } from './load-products.ts';
import { takeInFile } from './take-in-file.ts';

export interface WantedLoad {
  /** Orders created before are not read, UTC ms. */
  readonly createdSince: Millis;
  /** How many orders that is; null: Shopify does not say exactly. */
  readonly orders: number | null;
  /** Whether orders that are here and not there any more are to be told. */
  readonly sweeps: boolean;
  /** Whether the agent asked to read everything anew, which makes up for a load that was given up. */
  readonly isAsked: boolean;
}

/** An operation that broke off may succeed at a second try (Shopify: “these errors might be intermittent”). */
const MOST_ATTEMPTS = 2;

type Running = BulkLoad & { readonly operation: string };

/**
 * Loads a store's orders, and its products at the same time, by bulk operations where that is sooner than pages. What
 * an earlier run began goes on where it was. Orders updated since the operation began are for the pages after it: the
 * watermark is the time of its creation, by the store's clock.
 * @returns by_pages: pages are sooner, or bulk operations did not work out; what they gave is kept
 * @throws UnstuckError `missing_scope` where a field was denied; with what is left after a new probe it goes on
 */
export async function loadInBulk(
  run: StoreRun,
  wanted: WantedLoad,
): Promise<{ readonly kind: 'loaded'; readonly sweeps: boolean } | { readonly kind: 'by_pages' }> {
  const { cache, no, meter } = run;
  let load = await begunOrNew(run, wanted);
  if (!load) return { kind: 'by_pages' };
  meter.mode = 'bulk';
  run.begin('waiting', 0, wanted.orders);
  // Neither may go on after this returns: another run may begin.
  const [orders, products] = await Promise.allSettled([awaitOrders(run, load), loadProducts(run)]);
  if (orders.status === 'rejected') throw orders.reason;
  if (products.status === 'rejected') throw products.reason;
  for (let operation = orders.value; ; operation = await awaitOrders(run, load)) {
    const outcome = await takeIn(run, load, operation);
    switch (outcome.kind) {
      case 'loaded': {
        const { createdAt, createdSince, sweeps } = load;
        transaction(cache, () => {
          writeSyncState(cache, no, { watermark: createdAt, createdSince });
          dropBulkLoad(cache, no, 'orders');
          dropBulkLoad(cache, no, 'products');
        });
        return { kind: 'loaded', sweeps };
      }
      case 'again': {
        const next: Running | null =
          load.attempts < MOST_ATTEMPTS ? await startOrders(run, wanted, load.attempts) : null;
        if (!next) return giveUp(run, load, outcome.reason);
        load = next;
        run.begin('waiting', 0, wanted.orders);
        break;
      }
      case 'by_pages':
        return giveUp(run, load, outcome.reason);
      default:
        return assertNever(outcome);
    }
  }
}

/** What an earlier run began, if that is still what is wanted; else a new one; null: read by pages. */
async function begunOrNew(run: StoreRun, wanted: WantedLoad): Promise<Running | null> {
  const { cache, no, reader, signal } = run;
  const begun = readBulkLoad(cache, no, 'orders');
  const composition = begun && (await reader.bulk.composition(signal));
  if (begun && begun.composition === composition && begun.createdSince <= wanted.createdSince) {
    if (begun.operation !== null) return { ...begun, operation: begun.operation };
    if (!wanted.isAsked) return null;
  }
  if (begun) await abandon(run, begun);
  if (!isWorthBulk(wanted.orders, reader.budget())) return null;
  const load = await startOrders(run, wanted, 0);
  if (load) await startProducts(run);
  return load;
}

async function startOrders(run: StoreRun, wanted: WantedLoad, attempts: number): Promise<Running | null> {
  const { cache, no, reader, clock, signal } = run;
  const beganAt = clock.now();
  const composition = await reader.bulk.composition(signal);
  const started = await reader.bulk.start('orders', wanted.createdSince, signal);
  if (started.kind === 'refused') {
    tell(run, `the store refused a bulk operation (${started.reason})`);
    return null;
  }
  const { id, createdAt } = started.operation;
  const { createdSince, sweeps } = wanted;
  const load: Running = {
    operation: id,
    composition,
    beganAt,
    createdAt,
    createdSince,
    sweeps,
    attempts: attempts + 1,
    bytesRead: 0,
    rootsRead: 0,
  };
  transaction(cache, () => {
    if (attempts === 0) takeSeen(cache, no);
    dropBulkLines(cache, no, 'orders');
    writeBulkLoad(cache, no, 'orders', load);
  });
  return load;
}

function awaitOrders(run: StoreRun, load: Running): ReturnType<typeof awaitOperation> {
  return awaitOperation(run, load.operation, ({ roots }) => {
    run.meter.read = roots;
    run.progress();
  });
}

type Outcome =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'again'; readonly reason: string }
  | { readonly kind: 'by_pages'; readonly reason: string };

/** Takes in what an operation wrote, and says what to do after the way it ended. */
async function takeIn(
  run: StoreRun,
  load: Running,
  operation: BulkOperation | null | 'stalled',
): Promise<Outcome> {
  const { reader, signal } = run;
  if (operation === null) return { kind: 'again', reason: 'Shopify no longer knows the bulk operation' };
  if (operation === 'stalled') {
    await reader.bulk.cancel(load.operation, signal);
    return { kind: 'by_pages', reason: 'the bulk operation made no progress' };
  }
  if (operation.status === 'denied') throw await denied(run, load);
  const gone = operation.file && !(await takeInResult(run, load, operation));
  switch (operation.status) {
    case 'completed':
      return gone
        ? { kind: 'again', reason: 'the result of the bulk operation is gone' }
        : { kind: 'loaded' };
    case 'failed':
      return { kind: 'again', reason: 'the bulk operation failed at Shopify' };
    case 'canceled':
      return { kind: 'by_pages', reason: 'the bulk operation was cancelled' };
    case 'expired':
      return { kind: 'again', reason: 'the bulk operation expired' };
    case 'running':
      return { kind: 'by_pages', reason: 'the bulk operation did not end' };
    default:
      return assertNever(operation.status);
  }
}

/** @returns false: its file is not to be had, also at a new address */
async function takeInResult(run: StoreRun, load: Running, operation: BulkOperation): Promise<boolean> {
  const { reader, signal } = run;
  const intake = await ordersIntake(run, load.sweeps);
  let { file } = operation;
  let begun: BulkLoad = readBulkLoad(run.cache, run.no, 'orders') ?? load;
  run.begin('reading', begun.rootsRead, operation.roots);
  for (let tries = 0; file && tries < 2; tries += 1) {
    const taken = await takeInFile(run, begun, file, intake);
    if (taken.kind === 'taken_in') return true;
    begun = readBulkLoad(run.cache, run.no, 'orders') ?? begun;
    // An address is signed for a while; the operation may have a new one.
    file = (await reader.bulk.state(load.operation, signal))?.file ?? null;
  }
  return false;
}

/** Which field, only a probe can tell: it runs before the next attempt, which asks for what is left. */
async function denied(run: StoreRun, load: Running): Promise<UnstuckError> {
  endLoad(run, load);
  return failed('missing_scope', {
    code: 'missing_scope',
    host: run.store.domain,
    needs: null,
    words: 'a bulk operation was denied a field',
  });
}

function giveUp(run: StoreRun, load: Running, reason: string): { readonly kind: 'by_pages' } {
  endLoad(run, load);
  tell(run, reason);
  run.meter.mode = 'incremental';
  run.begin('reading', 0, run.meter.total);
  return { kind: 'by_pages' };
}

/** Remembers that bulk operations do not do for what is asked for now, until the orders have been read by pages. */
function endLoad({ cache, no }: StoreRun, load: Running): void {
  transaction(cache, () => {
    dropBulkLoad(cache, no, 'orders');
    dropBulkLoad(cache, no, 'products');
    writeBulkLoad(cache, no, 'orders', { ...load, operation: null });
  });
}

/** An operation whose lines no longer do. It takes one of the few places, so it is ended where it still runs. */
async function abandon(
  { cache, no, reader, signal, logger, store }: StoreRun,
  load: BulkLoad,
): Promise<void> {
  if (load.operation !== null) {
    await reader.bulk.cancel(load.operation, signal).catch((thrown: unknown) => {
      signal?.throwIfAborted();
      logger.warn('sync.bulk_not_cancelled', { store: store.id, message: messageOf(thrown) });
    });
  }
  transaction(cache, () => {
    dropBulkLoad(cache, no, 'orders');
    dropBulkLoad(cache, no, 'products');
  });
}

function tell({ meter, logger, store }: StoreRun, reason: string): void {
  meter.notes.push(`The orders are read by pages: ${reason}.`);
  logger.warn('sync.by_pages', { store: store.id, reason });
}
