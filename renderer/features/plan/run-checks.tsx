import type { RunOrderRow, RunRow } from '../../../shared/contract/rows.ts';
import type { CheckOutcome } from '../../../shared/domain/order-check.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './run-checks.module.css';

type Tone = 'plain' | 'soon' | 'ok' | 'risk' | 'stuck';

const TONES: Readonly<Record<CheckOutcome, Tone>> = {
  waiting: 'soon',
  solved: 'ok',
  same_error: 'stuck',
  other_error: 'stuck',
  given_up: 'risk',
};

/** What became of a run's orders, summed. */
export function RunChecks({ checks }: { readonly checks: NonNullable<RunRow['checks']> }) {
  const { t, f } = useI18n();
  const words = t.control;
  const lasting = { ...checks, solved: checks.solved - checks.regressed };
  return (
    <p className={cx(styles.checks)} role="status" aria-label={words.checks}>
      <b>{words.checks}</b>
      {SHOWN.filter((outcome) => lasting[outcome] > 0).map((outcome) => (
        <Tag key={outcome} tone={TONES[outcome]}>
          {words.checkCount[outcome](lasting[outcome], f)}
        </Tag>
      ))}
      {checks.regressed > 0 ? <Tag tone="stuck">{words.regressedCount(checks.regressed, f)}</Tag> : null}
    </p>
  );
}

const SHOWN: readonly CheckOutcome[] = ['solved', 'same_error', 'other_error', 'waiting', 'given_up'];

/** What became of one order, in a word. */
export function CheckWord({ check }: { readonly check: NonNullable<RunOrderRow['check']> }) {
  const { t } = useI18n();
  const words = t.control;
  const title = check.errorType === null ? undefined : words.stuckFor(t.errorTypes[check.errorType]);
  if (check.regressedAt !== null)
    return (
      <Tag tone="stuck" {...(title === undefined ? {} : { title })}>
        {words.regressed}
      </Tag>
    );
  return (
    <Tag tone={TONES[check.outcome]} {...(title === undefined ? {} : { title })}>
      {words.check[check.outcome]}
    </Tag>
  );
}
