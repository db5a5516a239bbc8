import type { Catalog } from '../i18n/en.ts';
import { type ShortcutId, SHORTCUTS, TYPE_SHORTCUTS } from './registry.ts';
import { ERROR_TYPES } from '../../shared/domain/error-type.ts';

/** What a binding does, in the words of the catalog. */
export function shortcutWords(id: ShortcutId, t: Pick<Catalog, 'shortcuts' | 'errorTypes'>): string {
  const type = ERROR_TYPES.find((one) => TYPE_SHORTCUTS[one] === id);
  if (type !== undefined) return t.errorTypes[type];
  const does: Readonly<Partial<Record<ShortcutId, string>>> = t.shortcuts.does;
  return does[id] ?? '';
}

/**
 * The keys of a binding as they are printed: for each way to do it, one list of keys; those pressed together stand in
 * one string (`Ctrl Enter`), those after one another in several (`G`, `T`).
 */
export function keyCaps(
  id: ShortcutId,
  { keys: names }: Pick<Catalog['shortcuts'], 'keys'>,
  isMac: boolean,
): readonly (readonly string[])[] {
  const words: Readonly<Record<string, string>> = isMac ? { ...names, Control: '⌘' } : names;
  const cap = (chord: string): string =>
    chord
      .split('+')
      .map((key) => words[key] ?? key.toUpperCase())
      .join(' ');
  const ways: readonly string[] = SHORTCUTS[id].keys;
  return ways.map((way) => way.split(' ').map(cap));
}
