import type { ExcludedOrder } from '../../../shared/domain/plan.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './excluded-list.module.css';

const NAMES_SHOWN = 200;

/** Orders that a plan leaves out, gathered by reason; most first. */
export function ExcludedList({
  excluded,
  isOpen,
}: {
  readonly excluded: readonly ExcludedOrder[];
  readonly isOpen: boolean;
}) {
  const { t, f, say } = useI18n();
  if (excluded.length === 0) return null;
  const reasons = [...Map.groupBy(excluded, say.exclusion)].toSorted((a, b) => b[1].length - a[1].length);
  return (
    <details className={cx(styles.excluded)} open={isOpen}>
      <summary>
        <b>{t.plan.excluded(excluded.length, f)}</b> <span>{t.plan.excludedHint}</span>
      </summary>
      <ul>
        {reasons.map(([reason, orders]) => (
          <li key={reason}>
            <span>
              <b>{f.number(orders.length)}</b> {reason}
            </span>
            <p>
              {orders
                .slice(0, NAMES_SHOWN)
                .map(({ name }) => name)
                .join(' ')}
              {orders.length > NAMES_SHOWN ? ` ${t.plan.more(orders.length - NAMES_SHOWN, f)}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
