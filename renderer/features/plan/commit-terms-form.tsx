import { useId } from 'react';
import { lateBy, nextDeadline } from '../../../shared/domain/deadline.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { cx } from '../../ui/cx.ts';
import { type CommitTerms, wrongTerm } from './commit-terms.ts';
import styles from './commit-terms.module.css';

/** When the plan is sent, whether it is tried on a few orders first, and what a cut-off says to that. */
export function CommitTermsForm({
  plan,
  terms,
  now,
  onChange,
}: {
  readonly plan: Pick<Plan, 'writes' | 'orders' | 'estimateMs'>;
  readonly terms: CommitTerms;
  /** UTC ms. */
  readonly now: number;
  readonly onChange: (change: Partial<CommitTerms>) => void;
}) {
  const { t, f } = useI18n();
  const id = useId();
  const words = t.control;
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const own = new Set(plan.writes.map(({ store }) => store));
  const deadline = nextDeadline(
    stores
      .filter((store) => own.has(store.id))
      .map(({ id: key, settings: { cutoffs } }) => ({ id: key, cutoffs })),
    now,
  );
  const wrong = wrongTerm(terms, now);
  const late = deadline ? lateBy(deadline, plan.estimateMs, now) : 0;
  const storeName = stores.find((store) => store.id === deadline?.store)?.name ?? '';
  return (
    <div className={cx(styles.terms)}>
      <label htmlFor={`${id}-when`}>{words.when}</label>
      <span className={cx(styles.field)}>
        <select
          id={`${id}-when`}
          value={terms.when}
          onChange={({ target: { value } }) =>
            onChange({ when: value === 'at' || value === 'cutoff' ? value : 'now' })
          }
        >
          <option value="now">{words.now}</option>
          <option value="cutoff" disabled={deadline === null}>
            {deadline ? words.beforeCutoff(f.moment(deadline.at, now)) : words.noCutoff}
          </option>
          <option value="at">{words.at}</option>
        </select>
        {terms.when === 'at' ? (
          <input
            type="datetime-local"
            aria-label={words.time}
            value={terms.at}
            aria-invalid={wrong === 'at' && terms.at !== ''}
            onChange={({ target: { value } }) => onChange({ at: value })}
          />
        ) : null}
      </span>
      <label htmlFor={`${id}-stages`}>{words.stages}</label>
      <span className={cx(styles.field)}>
        <select
          id={`${id}-stages`}
          value={terms.isStaged ? 'trial' : 'all'}
          disabled={plan.orders.length < 2}
          onChange={({ target: { value } }) => onChange({ isStaged: value === 'trial' })}
        >
          <option value="all">{words.allAtOnce}</option>
          <option value="trial">{words.trial}</option>
        </select>
        {terms.isStaged ? (
          <>
            <label htmlFor={`${id}-share`}>{words.stopAbove}</label>
            <input
              id={`${id}-share`}
              className={cx(styles.share)}
              inputMode="numeric"
              autoComplete="off"
              value={terms.stopAbove}
              aria-invalid={wrong === 'stopAbove'}
              aria-describedby={`${id}-percent`}
              onChange={({ target: { value } }) => onChange({ stopAbove: value })}
            />
            <span id={`${id}-percent`}>{words.percent}</span>
          </>
        ) : null}
      </span>
      <p className={cx(styles.says)} role="status">
        {wrong === 'at' && terms.at !== '' ? <b>{words.past}</b> : null}
        {wrong === 'stopAbove' ? <b>{words.badShare}</b> : null}
        {terms.when === 'cutoff' && deadline && late > 0 ? (
          <b>
            {words.late(storeName, f.time(deadline.at), f.span(plan.estimateMs), f.span(deadline.at - now))}
          </b>
        ) : null}
        {terms.when === 'cutoff' && deadline && late === 0
          ? words.fits(f.span(plan.estimateMs), f.span(deadline.at - now))
          : null}
      </p>
    </div>
  );
}
