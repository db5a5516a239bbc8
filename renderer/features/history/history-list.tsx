import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { Link } from 'react-aria-components';
import type { HistoryRow } from '../../../shared/contract/rows.ts';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import { changedValues } from './changed-values.ts';
import styles from './history-list.module.css';

const ROW_PX = 46;

/** Lines of the history, only those in sight drawn. */
export function HistoryList({ lines }: { readonly lines: readonly HistoryRow[] }) {
  const { t } = useI18n();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- only a compiler that memoises would be misled by it
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  return (
    <div
      ref={scroller}
      className={cx(styles.scroller)}
      tabIndex={0}
      role="group"
      aria-label={t.history.title}
    >
      <ul className={cx(styles.rows)} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          return line ? <Line key={line.id} line={line} top={item.start} /> : null;
        })}
      </ul>
    </div>
  );
}

function Line({ line, top }: { readonly line: HistoryRow; readonly top: number }) {
  const { t, f, say } = useI18n();
  const { href } = useView();
  const now = useNow();
  const words = t.history;
  const done = words.what[line.what] ?? line.what;
  const what = [line.does ? say.write(line.does) : line.fix === null ? null : t.fixes[line.fix]];
  const reason = line.said ? say.reason({ said: line.said, reason: null }) : null;
  const values = changedValues(line.before, line.after, (key, before, after) =>
    words.changed(words.values[key] ?? key, before, after),
  );
  const told = [...values, reason, line.does || line.fix !== null ? null : line.detail].filter(
    (text) => text !== null,
  );
  return (
    <li className={cx(styles.row)} style={{ transform: `translateY(${top}px)` }}>
      <time dateTime={new Date(line.at).toISOString()} title={f.exact(line.at)}>
        {f.moment(line.at, now)}
      </time>
      <span className={cx(styles.who)}>{line.who === 'unstuck' ? words.byItself : line.who}</span>
      <span
        className={cx(styles.what)}
        title={line.requestId === null ? undefined : words.request(line.requestId)}
      >
        <b>{done}</b> {what.filter((text) => text !== null).join(' · ')}
        {told.length === 0 ? null : <small title={told.join(' · ')}>{told.join(' · ')}</small>}
      </span>
      <span className={cx(styles.where)}>
        {line.order}
        <small>{line.store}</small>
      </span>
      {line.run === null ? (
        <span />
      ) : (
        <Link className={cx(styles.run)} href={href({ run: line.run })} aria-label={words.openRun(line.run)}>
          {t.plan.run.label}
        </Link>
      )}
    </li>
  );
}
