import type { RunRow } from '../../../shared/contract/rows.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './run-chips.module.css';

/** Within it a weekday says which day is meant. */
const THIS_WEEK_MS = 6 * 24 * 3_600_000;

/** Whether anything of a run is still to be sent. */
export const isOpenRun = ({ counts }: Pick<RunRow, 'counts'>): boolean =>
  counts.queued + counts.sending + counts.retry_wait + counts.blocked_auth > 0;

/** How a run that is not over is let go, in a word each; and what got stuck again of one that is. */
export function RunChips({ run, now }: { readonly run: RunRow; readonly now: number }) {
  const { t, f } = useI18n();
  const words = t.control.chips;
  const { priority, pausedAt, startsAt, dueBy, stages } = run.control;
  const again = run.checks?.regressed ?? 0;
  const isOpen = isOpenRun(run);
  if (!isOpen && again === 0) return null;
  return (
    <span className={cx(styles.chips)}>
      {again > 0 ? <Tag tone="stuck">{t.control.regressedCount(again, f)}</Tag> : null}
      {isOpen && stages && stages.stoppedAt !== null ? <Tag tone="stuck">{words.stopped}</Tag> : null}
      {isOpen && pausedAt !== null ? <Tag tone="risk">{words.paused}</Tag> : null}
      {isOpen && priority > 0 ? <Tag tone="soon">{words.first}</Tag> : null}
      {isOpen && startsAt !== null && startsAt > now ? (
        <Tag tone="soon" title={f.exact(startsAt)}>
          {words.from(startsAt - now < THIS_WEEK_MS ? f.moment(startsAt, now) : f.when(startsAt))}
        </Tag>
      ) : null}
      {isOpen && dueBy !== null ? (
        <Tag tone={dueBy > now ? 'soon' : 'stuck'} title={f.exact(dueBy)}>
          {dueBy > now ? words.before(f.time(dueBy)) : words.missed(f.time(dueBy))}
        </Tag>
      ) : null}
      {isOpen && stages && stages.stoppedAt === null ? (
        <Tag>{words.stage(stages.open + 1, stages.each.length, f)}</Tag>
      ) : null}
    </span>
  );
}
