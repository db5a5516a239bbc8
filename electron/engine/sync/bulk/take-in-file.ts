import type { Trouble } from '../../../../shared/domain/trouble.ts';
import { UnstuckError } from '../../../../shared/errors.ts';
import { failed } from '../../../../shared/failed.ts';
import { createBulkLines, type BulkLines } from '../../db/cache/bulk-lines.ts';
import { type BulkLoad, writeBulkLoad } from '../../db/cache/bulk-loads.ts';
import { networkFailure } from '../../http/network-failure.ts';
import type { BulkForm } from '../../shopify/bulk/bulk-form.ts';
import { jsonLines } from '../../shopify/bulk/json-lines.ts';
import type { BulkFile, BulkKind, BulkOperation } from '../../shopify/store-api.ts';
import type { StoreRun } from '../store-run.ts';
import { addLine, emptyBatch, type Batch, sortOut } from './batch.ts';

/** Where the lines of one kind of bulk operation go. */
export interface Intake<Whole> {
  readonly kind: BulkKind;
  readonly form: BulkForm<unknown, unknown, Whole>;
  /** Takes in whole things; `alsoWrite` runs in the same transaction. */
  ingest(wholes: readonly Whole[], alsoWrite: () => void): Promise<void>;
  /** Reads things by id of which not all lines came, or came in time; `alsoWrite` runs with what is taken in. */
  readById(ids: readonly string[], alsoWrite: () => void): Promise<void>;
  /** Things whose lines do not fit, inside the transaction. `id` null: nobody knows which. */
  keepUnread(unread: readonly { readonly id: string | null; readonly trouble: Trouble }[]): void;
}

/** Enough for one transaction to be worth its while; lines, for orders of which many come without their parent. */
const AT_ONCE = { roots: 2_000, lines: 16_000 };
const IDS_AT_ONCE = 100;
/** Cuts in a row without a batch in between. */
const TRIES = 4;
const BACK_OFF_MS = 500;

type TakenIn = { readonly kind: 'taken_in'; readonly load: BulkLoad } | { readonly kind: 'expired' };

/**
 * Takes in the file of a bulk operation from where `load` says, as it arrives. Each batch is one transaction with the
 * byte behind it, so a crash or a cut at any byte goes on exactly there, by a range request. Things of which lines are
 * still to come wait in the cache, not in memory; what of them is left at the end of the file is read by id.
 * @throws UnstuckError `offline` where the file cannot be had for now; what was taken in stays
 */
export async function takeInFile<Whole>(
  run: StoreRun,
  load: BulkLoad,
  file: NonNullable<BulkOperation['file']>,
  intake: Intake<Whole>,
  atOnce: typeof AT_ONCE = AT_ONCE,
): Promise<TakenIn> {
  const { cache, no, reader, clock, signal } = run;
  let now = load;
  let failures = 0;
  let unwritten: unknown = null;
  const take = async (batch: Batch<Whole>, end: number): Promise<void> => {
    try {
      now = await takeInBatch(run, now, intake, batch, end);
      failures = 0;
    } catch (thrown) {
      unwritten = thrown;
      throw thrown;
    }
  };
  for (;;) {
    try {
      const opened = await reader.bulk.open(file.url, now.bytesRead, signal);
      if (opened.kind === 'expired') return opened;
      if (opened.kind === 'past_end') break;
      const isFull = (batch: Batch<Whole>): boolean =>
        batch.roots >= atOnce.roots || batch.lines >= atOnce.lines;
      const known = { from: now.bytesRead, bytes: file.bytes };
      const isWhole = await takeInLines(opened, known, intake, { isFull, take });
      if (isWhole) break;
      // An answer that calls itself whole and is not, again and again: nothing is to be had from this file.
      failures += 1;
      if (failures >= TRIES) return { kind: 'expired' };
    } catch (thrown) {
      signal?.throwIfAborted();
      // Only a download is tried again: a batch that failed may be in the cache all the same.
      if (thrown === unwritten) throw thrown;
      if (thrown instanceof UnstuckError && thrown.code !== 'offline') throw thrown;
      failures += 1;
      if (failures >= TRIES) throw unreachable(run, thrown);
    }
    await clock.sleep(BACK_OFF_MS * 2 ** failures, signal);
  }
  const kept = createBulkLines(cache, no, intake.kind);
  for (let ids = kept.parents(IDS_AT_ONCE); ids.length > 0; ids = kept.parents(IDS_AT_ONCE)) {
    signal?.throwIfAborted();
    const asked = ids;
    await intake.readById(asked, () => {
      for (const id of asked) kept.drop(id);
    });
  }
  return { kind: 'taken_in', load: now };
}

/** @returns whether the file is in to its end */
async function takeInLines<Whole>(
  { from, chunks }: Extract<BulkFile, { kind: 'open' }>,
  known: { readonly from: number; readonly bytes: number | null },
  intake: Intake<Whole>,
  {
    isFull,
    take,
  }: {
    readonly isFull: (batch: Batch<Whole>) => boolean;
    readonly take: (batch: Batch<Whole>, end: number) => Promise<void>;
  },
): Promise<boolean> {
  const { bytes } = known;
  let batch = emptyBatch(intake.form);
  let end = known.from;
  for await (const lines of jsonLines(chunks)) {
    for (const line of lines) {
      // Where there are no ranges, the file comes from its beginning again.
      if (from + line.end <= known.from) continue;
      if (line.isOpen && isCut(from + line.end, line.text, bytes, intake)) {
        if (batch.lines > 0) await take(batch, end);
        return false;
      }
      end = from + line.end;
      addLine(batch, { text: line.text, end });
      if (!isFull(batch)) continue;
      await take(batch, end);
      batch = emptyBatch(intake.form);
    }
  }
  if (batch.lines > 0) await take(batch, end);
  return bytes === null || end >= bytes;
}

/** Files end with a line break; a last line without one is whole where the file's size says so, or else where it fits. */
function isCut<Whole>(end: number, text: string, bytes: number | null, { form }: Intake<Whole>): boolean {
  return bytes === null ? form.read(text).kind === 'unread' : end < bytes;
}

async function takeInBatch<Whole>(
  { cache, no, progress }: StoreRun,
  load: BulkLoad,
  intake: Intake<Whole>,
  batch: Batch<Whole>,
  end: number,
): Promise<BulkLoad> {
  const kept: BulkLines = createBulkLines(cache, no, intake.kind);
  const { wholes, settled, waiting } = sortOut(batch, kept.isEmpty() ? () => [] : (id) => kept.of(id));
  const after = { ...load, bytesRead: end, rootsRead: load.rootsRead + batch.roots };
  await intake.ingest(wholes, () => {
    for (const id of settled) kept.drop(id);
    for (const { id, lines } of waiting) for (const line of lines) kept.put(id, line);
    intake.keepUnread(batch.unread);
    writeBulkLoad(cache, no, intake.kind, after);
  });
  progress();
  return after;
}

function unreachable({ store }: StoreRun, thrown: unknown): UnstuckError {
  if (thrown instanceof UnstuckError) return thrown;
  const { how, detail } = networkFailure(thrown);
  return failed(
    'offline',
    { code: 'offline', trouble: { code: 'unreachable', host: store.domain, how, detail } },
    { retryable: true },
  );
}
