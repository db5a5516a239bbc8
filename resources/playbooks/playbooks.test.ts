import { describe, expect, test } from 'vitest';
import { ERROR_TYPES, type ErrorType } from '../../shared/domain/error-type.ts';
import { FIXES_FOR, type FixKind } from '../../shared/domain/fix.ts';
import { LANGUAGES } from '../../shared/domain/language.ts';
import {
  PLAYBOOK_PARTS,
  type PlaybookPart,
  type PlaybookStep,
  type StepAction,
} from '../../shared/domain/playbook.ts';
import { PLAYBOOKS } from './playbooks.ts';

const playbooks = ERROR_TYPES.map((type) => ({ type, playbook: PLAYBOOKS[type] }));

function stepsOf(type: ErrorType): readonly PlaybookStep[] {
  return PLAYBOOK_PARTS.flatMap((part) => PLAYBOOKS[type][part]);
}

function fixesIn(steps: readonly PlaybookStep[]): readonly Extract<StepAction, { do: 'fix' }>[] {
  return steps.flatMap(({ action }) => (action?.do === 'fix' ? [action] : []));
}

describe('what a playbook offers', () => {
  test.each(playbooks)('$type is filed under its own error type', ({ type, playbook }) => {
    expect(playbook.errorType).toBe(type);
  });

  test.each(playbooks)('$type leads to every fix of its type', ({ type }) => {
    const offered = fixesIn(stepsOf(type)).map(({ fix }) => fix);
    const expected = FIXES_FOR[type].filter((fix: FixKind) => fix !== 'snooze' && fix !== 'dismiss');
    expect(offered).toEqual(expect.arrayContaining([...expected]));
  });

  test.each(playbooks)('$type: what has no button goes on on the page opened just before', ({ playbook }) => {
    const stranded = (['check', 'resolve', 'bulk'] as const).flatMap((part) =>
      playbook[part].filter(
        (step, i) =>
          !step.action && playbook[part].slice(0, i).findLast(({ action }) => action)?.action?.do !== 'open',
      ),
    );
    expect(stranded).toEqual([]);
  });

  test.each(playbooks)(
    '$type: a step for one order plans one order or its culprit, bulk plans many',
    ({ playbook }) => {
      const scopes = (part: PlaybookPart) => fixesIn(playbook[part]).map(({ scope }) => scope);
      expect(scopes('check').filter((scope) => scope !== 'order')).toEqual([]);
      expect(scopes('resolve')).not.toContain('type');
      expect(scopes('bulk')).not.toContain('order');
      expect(scopes('bulk')).not.toEqual([]);
    },
  );

  test.each(['order_cancelled', 'awaiting_global_e_approval'] as const)(
    '%s has no root cause, so no step plans for one',
    (type) => {
      const scopes = fixesIn(stepsOf(type)).map(({ scope }) => scope);
      expect(scopes.filter((scope) => scope !== 'order' && scope !== 'type')).toEqual([]);
    },
  );

  test.each(playbooks)('$type says how to prevent it in one to three steps', ({ playbook }) => {
    expect(playbook.prevent.length).toBeLessThanOrEqual(3);
    expect(fixesIn(playbook.prevent)).toEqual([]);
  });

  test.each(playbooks)('$type ends with the case summary on its way to the Care Team', ({ playbook }) => {
    expect(playbook.contact.slice(-2).map(({ action }) => action)).toEqual([
      { do: 'copy', what: 'case_summary' },
      { do: 'open', target: 'platform_care_team' },
    ]);
  });
});

describe('how a playbook is written', () => {
  const sentences = ERROR_TYPES.flatMap((type) =>
    stepsOf(type).flatMap(({ id, text }) =>
      LANGUAGES.map((language) => ({ where: `${type}/${id} (${language})`, language, text: text[language] })),
    ),
  );
  const french = sentences.filter(({ language }) => language === 'fr');
  const english = sentences.filter(({ language }) => language === 'en');
  const wrong = (among: typeof sentences, pattern: RegExp) =>
    among.filter(({ text }) => pattern.test(text)).map(({ where }) => where);

  test('sentences end with a full stop, have no double space and stay short', () => {
    expect(wrong(sentences, /[^.]$| {2}|^.{161}/u)).toEqual([]);
  });

  test('French puts a narrow no-break space before : ; ? ! (the colons inside a tag aside)', () => {
    expect(wrong(french, /(?<![\u202F:]|Globale)[:;?!]/u)).toEqual([]);
  });

  test('French quotes with « », narrow no-break spaces inside', () => {
    expect(wrong(french, /«(?!\u202F)|(?<!\u202F)»|["“”]/u)).toEqual([]);
  });

  test('both languages use the typographic apostrophe', () => {
    expect(wrong(sentences, /'/u)).toEqual([]);
  });

  test('English quotes with “ ” and has no French spacing', () => {
    expect(wrong(english, /["«»\u202F\u00A0]/u)).toEqual([]);
  });

  test('the two languages name the same platform labels', () => {
    const labels = ['Shop integrations', 'Countries for order sync', 'Synchronize orders with payment terms'];
    const named = (text: string) => labels.filter((label) => text.includes(label));
    const steps = ERROR_TYPES.flatMap(stepsOf);
    expect(steps.map(({ text }) => named(text.fr))).toEqual(steps.map(({ text }) => named(text.en)));
  });
});
