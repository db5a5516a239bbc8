import { type ReactNode, useRef } from 'react';
import { SearchBox } from '../features/search/search-box.tsx';
import { SyncButton } from '../features/stores/sync-button.tsx';
import { cx } from '../ui/cx.ts';
import { HOME } from '../ui/focus-home.ts';
import { CutoffPill } from './cutoff-pill.tsx';
import styles from './page-head.module.css';
import { useArrival } from './use-arrival.ts';

/** The top line of every view: where one is on the left, the view's one action on the right. */
export function PageHead({
  crumb,
  title,
  facts,
  action,
  isFull = false,
}: {
  readonly crumb?: ReactNode;
  readonly title: string;
  readonly facts: string;
  /** The view's own, right of all. */
  readonly action?: ReactNode;
  /** Title and facts take the line: what the board says of the cut-off is said in short. */
  readonly isFull?: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  return (
    <header className={cx(styles.head)}>
      <title>{`${title} · Unstuck`}</title>
      <h1 ref={heading} tabIndex={-1} {...HOME}>
        {crumb}
        {title}
      </h1>
      <span className={cx(styles.facts)} title={facts}>
        {facts}
      </span>
      <CutoffPill isBrief={isFull} />
      <SearchBox />
      <SyncButton isBrief={isFull} />
      {action}
    </header>
  );
}
