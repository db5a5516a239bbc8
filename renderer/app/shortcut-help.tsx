import { useEffect, useRef } from 'react';
import { useI18n } from '../i18n/i18n-context.tsx';
import { type ShortcutScope, SHORTCUT_IDS, SHORTCUTS } from '../shortcuts/registry.ts';
import { shortcutWords } from '../shortcuts/shortcut-words.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { focusHome } from '../ui/focus-home.ts';
import { Icon } from '../ui/icon.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import styles from './shortcut-help.module.css';

/** The keys of the screen beside it, which goes on listening: they can be tried while they are being read. */
export function ShortcutHelp({
  scopes,
  onClose,
}: {
  readonly scopes: readonly ShortcutScope[];
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const panel = useRef<HTMLElement>(null);
  useShortcuts({ 'help.close': onClose });
  useEffect(() => {
    const before = document.activeElement;
    const own = panel.current;
    own?.focus();
    return () => {
      const at = document.activeElement;
      if (at !== document.body && !own?.contains(at)) return;
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
      else focusHome();
    };
  }, []);
  const words = t.shortcuts;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <aside ref={panel} className={cx(styles.help)} aria-labelledby="help-title" tabIndex={0} data-own-arrows>
      <header>
        <h2 id="help-title">{words.title}</h2>
        <Button kind="quiet" label={words.close} hint={words.close} shortcut="help.close" onPress={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      {scopes.map((scope) => (
        <section key={scope} aria-labelledby={`help-${scope}`}>
          <h3 id={`help-${scope}`}>{words.scopes[scope]}</h3>
          <dl>
            {SHORTCUT_IDS.filter((id) => SHORTCUTS[id].scope === scope).map((id) => (
              <div key={id}>
                <dt>{shortcutWords(id, t)}</dt>
                <dd>
                  <KeyCaps id={id} all />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p>{words.hint}</p>
    </aside>
  );
}
