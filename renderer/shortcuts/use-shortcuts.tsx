import { createContext, use, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { createKeyboard, type Keyboard } from './create-keyboard.ts';
import { ownsKey } from './key-owner.ts';
import { SHORTCUT_IDS, type ShortcutId } from './registry.ts';

const KeyboardContext = createContext<Keyboard | null>(null);

/** The page's one listener to keys. A key that a control has already taken is nobody's any more. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const [keyboard] = useState(createKeyboard);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : null;
      if (keyboard.press(event, (chord) => ownsKey(target, chord), Date.now())) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [keyboard]);
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>;
}

/**
 * Does what is bound to the ids while the component is there. A function that returns false leaves the key to others.
 */
export function useShortcuts(actions: Readonly<Partial<Record<ShortcutId, () => unknown>>>): void {
  const keyboard = use(KeyboardContext);
  if (!keyboard) throw new Error('useShortcuts outside of KeyboardProvider.');
  const ids = SHORTCUT_IDS.filter((id) => actions[id] !== undefined).join(' ');
  const run = useEffectEvent((id: ShortcutId) => actions[id]?.());
  useEffect(() => {
    const bound = new Set(ids.split(' '));
    return keyboard.listen(
      SHORTCUT_IDS.filter((id) => bound.has(id)).map((id) => ({ id, run: () => run(id) })),
    );
  }, [keyboard, ids]);
}
