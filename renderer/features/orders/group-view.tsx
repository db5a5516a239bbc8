import { useRef, useState } from 'react';
import { Link } from 'react-aria-components';
import type { OrderFilter } from '../../../shared/contract/methods.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { PageHead } from '../../app/page-head.tsx';
import { ViewBoundary } from '../../app/view-boundary.tsx';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { ariaKeys } from '../../shortcuts/registry.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { focusHome } from '../../ui/focus-home.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { GroupPlaybook } from '../playbook/group-playbook.tsx';
import { CauseFilter } from './cause-filter.tsx';
import { BulkBar } from './bulk-bar.tsx';
import styles from './group-view.module.css';
import { OrderList } from './order-list.tsx';
import { OrderPane } from './order-pane.tsx';
import { NONE, selectedOf } from './selection.ts';
import { useSelection } from './use-selection.ts';

/** Why, and which ones? The causes of one error type, its orders, and the chosen order. */
export function GroupView({ type }: { readonly type: ErrorType }) {
  const { t, f } = useI18n();
  const { view, href, go, move } = useView();
  const scope = view.store === null ? {} : { storeId: view.store };
  const filter: OrderFilter = {
    errorType: type,
    ...scope,
    ...(view.cause === null ? {} : { cause: view.cause }),
  };
  const orders = useEngineQuery('orders.ids', { filter, sort: view.sort });
  const { data: board } = useEngineQuery('board.summary', scope);
  const { data: stores } = useEngineQuery('stores.list', {});
  const row = board?.find(({ errorType }) => errorType === type);
  const store = stores?.find(({ id }) => id === view.store);
  const ids = orders.data?.ids;
  const current = view.order ?? ids?.[0] ?? null;
  const [selection, select] = useSelection(`${type} ${view.store ?? ''} ${view.cause ?? ''}`);
  const selected = ids ? selectedOf(selection, ids) : [];
  const { data: causes } = useEngineQuery('causes.list', { errorType: type, ...scope });
  const cause = causes?.find(({ key }) => key === view.cause);

  const toBoard = { type: null, cause: null, order: null };
  const pane = useRef<HTMLDivElement>(null);
  const [hasPlaybook, setPlaybook] = useState(false);
  const togglePlaybook = (): void => {
    if (hasPlaybook && pane.current?.contains(document.activeElement)) focusHome();
    setPlaybook(!hasPlaybook);
  };
  // An order that was just chosen is what one wants to see.
  const [shownOrder, setShownOrder] = useState(view.order);
  if (view.order !== shownOrder) {
    setShownOrder(view.order);
    setPlaybook(false);
  }
  useShortcuts({
    'group.back': () => {
      if (pane.current?.contains(document.activeElement)) focusHome();
      if (hasPlaybook) setPlaybook(false);
      else if (view.order === null) go(toBoard);
      else move({ order: null });
    },
    'group.playbook': togglePlaybook,
    'group.open': () => {
      setPlaybook(false);
      if (current !== null) move({ order: current });
      pane.current?.focus();
    },
  });

  const facts = [
    t.count.orders(row?.orders ?? 0, f),
    row?.value.map((money) => f.roundMoney(money)).join(' · ') ?? '',
    store?.name ?? t.count.stores(row?.stores ?? 0, f),
  ];

  const list = () => {
    if (orders.error) {
      const retry = (): void => void orders.refetch();
      return (
        <Notice
          place="page"
          tone="stuck"
          title={t.errors.failed}
          text={orders.error.message}
          action={<Button onPress={retry}>{t.errors.retry}</Button>}
        />
      );
    }
    if (!ids) return <Skeleton rows={16} height={34} />;
    if (ids.length === 0) {
      return (
        <Notice
          place="page"
          tone="plain"
          title={t.group.empty}
          text={t.group.emptyHint}
          action={<Button onPress={() => go(toBoard)}>{t.group.back}</Button>}
        />
      );
    }
    return (
      <OrderList
        key={`${view.cause} ${view.sort}`}
        ids={ids}
        current={current}
        type={type}
        selection={selection}
        onSelect={select}
      />
    );
  };

  return (
    <>
      <PageHead
        crumb={
          <Link className={cx(styles.crumb)} href={href(toBoard)} aria-keyshortcuts={ariaKeys('group.back')}>
            <Icon name="back" size={13} />
            {t.board.title}
          </Link>
        }
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
        <section className={cx(styles.list)} aria-label={t.group.label}>
          {list()}
          {selected.length === 0 || !ids ? null : (
            <BulkBar
              type={type}
              selected={selected}
              total={ids.length}
              fix={cause?.fix ?? null}
              onClear={() => select(NONE)}
            />
          )}
        </section>
        <div
          ref={pane}
          className={cx(styles.pane)}
          data-open={view.order !== null || hasPlaybook}
          data-own-arrows
          tabIndex={-1}
          role="group"
          aria-label={t.order.label}
        >
          {hasPlaybook ? (
            <GroupPlaybook type={type} onClose={togglePlaybook} />
          ) : current === null ? null : (
            <ViewBoundary of={String(current)}>
              <OrderPane id={current} />
            </ViewBoundary>
          )}
        </div>
      </div>
    </>
  );
}
