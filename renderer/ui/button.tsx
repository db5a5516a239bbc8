import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './button.module.css';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly isDisabled?: boolean;
  /** What it does, where its words do not say it, and its key: shown on hover and focus. */
  readonly hint?: string;
  readonly label?: string;
  readonly shortcut?: string;
}

export function Button({
  children,
  onPress,
  kind = 'plain',
  isDisabled = false,
  hint,
  label,
  shortcut,
}: ButtonProps) {
  const button = (
    <AriaButton
      className={cx(styles.button, styles[kind])}
      onPress={onPress}
      isDisabled={isDisabled}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut })}
    >
      {children}
    </AriaButton>
  );
  if (hint === undefined) return button;
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {button}
      <Tooltip className={cx(styles.tooltip)} offset={6}>
        {hint}
        {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
