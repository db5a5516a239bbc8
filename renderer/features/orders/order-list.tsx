import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { OrderSort } from '../../../shared/contract/methods.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { useArrival } from '../../app/use-arrival.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { cx } from '../../ui/cx.ts';
import { HOME } from '../../ui/focus-home.ts';
import { nextSort } from './next-sort.ts';
import styles from './order-list.module.css';
import { OrderListRow } from './order-list-row.tsx';
import { ALL, between, isSelected, NONE, type Selection, selectedOf, setSelected } from './selection.ts';
import { stepInList } from './step-in-list.ts';
import { useOrderRows } from './use-order-rows.ts';

const ROW_PX = 34;
const PAGE_STEP = 15;

export interface OrderListProps {
  readonly ids: Uint32Array;
  /** The order in the pane; it may have left the list. */
  readonly current: number | null;
  /** Whose evidence the rows show; null: who ordered, and each order's own. */
  readonly type: ErrorType | null;
  readonly sort: OrderSort;
  readonly label: string;
  readonly selection: Selection;
  readonly onSelect: (next: Selection) => void;
}

/** Any number of orders: only the rows in view are in the page, and only their pages are read. */
export function OrderList({ ids, current, type, sort, label, selection, onSelect }: OrderListProps) {
  const { t } = useI18n();
  const { move } = useView();
  const scroller = useRef<HTMLDivElement>(null);
  const index = current === null ? -1 : ids.indexOf(current);
  const lastIndex = useRef(0);
  // oxlint-disable-next-line react/incompatible-library -- only a compiler that memoises would be misled by it
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    // A list opened at an order far down starts there.
    initialOffset: Math.max(0, index - 8) * ROW_PX,
  });
  const items = virtual.getVirtualItems();
  const rowAt = useOrderRows(ids, items[0]?.index ?? 0, items.at(-1)?.index ?? -1);

  const anchor = useRef<number | null>(null);
  /** With Shift, everything from the last one that was chosen. */
  const toggle = (id: number, isRange: boolean): void => {
    const on = !isSelected(selection, id);
    const range = isRange && anchor.current !== null ? between(ids, anchor.current, id) : [id];
    anchor.current = id;
    onSelect(setSelected(selection, range, on));
  };
  const chosen = selectedOf(selection, ids).length;
  const toggleAll = (): void => onSelect(chosen === ids.length ? NONE : ALL);

  const step = (by: number): void => {
    if (index !== -1) lastIndex.current = index;
    const next = stepInList(ids, current, by, lastIndex.current);
    if (next === null) return;
    move({ order: next });
    virtual.scrollToIndex(ids.indexOf(next));
  };
  const choose = (isRange: boolean) => () => current !== null && toggle(current, isRange);
  useShortcuts({
    'orders.next': () => step(1),
    'orders.previous': () => step(-1),
    'orders.pageDown': () => step(PAGE_STEP),
    'orders.pageUp': () => step(-PAGE_STEP),
    'orders.first': () => step(-ids.length),
    'orders.last': () => step(ids.length),
    'orders.select': choose(false),
    'orders.selectRange': choose(true),
    'orders.selectAll': toggleAll,
    'orders.list': () => scroller.current?.focus(),
    'orders.sort': () => move({ sort: nextSort(sort) }),
  });
  useArrival(scroller);

  const inView = items.some((item) => item.index === index);
  return (
    <>
      <ListHead sort={sort} isAll={chosen === ids.length} isSome={chosen > 0} onToggleAll={toggleAll} />
      <div
        ref={scroller}
        className={cx(styles.scroller)}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select can neither be virtual nor hold rows of cells
        role="listbox"
        tabIndex={0}
        {...HOME}
        aria-multiselectable="true"
        aria-label={label}
        {...(inView && current !== null ? { 'aria-activedescendant': rowId(current) } : {})}
      >
        <div className={cx(styles.rows)} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const id = ids[item.index] ?? 0;
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list's keys work page-wide, see useShortcuts
              <div
                key={id}
                id={rowId(id)}
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
                role="option"
                aria-selected={isSelected(selection, id)}
                {...(id === current ? { 'aria-current': 'true' as const } : {})}
                {...(rowAt(item.index) ? {} : { 'aria-label': t.group.reading })}
                aria-setsize={ids.length}
                aria-posinset={item.index + 1}
                tabIndex={-1}
                className={cx(
                  styles.row,
                  isSelected(selection, id) && styles.selected,
                  id === current && styles.current,
                )}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  lastIndex.current = item.index;
                  move({ order: id });
                }}
              >
                {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Space chooses, see useShortcuts */}
                <span
                  className={cx(styles.mark)}
                  aria-hidden="true"
                  onClick={(event) => {
                    event.stopPropagation();
                    toggle(id, event.shiftKey);
                  }}
                />
                <OrderListRow row={rowAt(item.index)} type={type} />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

const rowId = (id: number): string => `order-${id}`;

function SelectBox({
  isOn,
  isMixed = false,
  label,
  onToggle,
}: {
  readonly isOn: boolean;
  readonly isMixed?: boolean;
  readonly label: string;
  readonly onToggle: () => void;
}) {
  return (
    <input
      type="checkbox"
      className={cx(styles.box)}
      aria-label={label}
      checked={isOn}
      ref={(box) => {
        if (box) box.indeterminate = isMixed;
      }}
      onChange={onToggle}
    />
  );
}

function ListHead({
  sort,
  isAll,
  isSome,
  onToggleAll,
}: {
  readonly sort: OrderSort;
  readonly isAll: boolean;
  readonly isSome: boolean;
  readonly onToggleAll: () => void;
}) {
  const { t } = useI18n();
  const { columns } = t.group;
  return (
    <div className={cx(styles.headLine)}>
      <SelectBox
        isOn={isAll}
        isMixed={isSome && !isAll}
        label={t.plan.selection.selectAll}
        onToggle={onToggleAll}
      />
      <div className={cx(styles.head, styles.grid)}>
        <SortBy by="name" sort={sort} label={columns.order} />
        <span>{columns.evidence}</span>
        <span className={cx(styles.store)}>{columns.store}</span>
        <SortBy by="value" sort={sort} label={columns.value} isRight />
        <SortBy by="age" sort={sort} label={columns.age} isRight />
        <span>{columns.state}</span>
      </div>
    </div>
  );
}

/** A column's head sorts by it; by age again turns the order round. */
function SortBy({
  by,
  sort,
  label,
  isRight = false,
}: {
  readonly by: 'name' | 'value' | 'age';
  readonly sort: OrderSort;
  readonly label: string;
  readonly isRight?: boolean;
}) {
  const { t } = useI18n();
  const { move } = useView();
  const isOn = sort === by || (by === 'age' && sort === 'newest');
  const words = isOn ? t.group.sorted[sort] : t.group.sortBy(label);
  return (
    <button
      type="button"
      className={cx(styles.sort, isRight && styles.right, isOn && styles.sorted)}
      aria-label={words}
      title={words}
      aria-pressed={isOn}
      onClick={() => move({ sort: by === 'age' && sort === 'age' ? 'newest' : by })}
    >
      {label}
      {isOn ? <span aria-hidden="true">{sort === 'newest' || sort === 'value' ? ' ↓' : ' ↑'}</span> : null}
    </button>
  );
}
