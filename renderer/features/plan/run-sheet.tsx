import { useMutation } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/methods.ts';
import type { WriteState } from '../../../shared/domain/write.ts';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngine } from '../../rpc/engine-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { isoDay } from '../reports/period.ts';
import { Change } from './plan-orders.tsx';
import { RunBulk } from './run-bulk.tsx';
import { CheckWord, RunChecks } from './run-checks.tsx';
import { RunChips } from './run-chips.tsx';
import { RunControls } from './run-controls.tsx';
import styles from './run-sheet.module.css';
import { UndoPreview } from './undo-preview.tsx';
import { WriteStateWord } from './write-state-word.tsx';

type Run = Output<'run.get'>;

const WAITING: readonly WriteState[] = ['queued', 'sending', 'retry_wait', 'blocked_auth'];
const TROUBLE: readonly WriteState[] = ['unknown', 'conflict', 'rejected'];

/** What became of a committed plan: how far it is, order by order, and the way back. */
export function RunSheet({ run }: { readonly run: string }) {
  const { t, say } = useI18n();
  const { go } = useView();
  const { data, error } = useEngineQuery('run.get', { run });
  const close = (): void => go({ run: null });
  return (
    <Sheet label={t.plan.run.label} closeLabel={t.plan.run.close} onClose={close}>
      <div className={cx(styles.run)}>
        {data ? (
          <RunBody data={data} />
        ) : error ? (
          <Notice place="page" tone="stuck" title={t.plan.run.gone} text={say.error(error)} />
        ) : (
          <Skeleton rows={10} height={34} />
        )}
      </div>
    </Sheet>
  );
}

function RunBody({ data: { run, orders } }: { readonly data: Run }) {
  const { t, f, say } = useI18n();
  const { go } = useView();
  const { connection } = useEngine();
  const now = useNow();
  const { data: outbox } = useEngineQuery('outbox.list', {
    run: run.id,
    states: ['queued', 'retry_wait'],
    limit: 1,
  });
  const words = t.plan.run;
  const undo = useMutation({ mutationFn: () => connection.call('run.undo', { run: run.id }) });
  const undoIt = (): void => {
    if (run.undoneBy !== null || undo.isPending) return;
    undo.mutate(undefined, {
      // Heard only while this sheet is there: who has gone elsewhere meanwhile must not be led back.
      onSuccess: (undone) => {
        if (undone.run !== null && undone.skipped.length === 0) go({ run: undone.run });
      },
    });
  };
  const report = (): void =>
    go({ page: 'reports', run: null, period: { from: isoDay(run.createdAt), to: isoDay(now) } });
  const [isPreviewing, setPreviewing] = useState(false);
  const preview = (): void => {
    if (run.undoneBy === null && !undo.isPending && !undo.data) setPreviewing(!isPreviewing);
  };
  useShortcuts({ 'run.undo': preview, 'run.report': report });
  const count = (states: readonly WriteState[]): number =>
    states.reduce((sum, state) => sum + run.counts[state], 0);
  const waiting = count(WAITING);
  const trouble = count(TROUBLE);
  const title = run.undoOf === null ? words.title(t.fixes[run.fix]) : words.undoOf(t.fixes[run.fix]);
  const [next] = outbox?.items ?? [];
  const reason = waiting > 0 && next ? say.reason(next) : null;
  return (
    <>
      <div className={cx(styles.top)}>
        <div>
          <h2>
            {title} <RunChips run={run} now={now} />
          </h2>
          <p title={f.exact(run.createdAt)}>
            {words.facts(run.orders, f.moment(run.createdAt, now), run.agent, f)}
          </p>
        </div>
        <span className={cx(styles.actions)}>
          <Button onPress={report} hint={t.shortcuts.does['run.report']} shortcut="run.report" showsKey>
            {words.report}
          </Button>
          {run.undoneBy === null ? (
            <Button
              onPress={preview}
              isDisabled={undo.isPending || undo.data !== undefined}
              hint={words.undoHint}
              shortcut="run.undo"
              showsKey
            >
              {words.undo}
            </Button>
          ) : (
            <span className={cx(styles.muted)}>{words.undone}</span>
          )}
        </span>
      </div>
      <div className={cx(styles.progress)}>
        <div
          className={cx(styles.bar)}
          role="progressbar"
          aria-label={words.label}
          aria-valuemin={0}
          aria-valuemax={run.writes}
          aria-valuenow={run.counts.applied}
        >
          <i className={cx(styles.done)} style={{ width: share(run.counts.applied, run.writes) }} />
          <i className={cx(styles.bad)} style={{ width: share(trouble, run.writes) }} />
        </div>
        <p>
          {words.progress(run.counts.applied, run.writes, f)}
          {trouble === 0 ? null : (
            <button
              type="button"
              className={cx(styles.link)}
              onClick={() => go({ page: 'outbox', run: null })}
            >
              {t.outbox.attention(trouble, f)}
            </button>
          )}
        </p>
        {reason === null ? null : <p className={cx(styles.muted)}>{reason}</p>}
        {(run.bulk ?? []).map((bulk) => (
          <RunBulk key={bulk.store} bulk={bulk} now={now} />
        ))}
      </div>
      <RunControls run={run} />
      {run.checks ? <RunChecks checks={run.checks} /> : null}
      {undo.error ? <Notice tone="stuck" title={say.error(undo.error)} /> : null}
      {isPreviewing && !undo.data && run.undoneBy === null ? (
        <UndoPreview
          run={run.id}
          isUndoing={undo.isPending}
          onUndo={undoIt}
          onKeep={() => setPreviewing(false)}
        />
      ) : null}
      {undo.data ? <Undone result={undo.data} /> : null}
      <RunOrders orders={orders} />
    </>
  );
}

