import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FIXES_FOR, type FixKind, IRREVERSIBLE_FIXES } from '../../../shared/domain/fix.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngine } from '../../rpc/engine-context.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AT_ONCE, type CommitTerms, termsInput, wrongTerm } from './commit-terms.ts';
import { CommitTermsForm } from './commit-terms-form.tsx';
import { ExcludedList } from './excluded-list.tsx';
import { FixForm } from './fix-form.tsx';
import { PlanOrders } from './plan-orders.tsx';
import styles from './plan-sheet.module.css';
import { planOutcome } from './plan-outcome.ts';
import { type ReviewDraft, useReview } from './review-context.tsx';

/** What exactly will happen? The fix worked out for its orders, before anything is queued. */
export function PlanSheet({ draft }: { readonly draft: ReviewDraft }) {
  const { t, say } = useI18n();
  const { connection } = useEngine();
  const { go } = useView();
  const { change, close } = useReview();
  const { fix, scope, params } = draft;
  const plan = useQuery({
    queryKey: ['plan', fix, scope, params],
    queryFn: ({ signal }) => connection.call('fix.plan', { fix, scope, params: { ...params } }, { signal }),
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const commit = useMutation({
    mutationFn: ({ made, confirm, terms }: { made: Plan; confirm: number | undefined; terms: CommitTerms }) =>
      connection.call('fix.commit', {
        plan: made,
        ...(confirm === undefined ? {} : { confirm }),
        ...termsInput(terms),
      }),
    onSuccess: ({ run }) => {
      close();
      go({ run });
    },
  });

  const offered = draft.errorTypes.flatMap((type): readonly FixKind[] => FIXES_FOR[type]);
  const fixes = [...new Set<FixKind>([fix, ...offered, 'reprocess', 'snooze', 'dismiss'])];
  const wrong = plan.error instanceof UnstuckError && plan.error.code === 'bad_input' ? plan.error : null;

  return (
    <Sheet label={t.plan.label} closeLabel={t.plan.close} onClose={close}>
      <div className={cx(styles.columns)}>
        <FixForm
          draft={draft}
          fixes={fixes}
          stores={plan.data ? storesIn(plan.data) : []}
          error={wrong}
          onChange={change}
        />
        <section className={cx(styles.outcome)} aria-live="polite" aria-busy={plan.isFetching}>
          {plan.isPending ? (
            <Skeleton rows={12} height={34} />
          ) : plan.error ? (
            wrong ? null : (
              <Notice
                place="page"
                tone="stuck"
                title={t.plan.failed}
                text={say.error(plan.error)}
                action={<Button onPress={() => void plan.refetch()}>{t.errors.retry}</Button>}
              />
            )
          ) : (
            <Outcome
              plan={plan.data}
              isCommitting={commit.isPending}
              error={commit.error && say.error(commit.error)}
              onCommit={(confirm, terms) => commit.mutate({ made: plan.data, confirm, terms })}
            />
          )}
        </section>
      </div>
    </Sheet>
  );
}

function Outcome({
  plan,
  isCommitting,
  error,
  onCommit,
}: {
  readonly plan: Plan;
  readonly isCommitting: boolean;
  readonly error: string | null;
  readonly onCommit: (confirm: number | undefined, terms: CommitTerms) => void;
}) {
  const { t, f } = useI18n();
  const count = plan.orders.length;
  const isIrreversible = IRREVERSIBLE_FIXES.has(plan.fix);
  const [typed, setTyped] = useState('');
  const confirmId = useId();
  const confirmed = !isIrreversible || typed.trim() === String(count);
  const now = useNow();
  const [terms, setTerms] = useState(AT_ONCE);
  const isSent = count > 0 && planOutcome(plan) !== 'localOnly';
  const chosen = isSent ? terms : AT_ONCE;
  const canCommit = count > 0 && confirmed && !isCommitting && wrongTerm(chosen, now) === null;
  const commit = (): void => {
    if (canCommit) onCommit(isIrreversible ? count : undefined, chosen);
  };
  useShortcuts({ 'plan.commit': commit });

  return (
    <>
      <div className={cx(styles.sentence)}>
        <h2>
          {count === 0 ? t.plan.nothing : t.plan.sentence(t.fixes[plan.fix], count, storesIn(plan).length, f)}
        </h2>
        {count === 0 ? null : <p>{outcomeWords(plan, t.plan, f)}</p>}
      </div>
      {count === 0 ? null : (
        <>
          <h3 className={cx(styles.title)}>{t.plan.orders}</h3>
          <PlanOrders orders={plan.orders} />
        </>
      )}
      <ExcludedList excluded={plan.excluded} isOpen={count === 0} />
      {isSent ? (
        <CommitTermsForm
          plan={plan}
          terms={terms}
          now={now}
          onChange={(change) => setTerms((before) => ({ ...before, ...change }))}
        />
      ) : null}
      {error === null ? null : <Notice tone="stuck" title={error} />}
      <footer className={cx(styles.foot)}>
        <span className={cx(styles.cost)}>{t.plan.cost(plan.cost, plan.writes.length, f)}</span>
        {isIrreversible && count > 0 ? (
          <span className={cx(styles.confirm)}>
            <b>
              {t.plan.consequences[plan.fix]?.(count, f)} {t.plan.irreversible}
            </b>
            <label htmlFor={confirmId}>{t.plan.confirm(String(count))}</label>
            <input
              id={confirmId}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </span>
        ) : null}
        <Button
          kind="primary"
          onPress={commit}
          isDisabled={!canCommit}
          hint={t.plan.commitHint}
          shortcut="plan.commit"
          showsKey
        >
          {isCommitting ? t.plan.committing : t.plan.commit(t.fixes[plan.fix], count, f)}
        </Button>
      </footer>
    </>
  );
}

function outcomeWords(
  plan: Plan,
  words: ReturnType<typeof useI18n>['t']['plan'],
  f: ReturnType<typeof useI18n>['f'],
): string {
  const outcome = planOutcome(plan);
  const seconds = Math.ceil(plan.estimateMs / 1000);
  return outcome === 'localOnly' ? words.localOnly : `${words[outcome]} ${words.about(seconds, f)}`;
}

const storesIn = (plan: Plan): readonly string[] => [
  ...new Set([...plan.orders, ...plan.excluded].map(({ store }) => store)),
];
