import { useState } from 'react';
import { Link } from 'react-aria-components';
import { FIXES_FOR } from '../../../shared/domain/fix.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { PageHead } from '../../app/page-head.tsx';
import { useView } from '../../app/view-context.tsx';
import { BOARD } from '../../app/view-state.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { ariaKeys } from '../../shortcuts/registry.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { focusHome } from '../../ui/focus-home.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { GroupPlaybook } from '../playbook/group-playbook.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { CauseFilter } from './cause-filter.tsx';
import { groupFilter, isNarrowed } from './group-filter.ts';
import { GroupTabs } from './group-tabs.tsx';
import styles from './group-view.module.css';
import { OrderBrowser } from './order-browser.tsx';

/** Why, and which ones? The causes of one error type, its orders by what becomes of them, and the chosen order. */
export function GroupView({ type }: { readonly type: ErrorType }) {
  const { t, f } = useI18n();
  const { view, href, go } = useView();
  const scope = view.store === null ? {} : { storeId: view.store };
  const sort = view.sort ?? 'age';
  const orders = useEngineQuery('orders.ids', { filter: groupFilter(type, view), sort });
  const { data: board } = useEngineQuery('board.summary', scope);
  const { data: stores } = useEngineQuery('stores.list', {});
  const row = board?.find(({ errorType }) => errorType === type);
  const store = stores?.find(({ id }) => id === view.store);
  const { data: causes } = useEngineQuery('causes.list', { errorType: type, ...scope });
  const cause = causes?.find(({ key }) => key === view.cause);
  const isOnBoard = isNarrowed(view.tab);

  const toBoard = { ...BOARD, store: view.store };
  const [hasPlaybook, setPlaybook] = useState(false);
  const togglePlaybook = (): void => {
    if (hasPlaybook && document.activeElement?.closest('[data-cover]')) focusHome();
    setPlaybook(!hasPlaybook);
  };
  // An order that was just chosen is what one wants to see.
  const [shownOrder, setShownOrder] = useState(view.order);
  if (view.order !== shownOrder) {
    setShownOrder(view.order);
    setPlaybook(false);
  }
  useShortcuts({ 'group.playbook': togglePlaybook });

  // As short as it goes: the tiles and the list say it in full.
  const sums = (all: readonly string[]): string =>
    all.length <= 2 ? all.join(' · ') : `${all[0] ?? ''} +${f.number(all.length - 1)}`;
  const facts = [
    t.count.orders(row?.orders ?? 0, f),
    row ? sums(row.value.map((money) => f.roundMoney(money))) : '',
    store?.name ?? t.count.stores(row?.stores ?? 0, f),
  ];

  return (
    <>
      <PageHead
        crumb={
          <Link className={cx(styles.crumb)} href={href(toBoard)} aria-keyshortcuts={ariaKeys('orders.back')}>
            <Icon name="back" size={13} />
            {t.board.title}
          </Link>
        }
        isFull
        title={t.errorTypes[type]}
        action={
          <Button onPress={togglePlaybook} shortcut="group.playbook" showsKey>
            {t.playbook.title}
          </Button>
        }
        facts={row ? facts.filter((fact) => fact !== '').join(' · ') : ''}
      />
      <div className={cx(styles.split)}>
        <CauseFilter type={type} />
        <OrderBrowser
          orders={orders}
          name={`${type} ${view.tab} ${view.store ?? ''} ${view.cause ?? ''}`}
          label={t.group.labels[view.tab]}
          type={type}
          sort={sort}
          head={<GroupTabs type={type} />}
          empty={
            <Notice
              place="page"
              tone="plain"
              title={t.group.empty[view.tab]}
              text={t.group.emptyHint[view.tab]}
              action={<Button onPress={() => go(toBoard)}>{t.group.back}</Button>}
            />
          }
          renderBar={(chosen) => (
            <BulkBar
              {...chosen}
              first={{
                fix: isOnBoard ? (cause?.fix ?? FIXES_FOR[type][0]) : 'restore',
                suits: chosen.selected.length,
              }}
              others={view.tab === 'dismissed' ? [] : ['dismiss', 'snooze']}
              errorTypes={[type]}
            />
          )}
          cover={
            hasPlaybook
              ? {
                  content: <GroupPlaybook type={type} onClose={togglePlaybook} />,
                  onClose: () => setPlaybook(false),
                }
              : null
          }
          onBack={() => go(toBoard)}
        />
      </div>
    </>
  );
}
