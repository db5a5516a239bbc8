import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './notice.module.css';

export interface NoticeProps {
  readonly tone: 'plain' | 'risk' | 'stuck';
  readonly title: string;
  readonly text?: string | null;
  /** What mends it. */
  readonly action?: ReactNode;
  /** page: alone in the middle of its place; line: above what still works. */
  readonly place?: 'page' | 'line';
}

export function Notice({ tone, title, text, action, place = 'line' }: NoticeProps) {
  return (
    <div
      className={cx(styles.notice, styles[tone], styles[place])}
      role={tone === 'stuck' ? 'alert' : 'status'}
    >
      <div className={cx(styles.words)}>
        <b>{title}</b>
        {text ? <span>{text}</span> : null}
      </div>
      {action}
    </div>
  );
}
