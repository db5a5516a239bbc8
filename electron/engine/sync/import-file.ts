import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { legacyId } from '../../../shared/domain/ids.ts';
import type { ImportKind, Rejection } from '../../../shared/domain/import.ts';
import type { Millis, Order, OrderPart } from '../../../shared/domain/order.ts';
import { noteImport, replaceImportedErrors, replaceImportedLinks } from '../db/cache/imports-repo.ts';
import { createOrdersRepo } from '../db/cache/orders-repo.ts';
import { createFulfilmentProductReads, ordersNamed, plainId } from '../db/cache/platform-repo.ts';
import type { StoreNo } from '../db/cache/store-numbers.ts';
import { readSyncState } from '../db/cache/sync-state.ts';
import { transaction, type WritableDb } from '../db/open.ts';
import { csvRecords } from '../imports/csv-records.ts';
import { decodeText } from '../imports/decode-text.ts';
import { readLinksCsv } from '../imports/links-csv.ts';
import { readOrdersJson } from '../imports/orders-json.ts';
import { readPlatformErrors } from '../imports/platform-errors.ts';
import type { Reading } from '../imports/reading.ts';
import { readOrdersCsv } from '../imports/shopify-orders-csv.ts';
import type { Store } from '../stores/store.ts';
import { zipsFirst } from './zips-first.ts';
import type { TriageRunner } from './triage-runner.ts';

/** Orders taken in by one transaction. */
const BATCH = 500;

/** What became of a file. `read` and `accepted` count orders, errors or links. */
export interface ImportOutcome {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: readonly Rejection[];
  /** Of a file of orders: the parts of an order that it does not tell, and its currency. */
  readonly withheld: readonly OrderPart[];
  readonly currency: string | null;
}

export interface ImportTarget {
  readonly cache: WritableDb;
  readonly no: StoreNo;
  readonly store: Store;
  readonly kind: ImportKind;
  readonly triage: TriageRunner;
  readonly now: Millis;
  readonly moved: (ids: readonly number[]) => void;
  /** `done`: orders, errors or links accepted so far. */
  readonly progress: (done: number) => void;
}

/**
 * Takes a file into the cache, reading it as it arrives. Orders are kept batch by batch, each whole with its verdict; a
 * list of errors or links replaces the one before, once it has been read to its end.
 * @throws UnstuckError `bad_input` when the file is not of its kind
 */
export async function importFile(
  bytes: AsyncIterable<Uint8Array>,
  target: ImportTarget,
): Promise<ImportOutcome> {
  const { cache, no, kind, triage, store, now, moved } = target;
  const text = decodeText(bytes);
  switch (kind) {
    case 'shopify-orders-csv':
      return importOrders(readOrdersCsv(csvRecords(text)), target);
    case 'orders-json':
      return importOrders(readOrdersJson(text), target);
    case 'platform-errors': {
      const { values, outcome } = await collect(readPlatformErrors(text), target);
      const changed = transaction(cache, () => {
        const errors = values.map((it) => ({ ...it, order: plainId(it.order) }));
        const names = replaceImportedErrors(cache, no, errors);
        noteImport(cache, no, kind, now);
        return triage.judge(store, ordersNamed(cache, no, names));
      });
      if (changed.length > 0) moved(changed);
      return outcome;
    }
    case 'links-csv': {
      const { values, outcome } = await collect(readLinksCsv(csvRecords(text), productCheck(target)), target);
      transaction(cache, () => {
        replaceImportedLinks(cache, no, values);
        noteImport(cache, no, kind, now);
      });
      await triage.rejudgeStore(store.id);
      return outcome;
    }
  }
}

/** Whether the platform has a product; null: its list was never read. */
function productCheck({ cache, no, store }: ImportTarget): ((id: string) => boolean) | null {
  if (store.platform === null || readSyncState(cache, no).platformAt === null) return null;
  const products = createFulfilmentProductReads(cache, no);
  return (id) => products.byId(id) !== undefined;
}

async function collect<T>(
  readings: AsyncIterable<Reading<T>>,
  { progress }: ImportTarget,
): Promise<{ readonly values: readonly T[]; readonly outcome: ImportOutcome }> {
  const values: T[] = [];
  const rejected: Rejection[] = [];
  let read = 0;
  for await (const reading of readings) {
    read += 1;
    if (reading.kind === 'rejected') rejected.push(...reading.rejections);
    else values.push(reading.value);
    if (read % 1000 === 0) progress(values.length);
  }
  return { values, outcome: { read, accepted: values.length, rejected, withheld: [], currency: null } };
}

async function importOrders(
  readings: AsyncIterable<Reading<Order>>,
  target: ImportTarget,
): Promise<ImportOutcome> {
  const { cache, no, store, kind, triage, now, moved, progress } = target;
  const rejected: Rejection[] = [];
  const withheld = new Set<OrderPart>();
  let batch: Order[] = [];
  let currency: string | null = null;
  let read = 0;
  let accepted = 0;
  const isHere = cache
    .prepare<[number, number], 1>('SELECT 1 FROM orders WHERE store = ? AND legacy_id = ?')
    .pluck();
  const keep = async (): Promise<void> => {
    // What the API says of an order is newer and more than what a file says.
    const orders =
      store.state === 'readonly'
        ? batch
        : batch.filter(({ gid }) => isHere.get(no, Number(legacyId(gid))) === undefined);
    const ids = transaction(cache, () => {
      const repo = createOrdersRepo(cache);
      const upserted = repo.upsert(no, zipsFirst(orders), triage.judgeOf(store));
      repo.flush();
      return upserted.flatMap(({ id, change }) => (change === 'new' || change === 'changed' ? [id] : []));
    });
    accepted += batch.length;
    batch = [];
    if (ids.length > 0) moved(ids);
    progress(accepted);
    await yieldToOthers();
  };
  for await (const reading of readings) {
    read += 1;
    if (reading.kind === 'rejected') {
      rejected.push(...reading.rejections);
      continue;
    }
    currency ??= reading.value.total.currency;
    for (const part of reading.value.redacted) withheld.add(part);
    batch.push(reading.value);
    if (batch.length >= BATCH) await keep();
  }
  if (batch.length > 0) await keep();
  noteImport(cache, no, kind, now);
  return { read, accepted, rejected, withheld: [...withheld], currency };
}
