import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import type { Output, OrderSort } from '../../../shared/contract/methods.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { ViewBoundary } from '../../app/view-boundary.tsx';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { focusHome } from '../../ui/focus-home.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { BulkBarProps } from './bulk-bar.tsx';
import styles from './order-browser.module.css';
import { OrderList } from './order-list.tsx';
import { OrderPane } from './order-pane.tsx';
import { NONE, selectedOf } from './selection.ts';
import { useSelection } from './use-selection.ts';

export interface OrderBrowserProps {
  readonly orders: Pick<
    UseQueryResult<Output<'orders.ids'>>,
    'data' | 'error' | 'refetch' | 'isPlaceholderData'
  >;
  /** Names the list: each has a selection of its own. */
  readonly name: string;
  readonly label: string;
  readonly type: ErrorType | null;
  readonly sort: OrderSort;
  /** Above the list. */
  readonly head?: ReactNode;
  /** Instead of a list without orders. */
  readonly empty: ReactNode;
  readonly renderBar: (chosen: Pick<BulkBarProps, 'selected' | 'total' | 'onClear'>) => ReactNode;
  /** What lies over the order, and what closes it. */
  readonly cover?: { readonly content: ReactNode; readonly onClose: () => void } | null;
  /** Where Escape leads once no order is open. */
  readonly onBack: () => void;
}

/** Any list of orders with its selection, and the order in view beside it. */
export function OrderBrowser({
  orders,
  name,
  label,
  type,
  sort,
  head,
  empty,
  renderBar,
  cover = null,
  onBack,
}: OrderBrowserProps) {
  const { t, say } = useI18n();
  const { view, move } = useView();
  const pane = useRef<HTMLDivElement>(null);
  const ids = orders.data?.ids;
  const current = view.order ?? ids?.[0] ?? null;
  const [selection, select] = useSelection(name);
  const selected = ids ? selectedOf(selection, ids) : [];
  useShortcuts({
    'orders.back': () => {
      if (pane.current?.contains(document.activeElement)) focusHome();
      if (cover) cover.onClose();
      else if (view.order === null) onBack();
      else move({ order: null });
    },
    'orders.open': () => {
      cover?.onClose();
      if (current !== null) move({ order: current });
      pane.current?.focus();
    },
  });

  const list = () => {
    if (orders.error) {
      const retry = (): void => void orders.refetch();
      return (
        <Notice
          place="page"
          tone="stuck"
          title={t.errors.failed}
          text={say.error(orders.error)}
          action={<Button onPress={retry}>{t.errors.retry}</Button>}
        />
      );
    }
    if (!ids) return <Skeleton rows={16} height={34} />;
    if (ids.length === 0) return empty;
    return (
      <OrderList
        key={`${name} ${sort}`}
        ids={ids}
        current={current}
        type={type}
        sort={sort}
        label={label}
        selection={selection}
        onSelect={select}
      />
    );
  };

  return (
    <>
      <section className={cx(styles.list)} aria-label={label}>
        {head}
        {list()}
        {selected.length === 0 || !ids || orders.isPlaceholderData
          ? null
          : renderBar({ selected, total: ids.length, onClear: () => select(NONE) })}
      </section>
      <div
        ref={pane}
        className={cx(styles.pane)}
        data-open={view.order !== null || cover !== null}
        data-own-arrows
        tabIndex={-1}
        role="group"
        data-cover={cover !== null || undefined}
        aria-label={t.order.label}
      >
        {cover ? (
          cover.content
        ) : current === null ? null : (
          <ViewBoundary of={String(current)}>
            <OrderPane id={current} />
          </ViewBoundary>
        )}
      </div>
    </>
  );
}
