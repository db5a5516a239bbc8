import type { ReactNode } from 'react';
import { SyncButton } from '../features/stores/sync-button.tsx';
import { useI18n } from '../i18n/i18n-context.tsx';
import { useEngineQuery } from '../rpc/use-engine-query.ts';
import { cx } from '../ui/cx.ts';
import { Tag } from '../ui/tag.tsx';
import { CutoffPill } from './cutoff-pill.tsx';
import styles from './page-head.module.css';

/** The top line of every view: where one is on the left, the view's one action on the right. */
export function PageHead({
  crumb,
  title,
  facts,
}: {
  readonly crumb?: ReactNode;
  readonly title: string;
  readonly facts: string;
}) {
  const { t } = useI18n();
  const { data: status } = useEngineQuery('engine.status', {});
  return (
    <header className={cx(styles.head)}>
      <title>{`${title} · Unstuck`}</title>
      <h1>
        {crumb}
        {title}
      </h1>
      <span className={cx(styles.facts)} title={facts}>
        {facts}
      </span>
      <CutoffPill />
      {status?.demo === true ? (
        <Tag tone="risk" title={t.nav.demoHint}>
          {t.nav.demo}
        </Tag>
      ) : null}
      <SyncButton />
    </header>
  );
}