const share = (part: number, all: number): string => `${all === 0 ? 0 : (part / all) * 100}%`;

function Undone({ result: { run, skipped } }: { readonly result: Output<'run.undo'> }) {
  const { t, f, say } = useI18n();
  const { go } = useView();
  const reasons = [...Map.groupBy(skipped, say.undoSkip)];
  return (
    <Notice
      tone="plain"
      title={skipped.length === 0 ? t.plan.run.nothingUndone : t.plan.run.skipped(skipped.length, f)}
      text={reasons
        .map(
          ([reason, orders]) =>
            `${reason} ${orders
              .map(({ order }) => order)
              .slice(0, 12)
              .join(' ')}`,
        )
        .join(' · ')}
      action={run === null ? null : <Button onPress={() => go({ run })}>{t.plan.run.label}</Button>}
    />
  );
}

function RunOrders({ orders }: { readonly orders: Run['orders'] }) {
  const { t } = useI18n();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- only a compiler that memoises would be misled by it
  const virtual = useVirtualizer({
    count: orders.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 34,
    overscan: 12,
  });
  return (
    <div ref={scroller} className={cx(styles.scroller)} tabIndex={0} role="group" aria-label={t.plan.orders}>
      <ul style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const order = orders[item.index];
          if (!order) return null;
          return (
            <li
              key={`${order.store} ${order.gid}`}
              className={cx(styles.row)}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <b>{order.name}</b>
              <span className={cx(styles.changes)}>
                {order.changes.map((change, index) => (
                  <Change key={`${index} ${change.field}`} change={change} />
                ))}
              </span>
              <Reason order={order} />
              {order.check ? <CheckWord check={order.check} /> : <span />}
              <WriteStateWord state={order.state} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Reason({ order }: { readonly order: Run['orders'][number] }) {
  const { say } = useI18n();
  const reason = say.reason(order) ?? undefined;
  return (
    <span className={cx(styles.reason)} title={reason}>
      {reason}
    </span>
  );
}
