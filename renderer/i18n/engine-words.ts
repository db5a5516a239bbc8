import type { Exclusion } from '../../shared/domain/exclusion.ts';
import type { ChangedField, ChangedValue, FieldChange } from '../../shared/domain/field-change.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { QueryProblem } from '../../shared/domain/order-query.ts';
import type { UndoSkip } from '../../shared/domain/undo-skip.ts';
import type { ConflictField, WriteOp } from '../../shared/domain/write.ts';
import { changedFieldInEnglish, changedValueInEnglish } from '../../shared/words/en-change.ts';
import { exclusionInEnglish } from '../../shared/words/en-exclusion.ts';
import { queryProblemInEnglish } from '../../shared/words/en-query-problem.ts';
import { undoSkipInEnglish } from '../../shared/words/en-undo-skip.ts';
import { writeInEnglish } from '../../shared/words/en-write.ts';
import { changedFieldInFrench, changedValueInFrench } from '../../shared/words/fr-change.ts';
import { exclusionInFrench } from '../../shared/words/fr-exclusion.ts';
import { queryProblemInFrench } from '../../shared/words/fr-query-problem.ts';
import { undoSkipInFrench } from '../../shared/words/fr-undo-skip.ts';
import { writeInFrench } from '../../shared/words/fr-write.ts';
import type { Voice } from '../../shared/words/voice.ts';
import { consoleVoice } from './console-voice.ts';
import type { Catalog } from './en.ts';
import type { Format } from './format.ts';

/** What the engine tells as data, in the page's language. Where only its text is known, that text as it is. */
export interface EngineWords {
  readonly write: (op: WriteOp) => string;
  readonly exclusion: (it: { readonly reason: string; readonly said: Exclusion | null }) => string;
  readonly undoSkip: (it: { readonly reason: string; readonly said: UndoSkip | null }) => string;
  readonly change: (it: FieldChange) => Omit<FieldChange, 'said'>;
  readonly conflict: (it: ConflictField) => Omit<ConflictField, 'said'>;
  readonly queryProblem: (it: QueryProblem) => string;
}

interface Sentences {
  readonly write: (op: WriteOp, voice: Voice) => string;
  readonly exclusion: (it: Exclusion, voice: Voice) => string;
  readonly undoSkip: (it: UndoSkip, voice: Voice) => string;
  readonly changedField: (it: ChangedField, voice: Voice) => string;
  readonly changedValue: (it: ChangedValue, voice: Voice) => string;
  readonly queryProblem: (it: QueryProblem) => string;
}

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    write: writeInEnglish,
    exclusion: exclusionInEnglish,
    undoSkip: undoSkipInEnglish,
    changedField: changedFieldInEnglish,
    changedValue: changedValueInEnglish,
    queryProblem: queryProblemInEnglish,
  },
  fr: {
    write: writeInFrench,
    exclusion: exclusionInFrench,
    undoSkip: undoSkipInFrench,
    changedField: changedFieldInFrench,
    changedValue: changedValueInFrench,
    queryProblem: queryProblemInFrench,
  },
};

export function createEngineWords(language: Language, t: Catalog, f: Format): EngineWords {
  const voice = consoleVoice(language, t, f);
  const { write, exclusion, undoSkip, changedField, changedValue, queryProblem } = SENTENCES[language];
  const value = (it: ChangedValue | null): string | null => it && changedValue(it, voice);
  return {
    write: (op) => write(op, voice),
    exclusion: ({ reason, said }) => (said ? exclusion(said, voice) : reason),
    undoSkip: ({ reason, said }) => (said ? undoSkip(said, voice) : reason),
    change: ({ said, ...text }) =>
      said
        ? { field: changedField(said.field, voice), before: value(said.before), after: value(said.after) }
        : text,
    conflict: ({ said, ...text }) =>
      said
        ? {
            field: changedField(said.field, voice),
            planned: value(said.planned),
            now: value(said.now),
            mine: value(said.mine),
          }
        : text,
    queryProblem,
  };
}
