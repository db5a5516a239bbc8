import { useState } from 'react';
import type { Input } from '../../../shared/contract/methods.ts';
import type { RunRow } from '../../../shared/contract/rows.ts';
import { nextDeadline } from '../../../shared/domain/deadline.ts';
import { useNow } from '../../app/use-now.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './run-controls.module.css';

type Schedule = Input<'run.schedule'>['schedule'];

/** When a run that was committed already is sent. */
export function ScheduleForm({
  run,
  onSet,
  onClose,
}: {
  readonly run: RunRow;
  readonly onSet: (schedule: Schedule) => void;
  readonly onClose: () => void;
}) {
  const { t, f } = useI18n();
  const now = useNow();
  const words = t.control;
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const [when, setWhen] = useState<'now' | 'at' | 'cutoff'>('at');
  const [at, setAt] = useState('');
  const deadline = nextDeadline(
    stores
      .filter(({ id }) => run.stores.includes(id))
      .map(({ id, settings: { cutoffs } }) => ({ id, cutoffs })),
    now,
  );
  const time = Date.parse(at);
  const isPast = when === 'at' && at !== '' && !(time > now);
  const isReady = when !== 'at' || time > now;
  const set = (): void => {
    if (!isReady) return;
    onSet(when === 'at' ? { at: time } : when === 'cutoff' ? { beforeCutoff: true } : null);
  };
  return (
    <form
      className={cx(styles.line)}
      aria-label={words.schedule}
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <select
        aria-label={words.when}
        value={when}
        onChange={({ target: { value } }) => setWhen(value === 'now' || value === 'cutoff' ? value : 'at')}
      >
        <option value="at">{words.at}</option>
        <option value="cutoff" disabled={deadline === null}>
          {deadline ? words.beforeCutoff(f.moment(deadline.at, now)) : words.noCutoff}
        </option>
        <option value="now">{words.now}</option>
      </select>
      {when === 'at' ? (
        <input
          type="datetime-local"
          aria-label={words.time}
          aria-invalid={isPast}
          value={at}
          onChange={({ target: { value } }) => setAt(value)}
        />
      ) : null}
      <Button kind="primary" onPress={set} isDisabled={!isReady}>
        {words.setSchedule}
      </Button>
      <Button kind="quiet" onPress={onClose}>
        {words.keepSchedule}
      </Button>
      {isPast ? (
        <span className={cx(styles.wrong)} role="status">
          {words.past}
        </span>
      ) : null}
    </form>
  );
}
