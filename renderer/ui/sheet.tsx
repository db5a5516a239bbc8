import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.tsx';
import { cx } from './cx.ts';
import { focusHome } from './focus-home.ts';
import { Icon } from './icon.tsx';
import styles from './sheet.module.css';

/**
 * A view that lies over the one it came from, as large as that: never a dialog over a dialog. Escape and its button
 * lead back; the focus moves in, and back out to where it was.
 */
export function Sheet({
  label,
  closeLabel,
  onClose,
  head,
  children,
}: {
  readonly label: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly head?: ReactNode;
  readonly children: ReactNode;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  useShortcuts({ 'sheet.close': onClose });
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
      else focusHome();
    };
  }, []);
  return (
    <div
      ref={sheet}
      className={cx(styles.sheet)}
      role="dialog"
      aria-modal="true"
      aria-label={label}
      tabIndex={-1}
    >
      <header className={cx(styles.head)}>
        <h1>{label}</h1>
        <span className={cx(styles.grow)}>{head}</span>
        <Button kind="quiet" label={closeLabel} hint={closeLabel} shortcut="sheet.close" onPress={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      <div className={cx(styles.body)}>{children}</div>
    </div>
  );
}
