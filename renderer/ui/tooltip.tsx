import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import type { ShortcutId } from '../shortcuts/registry.ts';
import { cx } from './cx.ts';
import { KeyCaps } from './key-caps.tsx';
import styles from './tooltip.module.css';

/** What a control does and its key, on hover and on focus. */
export function WithTooltip({
  hint,
  shortcut,
  placement = 'top',
  children,
}: {
  readonly hint: string;
  readonly shortcut?: ShortcutId | undefined;
  readonly placement?: 'top' | 'right';
  /** A button or link of react-aria. */
  readonly children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className={cx(styles.tooltip)} offset={6} placement={placement}>
        {hint}
        {shortcut === undefined ? null : <KeyCaps id={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
