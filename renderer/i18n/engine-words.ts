import type { Exclusion } from '../../shared/domain/exclusion.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { ChangedField, ChangedValue, FieldChange } from '../../shared/domain/field-change.ts';
import type { ImportProblem } from '../../shared/domain/import.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { QueryProblem } from '../../shared/domain/order-query.ts';
import { isOrderPart } from '../../shared/domain/order.ts';
import { type AskedScope, isAskedScope } from '../../shared/domain/scope.ts';
import type { Trouble } from '../../shared/domain/trouble.ts';
import type { RuleOff } from '../../shared/domain/rule-off.ts';
import type { UndoSkip } from '../../shared/domain/undo-skip.ts';
import type { WorkspaceNotice } from '../../shared/domain/workspace-notice.ts';
import type { WriteReason } from '../../shared/domain/write-reason.ts';
import type { ConflictField, WriteOp } from '../../shared/domain/write.ts';
import { messageOf, UnstuckError } from '../../shared/errors.ts';
import { changedFieldInEnglish, changedValueInEnglish } from '../../shared/words/en-change.ts';
import { exclusionInEnglish } from '../../shared/words/en-exclusion.ts';
import { failureInEnglish } from '../../shared/words/en-failure.ts';
import { SCOPE_COSTS_IN_ENGLISH } from '../../shared/words/en-scope.ts';
import { queryProblemInEnglish } from '../../shared/words/en-query-problem.ts';
import { troubleInEnglish } from '../../shared/words/en-trouble.ts';
import { importProblemInEnglish } from '../../shared/words/en-import.ts';
import { ruleOffInEnglish } from '../../shared/words/en-rule-off.ts';
import { undoSkipInEnglish } from '../../shared/words/en-undo-skip.ts';
import { workspaceNoticeInEnglish } from '../../shared/words/en-workspace-notice.ts';
import { writeReasonInEnglish } from '../../shared/words/en-write-reason.ts';
import { writeInEnglish } from '../../shared/words/en-write.ts';
import { changedFieldInFrench, changedValueInFrench } from '../../shared/words/fr-change.ts';
import { exclusionInFrench } from '../../shared/words/fr-exclusion.ts';
import { failureInFrench } from '../../shared/words/fr-failure.ts';
import { SCOPE_COSTS_IN_FRENCH } from '../../shared/words/fr-scope.ts';
import { queryProblemInFrench } from '../../shared/words/fr-query-problem.ts';
import { troubleInFrench } from '../../shared/words/fr-trouble.ts';
import { importProblemInFrench } from '../../shared/words/fr-import.ts';
import { ruleOffInFrench } from '../../shared/words/fr-rule-off.ts';
import { undoSkipInFrench } from '../../shared/words/fr-undo-skip.ts';
import { workspaceNoticeInFrench } from '../../shared/words/fr-workspace-notice.ts';
import { writeReasonInFrench } from '../../shared/words/fr-write-reason.ts';
import { writeInFrench } from '../../shared/words/fr-write.ts';
import type { Voice } from '../../shared/words/voice.ts';
import { consoleVoice } from './console-voice.ts';
import type { Catalog } from './en.ts';
import type { Format } from './format.ts';
import { frenchSpaces } from './french-spaces.ts';

/** What the engine tells as data, in the page's language. Where only its text is known, that text as it is. */
export interface EngineWords {
  readonly write: (op: WriteOp) => string;
  readonly exclusion: (it: { readonly reason: string; readonly said: Exclusion | null }) => string;
  readonly undoSkip: (it: { readonly reason: string; readonly said: UndoSkip | null }) => string;
  /** Why a write is where it is; null: nothing to say. */
  readonly reason: (it: {
    readonly reason: string | null;
    readonly said: WriteReason | null;
  }) => string | null;
  /** Why a store, or its sync, is as it is; null: nothing to say. */
  readonly failure: (it: {
    readonly text: string | null | undefined;
    readonly said: Failure | null | undefined;
  }) => string | null;
  /** What is wrong with an answer, as a clause. */
  readonly trouble: (it: { readonly reason: string; readonly said: Trouble | null }) => string;
  /** Whatever was thrown. */
  readonly error: (thrown: unknown) => string;
  /** What a store loses without an access scope; null: one that is not known here. */
  readonly scope: (scope: string) => string | null;
  /** A part of an order that Shopify may withhold. */
  readonly orderPart: (part: string) => string;
  readonly change: (it: FieldChange) => Omit<FieldChange, 'said'>;
  readonly conflict: (it: ConflictField) => Omit<ConflictField, 'said'>;
  readonly queryProblem: (it: QueryProblem) => string;
  readonly importProblem: (it: ImportProblem) => string;
  readonly ruleOff: (it: RuleOff) => string;
  readonly workspaceNotice: (it: WorkspaceNotice) => string;
}

