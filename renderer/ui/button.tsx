import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { ariaKeys, type ShortcutId } from '../shortcuts/registry.ts';
import { cx } from './cx.ts';
import styles from './button.module.css';
import { KeyCaps } from './key-caps.tsx';
import { WithTooltip } from './tooltip.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  /** Left out where the form around it is submitted instead. */
  readonly onPress?: () => void;
  /** Submits the form around it, as Enter in one of its fields does. */
  readonly submits?: boolean;
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly isDisabled?: boolean;
  /** What it does, where its words do not say it: shown with its key on hover and focus. */
  readonly hint?: string;
  readonly label?: string;
  /** The binding that does the same. */
  readonly shortcut?: ShortcutId;
  /** Shows the key on the button itself: for the few that are pressed all day. */
  readonly showsKey?: boolean;
}

export function Button({
  children,
  onPress,
  submits = false,
  kind = 'plain',
  isDisabled = false,
  hint,
  label,
  shortcut,
  showsKey = false,
}: ButtonProps) {
  const keys = shortcut && ariaKeys(shortcut);
  const button = (
    <AriaButton
      className={cx(styles.button, styles[kind])}
      {...(onPress ? { onPress } : {})}
      {...(submits ? { type: 'submit' as const } : {})}
      isDisabled={isDisabled}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })}
    >
      {children}
      {shortcut && showsKey ? <KeyCaps id={shortcut} /> : null}
    </AriaButton>
  );
  if (hint === undefined) return button;
  return (
    <WithTooltip hint={hint} shortcut={shortcut}>
      {button}
    </WithTooltip>
  );
}
