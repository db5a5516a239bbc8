import { storeId } from '../../../shared/domain/ids.ts';
import { importProblemInEnglish } from '../../../shared/words/en-import.ts';
import { previewImport } from '../imports/preview-import.ts';
import { type HandlerDeps, oneStore, type Part } from './handler-deps.ts';

export function importHandlers({
  board,
  outbox,
  stores,
  sync,
  publish,
  ports,
}: HandlerDeps): Part<'import' | 'links' | 'agreement'> {
  const underWay = new Map<number, { readonly store: string; readonly kind: string }>();
  return {
    'import.preview': async ({ start, isWhole }) => {
      const { kind, columns, rows, missing } = await previewImport(Buffer.from(start, 'base64'), isWhole);
      return { kind, columns: [...columns], rows: rows.map((row) => [...row]), missing: [...missing] };
    },
    'import.begin': async ({ storeId: id, kind }) => {
      const store = stores.get(storeId(id));
      const begun = await sync.beginImport(store.id, kind);
      underWay.set(begun, { store: store.id, kind });
      return { import: begun };
    },
    'import.chunk': async ({ import: id, bytes }) => {
      await sync.importChunk(id, Buffer.from(bytes, 'base64'));
      return {};
    },
    'import.end': async ({ import: id }) => {
      const begun = underWay.get(id);
      underWay.delete(id);
      const outcome = await sync.endImport(id);
      const { read, accepted, rejected, withheld, currency } = outcome;
      if (begun) {
        const store = storeId(begun.store);
        stores.noteImport(store, { withheld, currency, at: ports.clock.now() });
        outbox.note({ what: 'imported', store, detail: `${begun.kind}: ${accepted} of ${read}` });
        for (const topic of ['stores', 'board', 'orders', 'causes', 'history'] as const)
          publish({ type: 'changed', topic, storeId: store });
      }
      return {
        read,
        accepted,
        rejected: rejected.map(({ row, field, problem }) => ({
          row,
          field,
          message: importProblemInEnglish(problem),
          problem,
        })),
      };
    },
    'import.cancel': async ({ import: id }) => {
      underWay.delete(id);
      await sync.cancelImport(id);
      return {};
    },
    'links.list': ({ storeId: id }) => board.links(stores.get(storeId(id))),
    'agreement.list': ({ storeId: id }) => board.agreement(oneStore(id)),
  };
}
