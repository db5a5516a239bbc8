import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';

/** The catalogs of what the page and the engine say. */
const CATALOGS = ['renderer/i18n', 'shared/words'] as const;

/**
 * Every phrase of the English catalogs that could be told from a French one: two words or more, nine characters or more,
 * and not in the French catalogs too (names of the platform's menus are). A new sentence is in it at once.
 */
export function englishPhrases(): readonly string[] {
  const french = read('fr').join('\n');
  const phrases = [...read('en'), readFileSync('shared/domain/cause-label.ts', 'utf8')]
    .flatMap(literals)
    .map((text) => text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter((text) => text.length >= 9 && /\p{L} \p{L}/u.test(text) && !french.includes(text));
  return [...new Set(phrases)];
}

function read(language: 'en' | 'fr'): string[] {
  return CATALOGS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(`${language}-`) || name === `${language}.ts`)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  );
}

/** The pieces of text between the quotes and holes of a source's literals, without imports and comments. */
function literals(source: string): string[] {
  const code = source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/^import [\s\S]*?;$/gm, '');
  const found: string[] = [];
  // What is open, innermost last: a quote, or the brace of a template's hole.
  const open: string[] = [];
  let text = '';
  const end = (): void => {
    found.push(text);
    text = '';
  };
  for (let at = 0; at < code.length; at += 1) {
    const char = code.charAt(at);
    const inside = open.at(-1);
    if (inside === "'" || inside === '`') {
      if (char === inside) {
        open.pop();
        end();
      } else if (inside === '`' && char === '$' && code.charAt(at + 1) === '{') {
        open.push('{');
        end();
        at += 1;
      } else text += char;
    } else if (char === "'" || char === '`' || (char === '{' && inside === '{')) open.push(char);
    else if (char === '}' && inside === '{') open.pop();
  }
  return found;
}

/** All that a page says, on it and in names and tooltips, but for the words of others, which are marked as English or as names. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.closest('[lang="en"], [translate="no"]') === null,
    );
    const own = all.map((element) =>
      [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent)
        .join(''),
    );
    const names = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];
    const said = all.flatMap((element) => names.map((name) => element.getAttribute(name) ?? ''));
    return [...own, ...said].filter((text) => text.trim() !== '').join('\n');
  });
}
