import type { WriteRow } from '../../../shared/contract/rows.ts';
import type { WriteState } from '../../../shared/domain/write.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { WriteStateWord } from '../plan/write-state-word.tsx';
import { ConflictView } from './conflict-view.tsx';
import { writeRow } from './focused-write.ts';
import { WriteActions } from './write-actions.tsx';
import styles from './write-list.module.css';

/** More than an agent reads; the head says how many there are in all. */
const SHOWN = 200;

/** Writes in some states, newest first, each with why it is there and what can be done about it. */
export function WriteList({ states, total }: { readonly states: WriteState[]; readonly total: number }) {
  const { t, f, say } = useI18n();
  const { data, error } = useEngineQuery('outbox.list', { states, limit: SHOWN });
  const words = t.pages.outbox;
  if (error) return <Notice tone="stuck" title={t.errors.failed} text={say.error(error)} />;
  if (!data) return <Skeleton rows={8} height={44} />;
  if (data.items.length === 0) return <p className={cx(styles.empty)}>{words.empty}</p>;
  return (
    <>
      <p className={cx(styles.count)}>{words.shown(data.items.length, total, f)}</p>
      <ul className={cx(styles.writes)}>
        {data.items.map((write) => (
          <li key={write.id} {...writeRow(write.id)}>
            <WriteItem
              write={write}
              hasAlike={data.items.filter((other) => areAlike(write, other)).length > 1}
            />
            {write.conflict.length === 0 ? null : <ConflictView write={write} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** As `outbox.retry` and `cancel` understand it: what they do, where they are, and why. */
const areAlike = (a: WriteRow, b: WriteRow): boolean =>
  a.run === b.run && a.op === b.op && a.state === b.state && a.said?.code === b.said?.code;

/** One write with its orders, why it is where it is, and what can be done. */
export function WriteItem({
  write,
  hasAlike = false,
}: {
  readonly write: WriteRow;
  readonly hasAlike?: boolean;
}) {
  const { t, f, say } = useI18n();
  const words = t.pages.outbox;
  const reason = say.reason(write);
  const facts = [
    write.orders.slice(0, 4).join(' '),
    write.storeId,
    write.attempts > 1 && write.tries === null ? words.attempts(write.attempts, f) : '',
    write.tries === null || write.state !== 'retry_wait'
      ? ''
      : t.control.tried(write.tries.tries, write.tries.most, f),
    write.nextAttemptAt !== null && write.state === 'retry_wait'
      ? words.next(f.time(write.nextAttemptAt))
      : '',
  ];
  return (
    <div className={cx(styles.write)}>
      <div className={cx(styles.what)}>
        <b>{say.write(write.does)}</b>
        <span>{facts.filter((fact) => fact !== '').join(' · ')}</span>
        {reason === null ? null : <p>{reason}</p>}
      </div>
      <WriteStateWord state={write.state} />
      <WriteActions write={write} hasAlike={hasAlike} />
    </div>
  );
}
