import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { en } from '../i18n/en.ts';
import { fr } from '../i18n/fr.ts';
import { ariaKeys, overlaps, SHORTCUT_IDS, SHORTCUT_SCOPES, SHORTCUTS } from './registry.ts';
import { keyCaps, shortcutWords } from './shortcut-words.ts';

/** Whether pressing the keys of one also presses, or begins, the keys of the other. */
const clash = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);

const sources = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !/^(shortcuts|i18n)/.test(file))
  .map((file) => ({ file, text: readFileSync(`renderer/${file}`, 'utf8') }));

describe('the bindings', () => {
  it('never mean two things where both listen', () => {
    const pairs = SHORTCUT_IDS.flatMap((a, at) => SHORTCUT_IDS.slice(at + 1).map((b) => [a, b] as const));
    const collisions = pairs.filter(
      ([a, b]) =>
        overlaps(SHORTCUTS[a].scope, SHORTCUTS[b].scope) &&
        SHORTCUTS[a].keys.some((one) => SHORTCUTS[b].keys.some((other) => clash(one, other))),
    );
    expect(collisions).toEqual([]);
  });

  it('are told apart by scope only where one scope rests while the other listens', () => {
    expect(overlaps('plan', 'sheet')).toBe(true);
    expect(overlaps('pages', 'group')).toBe(true);
    expect(overlaps('everywhere', 'plan')).toBe(true);
    expect(overlaps('group', 'orders')).toBe(true);
    expect(overlaps('board', 'group')).toBe(false);
    expect(overlaps('board', 'orders')).toBe(false);
    expect(overlaps('plan', 'pages')).toBe(false);
    for (const a of SHORTCUT_SCOPES)
      for (const b of SHORTCUT_SCOPES) expect(overlaps(a, b), `${a} ${b}`).toBe(overlaps(b, a));
  });

  it.each([
    ['en', en],
    ['fr', fr],
  ] as const)('each have words in %s, and their scopes too', (_lang, t) => {
    expect(SHORTCUT_IDS.filter((id) => shortcutWords(id, t).trim() === '')).toEqual([]);
    expect(SHORTCUT_SCOPES.filter((scope) => t.shortcuts.scopes[scope].trim() === '')).toEqual([]);
  });

  it('have words for nothing that is not bound', () => {
    expect(Object.keys(en.shortcuts.does).filter((id) => !Object.hasOwn(SHORTCUTS, id))).toEqual([]);
  });

  it('print every named key in the reader’s words', () => {
    const named = new Set(
      SHORTCUT_IDS.flatMap((id) => SHORTCUTS[id].keys.flatMap((keys) => keys.split(/[ +]/))).filter(
        (key) => key.length > 1,
      ),
    );
    expect([...named].filter((key) => !Object.hasOwn(en.shortcuts.keys, key))).toEqual([]);
  });

  it('are done somewhere on the page, each of them', () => {
    const done = sources.map(({ text }) => text).join('\n');
    const spelled = (id: string): boolean =>
      done.includes(`'${id}':`) ||
      // Tiles and write actions bind theirs from a list.
      (id.startsWith('board.') && done.includes('TYPE_SHORTCUTS[type], ')) ||
      (id.startsWith('outbox.') && done.includes('keyOf(does), '));
    expect(SHORTCUT_IDS.filter((id) => !spelled(id))).toEqual([]);
  });
});

test('nobody but the registry’s own listener listens to the keys of the whole page', () => {
  const listening = sources.filter(({ text }) => /addEventListener\('key/.test(text));
  // It only notes that keys are used, and takes none.
  expect(listening.map(({ file }) => file)).toEqual(['app/follow-keys.ts']);
});

test('a key is printed as on the keyboard, and told to screen readers as ARIA writes it', () => {
  expect(keyCaps('plan.commit', en.shortcuts, false)).toEqual([['Ctrl Enter']]);
  expect(keyCaps('plan.commit', fr.shortcuts, true)).toEqual([['⌘ Entrée']]);
  expect(keyCaps('pages.triage', en.shortcuts, false)).toEqual([['G', 'T']]);
  expect(keyCaps('board.next', en.shortcuts, false)).toEqual([['J'], ['↓']]);
  expect(ariaKeys('orders.next')).toBe('j ArrowDown');
  expect(ariaKeys('pages.triage')).toBeUndefined();
});
