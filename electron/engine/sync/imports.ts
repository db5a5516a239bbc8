import type { EngineEvent } from '../../../shared/contract/events.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { ImportKind } from '../../../shared/domain/import.ts';
import { failed } from '../../../shared/failed.ts';
import { ensureStoreNo } from '../db/cache/store-numbers.ts';
import type { WritableDb } from '../db/open.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../stores/store.ts';
import { importFile, type ImportOutcome } from './import-file.ts';
import type { TriageRunner } from './triage-runner.ts';

/** Files on their way into the cache, in pieces. A call with a number that is no more fails with `not_found`. */
export interface Imports {
  /** One file per store at a time: another one that is begun drops this one. */
  beginImport(store: StoreId, kind: ImportKind): Promise<number>;
  /** Resolves when the bytes have been taken. @throws what ended the import, where something did */
  importChunk(id: number, bytes: Uint8Array): Promise<void>;
  /** The file is whole. @throws UnstuckError `bad_input` when it is not what it was said to be */
  endImport(id: number): Promise<ImportOutcome>;
  cancelImport(id: number): Promise<void>;
}

export interface ImportsDeps {
  readonly cache: WritableDb;
  readonly stores: { list(): readonly Store[] };
  readonly triage: TriageRunner;
  readonly clock: Pick<Clock, 'now'>;
  readonly publish: (event: EngineEvent) => void;
  readonly moved: (store: StoreId, ids: readonly number[]) => void;
}

interface Session {
  readonly store: StoreId;
  readonly writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly outcome: Promise<ImportOutcome>;
}

export function createImports({ cache, stores, triage, clock, publish, moved }: ImportsDeps): Imports {
  const sessions = new Map<number, Session>();
  let last = 0;

  const sessionOf = (id: number): Session => {
    const session = sessions.get(id);
    if (session) return session;
    throw failed('not_found', { code: 'no_import' });
  };
  const cancel = async (id: number): Promise<void> => {
    const session = sessions.get(id);
    sessions.delete(id);
    await session?.writer.abort(failed('cancelled', { code: 'import_stopped' }));
  };

  return {
    async beginImport(storeId, kind) {
      const store = stores.list().find(({ id }) => id === storeId);
      if (!store) throw failed('not_found', { code: 'no_store', store: storeId });
      for (const [id, session] of sessions) if (session.store === storeId) await cancel(id);
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      const began = clock.now();
      const outcome = importFile(readable, {
        cache,
        no: ensureStoreNo(cache, storeId),
        store,
        kind,
        triage,
        now: began,
        moved: (ids) => moved(storeId, ids),
        progress: (done) =>
          publish({
            type: 'progress',
            phase: 'reading',
            task: 'import',
            storeId,
            done,
            total: null,
            rate: done / Math.max(0.001, (clock.now() - began) / 1000),
            leftMs: null,
          }),
      });
      // Whoever sends the next piece, or the end, is told.
      outcome.catch(() => undefined);
      last += 1;
      sessions.set(last, { store: storeId, writer: writable.getWriter(), outcome });
      return last;
    },
    async importChunk(id, bytes) {
      const { writer, outcome } = sessionOf(id);
      try {
        await writer.write(bytes);
      } catch {
        sessions.delete(id);
        await outcome;
      }
    },
    async endImport(id) {
      const { writer, outcome } = sessionOf(id);
      sessions.delete(id);
      // Fails where reading has ended already, which `outcome` tells.
      await writer.close().catch(() => undefined);
      return outcome;
    },
    cancelImport: cancel,
  };
}
