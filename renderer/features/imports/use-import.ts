import { useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/methods.ts';
import type { ImportKind } from '../../../shared/domain/import.ts';
import { useEngine } from '../../rpc/engine-context.tsx';
import { filePieces, fileStart } from './file-pieces.ts';

/** Under which the sheet keeps what was pasted and not looked at yet. */
export const IMPORT_FORM = 'import';

/** A file, or text that was pasted, that somebody chose. */
export interface ImportSource {
  readonly name: string;
  readonly file: Blob;
}

type Step =
  | { readonly at: 'choosing' }
  | {
      readonly at: 'ready' | 'sending';
      readonly source: ImportSource;
      readonly preview: Output<'import.preview'>;
    }
  | { readonly at: 'done'; readonly source: ImportSource; readonly result: Output<'import.end'> };

export interface Import {
  readonly step: Step;
  /** What was thrown at the last try; undefined: nothing. */
  readonly failure: unknown;
  readonly choose: (source: ImportSource) => Promise<void>;
  readonly start: (storeId: string, kind: ImportKind) => Promise<void>;
  readonly stop: () => void;
  readonly again: () => void;
}

/** One import: what was chosen, how it begins, and what became of it. */
export function useImport(): Import {
  const { connection } = useEngine();
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const [failure, setFailure] = useState<unknown>();
  const isStopped = useRef(false);

  return {
    step,
    failure,
    choose: async (source) => {
      setFailure(undefined);
      try {
        const preview = await connection.call('import.preview', await fileStart(source.file));
        setStep({ at: 'ready', source, preview });
      } catch (thrown) {
        setFailure(thrown);
      }
    },
    start: async (storeId, kind) => {
      if (step.at !== 'ready') return;
      const { source, preview } = step;
      setFailure(undefined);
      isStopped.current = false;
      setStep({ at: 'sending', source, preview });
      let begun: Output<'import.begin'> | null = null;
      try {
        begun = await connection.call('import.begin', { storeId, kind });
        for await (const bytes of filePieces(source.file)) {
          if (isStopped.current) {
            await connection.call('import.cancel', begun);
            return setStep({ at: 'ready', source, preview });
          }
          await connection.call('import.chunk', { ...begun, bytes });
        }
        setStep({ at: 'done', source, result: await connection.call('import.end', begun) });
      } catch (thrown) {
        setFailure(thrown);
        setStep({ at: 'ready', source, preview });
      }
    },
    stop: () => {
      isStopped.current = true;
    },
    again: () => {
      setFailure(undefined);
      setStep({ at: 'choosing' });
    },
  };
}