interface Sentences {
  readonly trouble: (it: Trouble) => string;
  readonly failure: (it: Failure, voice: Voice) => string;
  readonly reason: (it: WriteReason, voice: Voice) => string;
  readonly scopeCosts: Readonly<Record<AskedScope, string>>;
  readonly write: (op: WriteOp, voice: Voice) => string;
  readonly exclusion: (it: Exclusion, voice: Voice) => string;
  readonly undoSkip: (it: UndoSkip, voice: Voice) => string;
  readonly changedField: (it: ChangedField, voice: Voice) => string;
  readonly changedValue: (it: ChangedValue, voice: Voice) => string;
  readonly queryProblem: (it: QueryProblem) => string;
  readonly importProblem: (it: ImportProblem) => string;
  readonly ruleOff: (it: RuleOff, voice: Voice) => string;
  readonly workspaceNotice: (it: WorkspaceNotice) => string;
}

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    trouble: troubleInEnglish,
    failure: failureInEnglish,
    reason: writeReasonInEnglish,
    scopeCosts: SCOPE_COSTS_IN_ENGLISH,
    write: writeInEnglish,
    exclusion: exclusionInEnglish,
    undoSkip: undoSkipInEnglish,
    changedField: changedFieldInEnglish,
    changedValue: changedValueInEnglish,
    queryProblem: queryProblemInEnglish,
    importProblem: importProblemInEnglish,
    ruleOff: ruleOffInEnglish,
    workspaceNotice: workspaceNoticeInEnglish,
  },
  fr: {
    trouble: frenchSpaces(troubleInFrench),
    failure: frenchSpaces(failureInFrench),
    reason: frenchSpaces(writeReasonInFrench),
    scopeCosts: SCOPE_COSTS_IN_FRENCH,
    write: frenchSpaces(writeInFrench),
    exclusion: frenchSpaces(exclusionInFrench),
    undoSkip: frenchSpaces(undoSkipInFrench),
    changedField: frenchSpaces(changedFieldInFrench),
    changedValue: frenchSpaces(changedValueInFrench),
    queryProblem: frenchSpaces(queryProblemInFrench),
    importProblem: frenchSpaces(importProblemInFrench),
    ruleOff: frenchSpaces(ruleOffInFrench),
    workspaceNotice: frenchSpaces(workspaceNoticeInFrench),
  },
};

export function createEngineWords(language: Language, t: Catalog, f: Format): EngineWords {
  const voice = consoleVoice(language, t, f);
  const {
    trouble,
    failure,
    reason,
    scopeCosts,
    write,
    exclusion,
    undoSkip,
    changedField,
    changedValue,
    queryProblem,
    importProblem,
    ruleOff,
    workspaceNotice,
  } = SENTENCES[language];
  const value = (it: ChangedValue | null): string | null => it && changedValue(it, voice);
  return {
    write: (op) => write(op, voice),
    exclusion: ({ reason: text, said }) => (said ? exclusion(said, voice) : text),
    undoSkip: ({ reason: text, said }) => (said ? undoSkip(said, voice) : text),
    reason: ({ reason: text, said }) => (said ? reason(said, voice) : text),
    failure: ({ text, said }) => (said ? failure(said, voice) : (text ?? null)),
    scope: (scope) => (isAskedScope(scope) ? scopeCosts[scope] : null),
    orderPart: (part) => (isOrderPart(part) ? voice.orderPart(part) : part),
    trouble: ({ reason: text, said }) => (said ? trouble(said) : text),
    error: (thrown) =>
      thrown instanceof UnstuckError && thrown.said
        ? failure(thrown.said, voice)
        : t.errors.other(messageOf(thrown)),
    importProblem,
    ruleOff: (it) => ruleOff(it, voice),
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
    workspaceNotice,
  };
}
