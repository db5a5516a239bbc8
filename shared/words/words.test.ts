import { describe, expect, test } from 'vitest';
import { exclusionSchema } from '../domain/exclusion.ts';
import { failureSchema } from '../domain/failure.ts';
import { changedFieldSchema } from '../domain/field-change.ts';
import { queryProblemSchema } from '../domain/order-query.ts';
import { sentence } from '../domain/sentence.ts';
import { troubleSchema } from '../domain/trouble.ts';
import { importProblemSchema } from '../domain/import.ts';
import { type RuleOff, ruleOffSchema } from '../domain/rule-off.ts';
import { undoSkipSchema } from '../domain/undo-skip.ts';
import { workspaceNoticeSchema } from '../domain/workspace-notice.ts';
import { writeReasonSchema } from '../domain/write-reason.ts';
import { COMMAND_LINE } from './command-line.ts';
import { changedFieldInEnglish } from './en-change.ts';
import { exclusionInEnglish } from './en-exclusion.ts';
import { failureInEnglish } from './en-failure.ts';
import { troubleInEnglish } from './en-trouble.ts';
import { queryProblemInEnglish } from './en-query-problem.ts';
import { importProblemInEnglish } from './en-import.ts';
import { ruleOffInEnglish } from './en-rule-off.ts';
import { undoSkipInEnglish } from './en-undo-skip.ts';
import { workspaceNoticeInEnglish } from './en-workspace-notice.ts';
import { writeReasonInEnglish } from './en-write-reason.ts';
import { changedFieldInFrench } from './fr-change.ts';
import { exclusionInFrench } from './fr-exclusion.ts';
import { failureInFrench } from './fr-failure.ts';
import { troubleInFrench } from './fr-trouble.ts';
import { queryProblemInFrench } from './fr-query-problem.ts';
import { importProblemInFrench } from './fr-import.ts';
import { ruleOffInFrench } from './fr-rule-off.ts';
import { undoSkipInFrench } from './fr-undo-skip.ts';
import { workspaceNoticeInFrench } from './fr-workspace-notice.ts';
import { writeReasonInFrench } from './fr-write-reason.ts';
import { samplesOf } from './test-support/sample-of.ts';
import type { Voice } from './voice.ts';

/** As the console has it: beside the field that is wrong. */
const VOICE: Voice = {
  ...COMMAND_LINE,
  at: () => '',
  fix: (kind) => `“${kind}”`,
  toDo: (step) => `Todo ${step}.`,
};

const FRENCH_VOICE: Voice = { ...VOICE, fix: (kind) => `« ${kind} »` };

interface Pair {
  readonly code: string;
  readonly en: string;
  readonly fr: string;
}

const families: readonly { readonly family: string; readonly pairs: readonly Pair[] }[] = [
  {
    family: 'exclusion',
    pairs: samplesOf(exclusionSchema).map((it) => ({
      code: it.code,
      en: exclusionInEnglish(it, COMMAND_LINE),
      fr: exclusionInFrench(it, COMMAND_LINE),
    })),
  },
  {
    family: 'query problem',
    pairs: samplesOf(queryProblemSchema).map((it) => ({
      code: it.kind,
      en: queryProblemInEnglish(it),
      fr: queryProblemInFrench(it),
    })),
  },
  {
    family: 'workspace notice',
    pairs: samplesOf(workspaceNoticeSchema).map((it) => ({
      code: it.code,
      en: workspaceNoticeInEnglish(it),
      fr: workspaceNoticeInFrench(it),
    })),
  },
  {
    family: 'undo skip',
    pairs: samplesOf(undoSkipSchema).map((it) => ({
      code: it.code,
      en: undoSkipInEnglish(it, COMMAND_LINE),
      fr: undoSkipInFrench(it, COMMAND_LINE),
    })),
  },
  {
    family: 'trouble',
    // Its words are clauses, for sentences to be built from.
    pairs: samplesOf(troubleSchema)
      .filter(({ code }) => code !== 'verbatim')
      .map((it) => ({
        code: it.code,
        en: sentence(`X ${troubleInEnglish(it)}`),
        fr: sentence(`X ${troubleInFrench(it)}`),
      })),
  },
  {
    family: 'failure',
    pairs: samplesOf(failureSchema).map((it) => ({
      code: it.code,
      en: sentence(failureInEnglish(it, VOICE)),
      fr: failureInFrench(it, FRENCH_VOICE),
    })),
  },
  {
    family: 'write reason',
    pairs: samplesOf(writeReasonSchema)
      // Somebody else's words, as they are.
      .filter(({ code }) => code !== 'verbatim')
      .map((it) => ({
        code: it.code,
        en: sentence(writeReasonInEnglish(it, VOICE)),
        fr: sentence(writeReasonInFrench(it, FRENCH_VOICE)),
      })),
  },
  {
    family: 'import problem',
    pairs: samplesOf(importProblemSchema).map((it) => ({
      code: it.code,
      en: importProblemInEnglish(it),
      fr: importProblemInFrench(it),
    })),
  },
  {
    family: 'rule off',
    pairs: samplesOf(ruleOffSchema.shape.because).map((because) => {
      const rule: RuleOff = { errorType: 'product_not_linked', because };
      return {
        code: because.code,
        en: ruleOffInEnglish(rule, COMMAND_LINE),
        fr: ruleOffInFrench(rule, COMMAND_LINE),
      };
    }),
  },
];

describe.each(families)('$family', ({ pairs }) => {
  test.each(pairs)('$code is a sentence of its own in English and in French', ({ en, fr }) => {
    expect(en).toMatch(/^[\p{Lu}“].*[.]$/u);
    expect(fr).toMatch(/^[\p{Lu}«].*[.]$/u);
    expect(fr).not.toBe(en);
    // French sets a space before a colon and wants the typographic apostrophe.
    expect(fr).not.toMatch(/[\p{L}»]:\s|'/u);
  });

  test('no two codes say the same', () => {
    expect(new Set(pairs.map(({ en }) => en)).size).toBe(pairs.length);
    expect(new Set(pairs.map(({ fr }) => fr)).size).toBe(pairs.length);
  });
});

test('every field that a plan changes has a name in both languages', () => {
  for (const field of samplesOf(changedFieldSchema)) {
    expect(changedFieldInEnglish(field, COMMAND_LINE)).not.toBe('');
    expect(changedFieldInFrench(field, COMMAND_LINE)).not.toBe('');
  }
});
