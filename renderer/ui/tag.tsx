import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './tag.module.css';

/** A short fact in a box: a tag of an order, the culprit of a diagnosis, a state. */
export function Tag({
  children,
  tone = 'plain',
  title,
}: {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'stuck' | 'soon' | 'ok' | 'risk';
  readonly title?: string;
}) {
  return (
    <span className={cx(styles.tag, styles[tone])} title={title}>
      {children}
    </span>
  );
}
