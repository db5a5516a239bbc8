import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { FieldChange } from '../../../shared/domain/field-change.ts';
import type { PlannedOrder } from '../../../shared/domain/plan.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './plan-orders.module.css';

const ROW_PX = 34;

/** Each order of a plan with what changes, as a diff, and what will still keep it. */
export function PlanOrders({ orders }: { readonly orders: readonly PlannedOrder[] }) {
  const { t } = useI18n();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- only a compiler that memoises would be misled by it
  const virtual = useVirtualizer({
    count: orders.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  return (
    <div ref={scroller} className={cx(styles.scroller)} tabIndex={0} role="group" aria-label={t.plan.orders}>
      <ul className={cx(styles.rows)} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const order = orders[item.index];
          if (!order) return null;
          return (
            <li
              key={`${order.store} ${order.gid}`}
              className={cx(styles.row)}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <b>{order.name}</b>
              <span className={cx(styles.changes)}>
                {order.changes.length === 0 ? <i>{t.plan.noChange}</i> : null}
                {order.changes.map((change, index) => (
                  <Change key={`${index} ${change.field}`} change={change} />
                ))}
              </span>
              <Remaining remaining={order.remaining} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Removed is struck, added is tinted and marked: never colour alone. */
export function Change({ change }: { readonly change: FieldChange }) {
  const { say } = useI18n();
  const { field, before, after } = say.change(change);
  return (
    <span
      className={cx(styles.change)}
      title={`${field}: ${[before, after].filter((it) => it !== null).join(' → ')}`}
    >
      <span className={cx(styles.field)}>{field}</span>
      {before === null ? null : <del>{before}</del>}
      {after === null ? null : <ins>{after}</ins>}
    </span>
  );
}

function Remaining({ remaining }: { readonly remaining: PlannedOrder['remaining'] }) {
  const { t } = useI18n();
  return remaining === null ? (
    <Tag tone="soon">{t.plan.willSync}</Tag>
  ) : (
    <Tag tone="risk">{t.plan.stillKept(t.errorTypes[remaining])}</Tag>
  );
}
