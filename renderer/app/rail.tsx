import { Link } from 'react-aria-components';
import { OutboxCorner } from '../features/outbox/outbox-corner.tsx';
import { useReview } from '../features/plan/review-context.tsx';
import { StoreList } from '../features/stores/store-list.tsx';
import { useI18n } from '../i18n/i18n-context.tsx';
import { useEngineQuery } from '../rpc/use-engine-query.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon.tsx';
import { Tag } from '../ui/tag.tsx';
import { WithTooltip } from '../ui/tooltip.tsx';
import { PreferenceSwitches } from './preference-switches.tsx';
import styles from './rail.module.css';
import { useView } from './view-context.tsx';
import { BOARD, RAIL_PAGES, type RailPage } from './view-state.ts';

/** What of the outbox is not over yet. */
const OPEN = ['queued', 'sending', 'retry_wait', 'blocked_auth', 'unknown', 'conflict', 'rejected'] as const;

/** Where one is and where one can go: views, stores, and in the corner what waits to be sent. */
export function Rail({ onHelp }: { readonly onHelp: () => void }) {
  const { t, f } = useI18n();
  const { view, href } = useView();
  const { draft, isOpen } = useReview();
  const { data: stores } = useEngineQuery('stores.list', {});
  const { data: status } = useEngineQuery('engine.status', {});
  const { data: outbox } = useEngineQuery('outbox.list', { limit: 1 });
  const open = outbox ? OPEN.reduce((sum, state) => sum + outbox.counts[state], 0) : 0;
  const counts: Partial<Record<RailPage, number>> = {
    triage: stores?.reduce((sum, store) => sum + store.stuck, 0) ?? 0,
    outbox: open,
  };
  const names: Readonly<Record<RailPage, string>> = {
    triage: t.nav.triage,
    outbox: t.pages.nav.outbox,
    history: t.history.title,
    reports: t.pages.nav.reports,
    stores: stores?.length === 0 ? t.pages.nav.connect : t.pages.nav.settings,
  };
  return (
    <nav className={cx(styles.rail)} aria-label={t.nav.label}>
      <div className={cx(styles.brand)}>
        <span className={cx(styles.mark)}>
          <Icon name="mark" size={14} />
        </span>
        Unstuck
        {status?.demo === true ? (
          <Tag tone="risk" title={t.nav.demoHint}>
            {t.nav.demo}
          </Tag>
        ) : null}
      </div>
      {RAIL_PAGES.map((page) => (
        <WithTooltip
          key={page}
          hint={t.shortcuts.does[`pages.${page}`]}
          shortcut={`pages.${page}`}
          placement="right"
        >
          <Link
            className={cx(styles.item, view.page === page && styles.on)}
            href={href({ ...BOARD, page, store: view.store })}
            {...(view.page === page ? { 'aria-current': 'page' } : {})}
          >
            <Icon name={page} />
            {names[page]}
            <span className={cx(styles.count)}>{counts[page] ? f.number(counts[page]) : ''}</span>
          </Link>
        </WithTooltip>
      ))}
      {draft === null || isOpen ? null : (
        <Link className={cx(styles.item, styles.draft)} href={href({ ...draft.at, run: null, order: null })}>
          <Icon name="back" />
          {t.plan.waiting(t.fixes[draft.fix])}
        </Link>
      )}
      <StoreList />
      <div className={cx(styles.foot)}>
        <OutboxCorner />
        <PreferenceSwitches onHelp={onHelp} />
      </div>
    </nav>
  );
}
