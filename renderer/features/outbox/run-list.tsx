import { Link } from 'react-aria-components';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { cx } from '../../ui/cx.ts';
import styles from './run-list.module.css';

/** Committed plans, newest first; each leads to its results and its undo. */
export function RunList() {
  const { t, f } = useI18n();
  const { href } = useView();
  const now = useNow();
  const { data: runs = [] } = useEngineQuery('runs.list', {});
  return (
    <section className={cx(styles.runs)} aria-labelledby="runs-title">
      <h2 id="runs-title">{t.pages.outbox.runs}</h2>
      <ul>
        {runs.map((run) => (
          <li key={run.id}>
            <Link href={href({ run: run.id })}>
              <b>{run.undoOf === null ? t.fixes[run.fix] : t.plan.run.undoOf(t.fixes[run.fix])}</b>
              <span title={f.exact(run.createdAt)}>
                {t.pages.outbox.runFacts(run.orders, f)} · {f.moment(run.createdAt, now)}
              </span>
              <span>{t.plan.run.progress(run.counts.applied, run.writes, f)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
