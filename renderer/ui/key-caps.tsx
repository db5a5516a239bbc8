import { useI18n } from '../i18n/i18n-context.tsx';
import type { ShortcutId } from '../shortcuts/registry.ts';
import { keyCaps } from '../shortcuts/shortcut-words.ts';
import { Kbd } from './kbd.tsx';

const isMac = navigator.userAgent.includes('Mac OS');

/** The key of a binding, as it is printed on the keyboard; `all` shows every way to it. */
export function KeyCaps({ id, all = false }: { readonly id: ShortcutId; readonly all?: boolean }) {
  const { t } = useI18n();
  const ways = keyCaps(id, t.shortcuts, isMac);
  return (all ? ways : ways.slice(0, 1)).flatMap((caps) =>
    caps.map((cap, index) => <Kbd key={`${caps.join(' ')} ${index}`}>{cap}</Kbd>),
  );
}
