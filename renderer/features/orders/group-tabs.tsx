import { useRef } from 'react';
import { Link } from 'react-aria-components';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { useView } from '../../app/view-context.tsx';
import { GROUP_TABS, type GroupTab, type View } from '../../app/view-state.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { cx } from '../../ui/cx.ts';
import { isNarrowed } from './group-filter.ts';
import styles from './group-tabs.module.css';

/** The parts of a group with their numbers, which are exact: what is stuck, what will be free, what was set aside. */
export function GroupTabs({ type }: { readonly type: ErrorType }) {
  const { t, f } = useI18n();
  const { view, href, move } = useView();
  const { data: counts } = useEngineQuery('orders.counts', {
    errorType: type,
    ...(view.store === null ? {} : { storeId: view.store }),
    ...(view.cause === null ? {} : { cause: view.cause }),
  });
  const tabs = useRef<HTMLElement>(null);
  const step = (by: 1 | -1) => () => {
    const tab = GROUP_TABS[GROUP_TABS.indexOf(view.tab) + by];
    if (tab === undefined) return;
    move(toTab(tab));
    // Where the focus is on a tab it goes along.
    const links = tabs.current?.querySelectorAll('a');
    if (tabs.current?.contains(document.activeElement)) links?.[GROUP_TABS.indexOf(tab)]?.focus();
  };
  useShortcuts({ 'group.nextTab': step(1), 'group.previousTab': step(-1) });
  return (
    <nav ref={tabs} className={cx(styles.tabs)} aria-label={t.group.tabsLabel}>
      {GROUP_TABS.map((tab) => (
        <Link
          key={tab}
          className={cx(styles.tab, view.tab === tab && styles.on)}
          href={href(toTab(tab))}
          {...(view.tab === tab ? { 'aria-current': 'page' } : {})}
        >
          {t.group.tabs[tab]} <span>{counts ? f.number(counts[tab]) : ''}</span>
        </Link>
      ))}
    </nav>
  );
}

const toTab = (tab: GroupTab): Partial<View> => ({
  tab,
  order: null,
  ...(isNarrowed(tab) ? {} : { cause: null }),
});
