import type { OrderRow } from '../../../shared/contract/rows.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { useNow } from '../../app/use-now.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './order-list.module.css';

/** One order in its list, with the evidence for `type` (null: who ordered it too); a grey bar while it is being read. */
export function OrderListRow({
  row,
  type,
}: {
  readonly row: OrderRow | undefined;
  readonly type: ErrorType | null;
}) {
  const { t, f, evidence } = useI18n();
  const now = useNow();
  if (!row) return <span className={cx(styles.pending)} />;
  const shown = type ?? row.errorType;
  const diagnosis = row.diagnoses.find((one) => one.type === shown) ?? row.diagnoses[0];
  const words = diagnosis ? evidence(diagnosis, now) : null;
  const others = row.diagnoses.filter((one) => one !== diagnosis).map((one) => t.errorTypes[one.type]);
  return (
    <div className={cx(styles.grid)}>
      <span className={cx(styles.name)}>{row.name}</span>
      <span className={cx(styles.evidence)} title={words?.sentence}>
        {row.regressed ? <Tag tone="stuck">{t.control.regressed}</Tag> : null}
        {words ? <Tag tone="stuck">{words.culprit}</Tag> : null}
        {others.length === 0 ? null : <Tag title={f.list(others)}>+{others.length}</Tag>}
        <span className={cx(styles.detail)}>{type === null ? buyer(row) : words?.detail}</span>
      </span>
      <span className={cx(styles.store)} title={row.storeName}>
        {row.storeName}
      </span>
      <span className={cx(styles.right)}>{f.money(row.value)}</span>
      <span className={cx(styles.right, styles.age)} title={f.exact(row.createdAt)}>
        {f.age(row.createdAt, now)}
      </span>
      {row.queuedWrites > 0 && row.state === 'stuck' ? (
        <span className={cx(styles.soon)} title={t.group.queuedHint}>
          {t.group.queued}
        </span>
      ) : (
        <span
          className={cx(row.state === 'stuck' ? styles.stuck : styles.state)}
          {...(row.snoozedUntil === null ? {} : { title: t.order.snoozedUntil(f.when(row.snoozedUntil)) })}
        >
          {t.states[row.state]}
        </span>
      )}
    </div>
  );
}

const buyer = ({ customer, city }: OrderRow): string => [customer, city].filter(Boolean).join(', ');
