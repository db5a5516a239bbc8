import type { RunRow, StoreRow, WriteCounts } from '../../../shared/contract/rows.ts';
import { useNow } from '../../app/use-now.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { cx } from '../../ui/cx.ts';
import { Dot } from '../../ui/dot.tsx';
import styles from './outbox-corner.module.css';
import { useTimeLeft } from './use-time-left.ts';

const WAITING = ['queued', 'sending', 'retry_wait', 'blocked_auth'] as const;
/** These never go away by themselves: the agent decides. */
const NEEDS_DECISION = ['unknown', 'conflict', 'rejected'] as const;
const ENDED = ['applied', 'cancelled', ...NEEDS_DECISION] as const;

const sum = (counts: WriteCounts, states: readonly (keyof WriteCounts)[]): number =>
  states.reduce((total, state) => total + counts[state], 0);

/** Whether nothing can be sent: the agent works offline, or no store answers. To read-only ones nothing is sent. */
function isUnreachable(isSwitchedOff: boolean, stores: readonly StoreRow[]): boolean {
  const connected = stores.filter(({ state }) => state !== 'readonly');
  return isSwitchedOff || (connected.length > 0 && connected.every((store) => store.state !== 'ok'));
}

/** Whether an agent holds it back: nothing of it goes for the time being. */
const isHeld = ({ control: { pausedAt, startsAt, stages } }: RunRow, now: number): boolean =>
  pausedAt !== null || (startsAt !== null && startsAt > now) || (stages?.stoppedAt ?? null) !== null;

/** What is queued, when it will go, and what waits for a decision. */
export function OutboxCorner() {
  const { t, f } = useI18n();
  const { data: outbox, dataUpdatedAt } = useEngineQuery('outbox.list', { limit: 1 });
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const { data: status } = useEngineQuery('engine.status', {});
  const { data: runs = [] } = useEngineQuery('runs.list', {});
  const now = useNow();
  const queued = outbox ? sum(outbox.counts, WAITING) : 0;
  const isOffline = isUnreachable(status?.offline === true, stores);
  const moves = outbox && queued > 0 && !isOffline && !outbox.paused.all;
  const left = useTimeLeft(queued, moves ? { at: dataUpdatedAt, ended: sum(outbox.counts, ENDED) } : null);
  if (!outbox) return null;
  // How far the runs are that are not over yet.
  const open = runs.filter(({ counts }) => sum(counts, WAITING) > 0);
  const done = open.reduce((total, { counts }) => total + counts.applied, 0);
  const all = open.reduce((total, { writes }) => total + writes, 0);
  const undecided = sum(outbox.counts, NEEDS_DECISION);
  const when = (): string => {
    if (queued === 0) return t.outbox.empty;
    if (outbox.paused.all) return t.outbox.paused;
    if (open.length > 0 && open.every((run) => isHeld(run, now))) return t.control.held;
    if (isOffline) return t.outbox.whenOnline;
    return left === null ? t.outbox.sending : t.outbox.sendingFor(left, f);
  };
  return (
    <section className={cx(styles.corner)} aria-label={t.outbox.title}>
      <div className={cx(styles.line)}>
        <b>
          {isOffline ? <Dot tone="risk" /> : null}
          {isOffline ? t.outbox.offline : t.outbox.title}
        </b>
        {queued === 0 ? null : <span>{t.outbox.queued(queued, f)}</span>}
      </div>
      {queued === 0 ? null : (
        <u className={cx(styles.bar)} aria-hidden="true">
          <i style={{ width: `${(done / Math.max(1, all)) * 100}%` }} />
        </u>
      )}
      <p>{when()}</p>
      {undecided === 0 ? null : <p className={cx(styles.undecided)}>{t.outbox.attention(undecided, f)}</p>}
    </section>
  );
}
