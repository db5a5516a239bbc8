/** The parts of a `KeyboardEvent` that tell what was pressed. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * What was pressed, as the registry writes it: `a`, `Space`, `Shift+Space`, `Control+Enter`. null: a key that no
 * binding can have. Caps Lock does not matter, and neither does whether digits need Shift (as on AZERTY).
 */
export function chordOf({ key, code, shiftKey, ctrlKey, metaKey, altKey }: Pressed): string | null {
  // AltGr types characters; Alt alone belongs to the browser's menus.
  if (altKey || key === 'Dead' || MODIFIERS.has(key)) return null;
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  const isPrintable = key.length === 1 && key !== ' ';
  const name = key === ' ' ? 'Space' : isPrintable ? key.toLowerCase() : key;
  const control = ctrlKey || metaKey ? 'Control+' : '';
  if (isPrintable) return control + (digit !== undefined && !shiftKey && !/[a-z]/.test(name) ? digit : name);
  return `${control}${shiftKey ? 'Shift+' : ''}${name}`;
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);
