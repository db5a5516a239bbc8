import { Link } from 'react-aria-components';
import type { RunRow } from '../../../shared/contract/rows.ts';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { isOpenRun, RunChips } from '../plan/run-chips.tsx';
import { inTheirTurn } from './in-their-turn.ts';
import styles from './run-list.module.css';

/** Committed plans: those still to be sent as their turn comes, then the others, newest first. */
export function RunList() {
  const { t } = useI18n();
  const { data: runs = [] } = useEngineQuery('runs.list', {});
  const open = inTheirTurn(runs.filter(isOpenRun));
  const over = runs.filter((run) => !isOpenRun(run));
  return (
    <section className={cx(styles.runs)} aria-labelledby="runs-title">
      <h2 id="runs-title">{t.pages.outbox.runs}</h2>
      {open.length === 0 ? null : (
        <>
          <h3 id="runs-open">{t.control.toSend}</h3>
          <ol aria-labelledby="runs-open">
            {open.map((run) => (
              <RunItem key={run.id} run={run} />
            ))}
          </ol>
          {over.length === 0 ? null : <h3>{t.control.over}</h3>}
        </>
      )}
      <ul>
        {over.map((run) => (
          <RunItem key={run.id} run={run} />
        ))}
      </ul>
    </section>
  );
}

function RunItem({ run }: { readonly run: RunRow }) {
  const { t, f } = useI18n();
  const { href } = useView();
  const now = useNow();
  return (
    <li className={cx(styles.run)}>
      <Link href={href({ run: run.id })}>
        <b>{run.undoOf === null ? t.fixes[run.fix] : t.plan.run.undoOf(t.fixes[run.fix])}</b>
        <span title={f.exact(run.createdAt)}>
          {t.pages.outbox.runFacts(run.orders, f)} · {f.moment(run.createdAt, now)}
        </span>
        <span>{t.plan.run.progress(run.counts.applied, run.writes, f)}</span>
        <RunChips run={run} now={now} />
      </Link>
      {isOpenRun(run) ? <QuickControls run={run} /> : null}
    </li>
  );
}

/** The two that are pressed most, without opening the run. */
function QuickControls({ run }: { readonly run: RunRow }) {
  const { t } = useI18n();
  const act = useEngineAction();
  const words = t.control;
  const isPaused = run.control.pausedAt !== null;
  const isFirst = run.control.priority > 0;
  return (
    <div className={cx(styles.quick)}>
      <Button
        onPress={() => void act.run(isPaused ? 'outbox.resume' : 'outbox.pause', { run: run.id })}
        hint={words.pauseHint}
      >
        {isPaused ? words.resume : words.pause}
      </Button>
      <Button
        onPress={() => void act.run('run.first', { run: run.id, first: !isFirst })}
        hint={words.firstHint}
      >
        {isFirst ? words.inTurn : words.first}
      </Button>
      {act.error === null ? null : <Notice tone="stuck" title={act.error} />}
    </div>
  );
}
