import { useState } from 'react';
import type { Input } from '../../../shared/contract/methods.ts';
import type { RunRow } from '../../../shared/contract/rows.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './run-controls.module.css';
import { ScheduleForm } from './schedule-form.tsx';

/** What an agent can do about a run that is not over: pause, put first, schedule, take back, try again. */
export function RunControls({ run }: { readonly run: RunRow }) {
  const { t, f } = useI18n();
  const act = useEngineAction();
  const words = t.control;
  const [asks, setAsks] = useState<'schedule' | 'cancel' | null>(null);
  const { counts, control } = run;
  const unsent = counts.queued + counts.retry_wait + counts.blocked_auth;
  const open = unsent + counts.sending;
  const again = counts.retry_wait + counts.blocked_auth + counts.rejected;
  const isPaused = control.pausedAt !== null;
  const isFirst = control.priority > 0;

  const pause = (): void => void act.run(isPaused ? 'outbox.resume' : 'outbox.pause', { run: run.id });
  const first = (): void => void act.run('run.first', { run: run.id, first: !isFirst });
  const schedule = (to: Input<'run.schedule'>['schedule']): void => {
    setAsks(null);
    void act.run('run.schedule', { run: run.id, schedule: to });
  };
  const cancel = (): void => {
    setAsks(null);
    void act.run('outbox.cancel', { run: run.id });
  };
  const isStopped = control.stages !== null && control.stages.stoppedAt !== null;
  const goOn = (): void => void act.run('outbox.resume', { run: run.id });
  const retry = (): void => void act.run('outbox.retry', { run: run.id });
  useShortcuts({
    ...(open > 0
      ? {
          'run.pause': pause,
          'run.first': first,
          'run.schedule': () => setAsks(asks === 'schedule' ? null : 'schedule'),
          'run.cancel': () => setAsks(asks === 'cancel' ? null : 'cancel'),
        }
      : {}),
    ...(again > 0 ? { 'run.retry': retry } : {}),
    ...(isStopped ? { 'run.goOn': goOn } : {}),
  });
  if (open === 0 && again === 0) return null;
  return (
    <div className={cx(styles.controls)}>
      <Stopped run={run} onGoOn={goOn} />
      <div className={cx(styles.line)}>
        {open === 0 ? null : (
          <>
            <Button onPress={pause} hint={words.pauseHint} shortcut="run.pause" showsKey>
              {isPaused ? words.resume : words.pause}
            </Button>
            <Button onPress={first} hint={words.firstHint} shortcut="run.first" showsKey>
              {isFirst ? words.inTurn : words.first}
            </Button>
            <Button
              onPress={() => setAsks('schedule')}
              hint={words.scheduleHint}
              shortcut="run.schedule"
              showsKey
            >
              {words.schedule}
            </Button>
          </>
        )}
        {again === 0 ? null : (
          <Button onPress={retry} hint={words.retryHint} shortcut="run.retry" showsKey>
            {words.retryAll}
          </Button>
        )}
        {unsent === 0 ? null : (
          <Button onPress={() => setAsks('cancel')} hint={words.cancelHint} shortcut="run.cancel" showsKey>
            {words.cancelRest}
          </Button>
        )}
      </div>
      {asks === 'schedule' ? <ScheduleForm run={run} onSet={schedule} onClose={() => setAsks(null)} /> : null}
      {asks === 'cancel' ? (
        <div className={cx(styles.line)} role="group" aria-label={words.cancelRest}>
          <span>{words.cancelSure(unsent, f)}</span>
          <Button kind="primary" onPress={cancel}>
            {words.cancelThem}
          </Button>
          <Button kind="quiet" onPress={() => setAsks(null)}>
            {words.keepThem}
          </Button>
        </div>
      ) : null}
      {act.error === null ? null : <Notice tone="stuck" title={act.error} />}
    </div>
  );
}

/** A staged run that stopped, and why. */
function Stopped({ run, onGoOn }: { readonly run: RunRow; readonly onGoOn: () => void }) {
  const { t, f } = useI18n();
  const words = t.control;
  const { stages } = run.control;
  const open = stages?.each[stages.open];
  if (!stages || !open || stages.stoppedAt === null) return null;
  return (
    <Notice
      tone="stuck"
      title={words.stopped(stages.open + 1, stages.each.length, open.failed, open.orders, f)}
      text={words.stoppedText(Math.round(stages.stopAbove * 100), f)}
      action={
        <Button onPress={onGoOn} hint={t.shortcuts.does['run.goOn']} shortcut="run.goOn" showsKey>
          {words.goOn}
        </Button>
      }
    />
  );
}
