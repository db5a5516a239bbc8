import type { RunRow, WriteCounts } from '../../../shared/contract/rows.ts';
import { useNow } from '../../app/use-now.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { cx } from '../../ui/cx.ts';
import { Dot } from '../../ui/dot.tsx';
import styles from './outbox-corner.module.css';

const WAITING = ['queued', 'sending', 'retry_wait', 'blocked_auth'] as const;
/** These never go away by themselves: the agent decides. */
const NEEDS_DECISION = ['unknown', 'conflict', 'rejected'] as const;

const sum = (counts: WriteCounts, states: readonly (keyof WriteCounts)[]): number =>
  states.reduce((total, state) => total + counts[state], 0);

/** Whether an agent holds it back: nothing of it goes for the time being. */
const isHeld = ({ control: { pausedAt, startsAt, stages } }: RunRow, now: number): boolean =>
  pausedAt !== null || (startsAt !== null && startsAt > now) || (stages?.stoppedAt ?? null) !== null;

/** What is queued, when it will go, and what waits for a decision. */
export function OutboxCorner() {
  const { t, f } = useI18n();
  const { data: outbox } = useEngineQuery('outbox.list', { limit: 1 });
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const { data: status } = useEngineQuery('engine.status', {});
  const { data: runs = [] } = useEngineQuery('runs.list', {});
  const now = useNow();
  if (!outbox) return null;
  // How far the runs are that are not over yet.
  const open = runs.filter(({ counts }) => sum(counts, WAITING) > 0);
  const done = open.reduce((total, { counts }) => total + counts.applied, 0);
  const all = open.reduce((total, { writes }) => total + writes, 0);
  const waiting = sum(outbox.counts, WAITING);
  const undecided = sum(outbox.counts, NEEDS_DECISION);
  // To the others nothing is sent.
  const connected = stores.filter(({ state }) => state !== 'readonly');
  const isOffline =
    status?.offline === true || (connected.length > 0 && connected.every((store) => store.state !== 'ok'));
  const isPaused = outbox.paused.all;
  const when = (): string => {
    if (waiting === 0) return t.outbox.empty;
    if (isPaused) return t.outbox.paused;
    if (open.length > 0 && open.every((run) => isHeld(run, now))) return t.control.held;
    return isOffline ? t.outbox.whenOnline : t.outbox.sending;
  };
  return (
    <section className={cx(styles.corner)} aria-label={t.outbox.title}>
      <div className={cx(styles.line)}>
        <b>
          {isOffline ? <Dot tone="risk" /> : null}
          {isOffline ? t.outbox.offline : t.outbox.title}
        </b>
        {waiting === 0 ? null : <span>{t.outbox.queued(waiting, f)}</span>}
      </div>
      {waiting === 0 ? null : (
        <u className={cx(styles.bar)} aria-hidden="true">
          <i style={{ width: `${(done / Math.max(1, all)) * 100}%` }} />
        </u>
      )}
      <p>{when()}</p>
      {undecided === 0 ? null : <p className={cx(styles.undecided)}>{t.outbox.attention(undecided, f)}</p>}
    </section>
  );
}
