import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/domain/language.ts';
import { menuTemplate } from './menu-template.ts';
import { languageOf } from './words.ts';

const itemsOf = (menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);

test.each(LANGUAGES)('every item says what it does in %s, on every system', (language) => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const items = itemsOf(menuTemplate(language, platform, true));
    const silent = items.filter(
      ({ label, type, role }) => !label && type !== 'separator' && role !== 'appMenu',
    );
    expect(silent).toEqual([]);
  }
});

test('both languages offer the same', () => {
  const roles = (language: 'en' | 'fr') =>
    itemsOf(menuTemplate(language, 'darwin', false)).map(({ role }) => role);
  expect(roles('fr')).toEqual(roles('en'));
});

test('the developer tools are not in what is shipped', () => {
  const offers = (developing: boolean) =>
    itemsOf(menuTemplate('en', 'linux', developing)).some(({ role }) => role === 'toggleDevTools');
  expect([offers(true), offers(false)]).toEqual([true, false]);
});

test('a French system gets French, every other English', () => {
  expect(['fr', 'fr-CA', 'FR-be', 'en-GB', 'de', ''].map(languageOf)).toEqual([
    'fr',
    'fr',
    'fr',
    'en',
    'en',
    'en',
  ]);
});
