import { chordOf, type Pressed } from './chord-of.ts';
import { SHEET_SCOPES, type ShortcutId, SHORTCUTS } from './registry.ts';

/** Milliseconds in which the second key of two must follow. */
export const SEQUENCE_MS = 1500;

export interface Listener {
  readonly id: ShortcutId;
  /** false: not mine just now, another may have it. */
  readonly run: () => unknown;
}

export interface Keyboard {
  /** @returns ends it */
  readonly listen: (listeners: readonly Listener[]) => () => void;
  /** @param owns whether the focused control has its own use for a chord · @param at UTC ms @returns whether somebody took it */
  readonly press: (pressed: Pressed, owns: (chord: string) => boolean, at: number) => boolean;
}

/**
 * Decides who gets a key: the overview of keys before all; then a sheet, under which the page rests; then the page. Of
 * two that listen to the same binding the one that came last is asked first.
 */
export function createKeyboard(): Keyboard {
  let all: readonly Listener[] = [];
  let first: { readonly chord: string; readonly at: number } | null = null;

  const awake = (): readonly Listener[] => {
    const isCovered = all.some(({ id }) => SHEET_SCOPES.has(SHORTCUTS[id].scope));
    const listening = all.filter(({ id }) => {
      const { scope } = SHORTCUTS[id];
      return !isCovered || scope === 'help' || scope === 'everywhere' || SHEET_SCOPES.has(scope);
    });
    const isHelp = ({ id }: Listener): boolean => SHORTCUTS[id].scope === 'help';
    return [...listening.filter(isHelp), ...listening.filter((one) => !isHelp(one)).toReversed()];
  };
  const has = ({ id }: Listener, keys: string): boolean => {
    const own: readonly string[] = SHORTCUTS[id].keys;
    return own.includes(keys);
  };

  return {
    listen(listeners) {
      all = [...all, ...listeners];
      return () => {
        all = all.filter((one) => !listeners.includes(one));
      };
    },
    press(pressed, owns, at) {
      const chord = chordOf(pressed);
      if (chord === null) return false;
      const before = first !== null && at - first.at <= SEQUENCE_MS ? `${first.chord} ` : '';
      first = null;
      if (owns(chord)) return false;
      const listeners = awake();
      for (const keys of before === '' ? [chord] : [before + chord, chord])
        if (listeners.some((one) => has(one, keys) && one.run() !== false)) return true;
      const starts = listeners.some(({ id }) =>
        SHORTCUTS[id].keys.some((keys) => keys.startsWith(`${chord} `)),
      );
      if (starts) first = { chord, at };
      return starts;
    },
  };
}
