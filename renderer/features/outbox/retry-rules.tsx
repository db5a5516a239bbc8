import { useId } from 'react';
import { RETRY_TROUBLES, type RetryRule, type RetryTrouble } from '../../../shared/domain/retry-rule.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './retry-rules.module.css';

const HOUR_MS = 3_600_000;
const MOST_HOURS = 720;

/** How often and how long each kind of trouble is tried again by itself; an empty field means no limit. */
export function RetryRules() {
  const { t } = useI18n();
  const { data: rules } = useEngineQuery('outbox.rules', {});
  const act = useEngineAction();
  const id = useId();
  const words = t.control;
  const set = (trouble: RetryTrouble, rule: RetryRule): void =>
    void act.run('outbox.setRule', { trouble, rule });
  return (
    <details className={cx(styles.rules)}>
      <summary>{words.rules}</summary>
      <p>{words.rulesHint}</p>
      {act.error === null ? null : <Notice tone="stuck" title={act.error} />}
      {rules === undefined ? null : (
        <ul>
          {RETRY_TROUBLES.map((trouble) => {
            const rule = rules[trouble];
            const hours = rule.withinMs === null ? null : rule.withinMs / HOUR_MS;
            return (
              <li key={trouble} role="group" aria-label={words.troubles[trouble]}>
                <b>{words.troubles[trouble]}</b>
                <Limit
                  id={`${id}-${trouble}-most`}
                  before={words.most}
                  after={words.times}
                  most={1000}
                  value={rule.most}
                  onSet={(most) => set(trouble, { ...rule, most })}
                />
                <Limit
                  id={`${id}-${trouble}-within`}
                  before={words.within}
                  after={words.hours}
                  most={MOST_HOURS}
                  value={hours}
                  onSet={(within) =>
                    set(trouble, { ...rule, withinMs: within === null ? null : within * HOUR_MS })
                  }
                />
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
}

/** Taken when its field is left; what is no whole number within the bounds goes back to what it was. */
function Limit({
  id,
  before,
  after,
  most,
  value,
  onSet,
}: {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly most: number;
  readonly value: number | null;
  readonly onSet: (value: number | null) => void;
}) {
  const { t } = useI18n();
  const text = value === null ? '' : String(value);
  return (
    <label htmlFor={id}>
      {before}
      <input
        key={text}
        id={id}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={text}
        placeholder={t.control.always}
        onBlur={({ target }) => {
          const typed = target.value.trim();
          const number = Number(typed);
          const isWhole = /^\d+$/.test(typed) && number >= 1 && number <= most;
          if (typed === text) return;
          if (typed === '' || isWhole) onSet(typed === '' ? null : number);
          else target.value = text;
        }}
      />
      {after}
    </label>
  );
}
