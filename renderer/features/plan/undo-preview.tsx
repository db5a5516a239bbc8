import type { Output } from '../../../shared/contract/methods.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './undo-preview.module.css';

/** More than anybody reads; the sentence above says how many there are. */
const SHOWN = 200;

/** What an undo would take back, what not and why: looked at before anything is queued. */
export function UndoPreview({
  run,
  isUndoing,
  onUndo,
  onKeep,
}: {
  readonly run: string;
  readonly isUndoing: boolean;
  readonly onUndo: () => void;
  readonly onKeep: () => void;
}) {
  const { t, say } = useI18n();
  const { data, error } = useEngineQuery('run.undoPlan', { run });
  const words = t.plan.run;
  const undo = (): void => {
    if (data && !isUndoing) onUndo();
  };
  useShortcuts({ 'run.undoNow': undo });
  return (
    <section className={cx(styles.preview)} aria-label={words.undoPlan}>
      {data ? <What preview={data} /> : null}
      {error ? <Notice tone="stuck" title={say.error(error)} /> : null}
      {data || error ? null : <Skeleton rows={3} height={24} />}
      <div className={cx(styles.actions)}>
        <Button
          kind="primary"
          onPress={undo}
          isDisabled={!data || isUndoing}
          hint={words.undoHint}
          shortcut="run.undoNow"
          showsKey
        >
          {words.undoNow}
        </Button>
        <Button onPress={onKeep} shortcut="run.undo" showsKey>
          {words.keep}
        </Button>
      </div>
    </section>
  );
}

function What({ preview }: { readonly preview: Output<'run.undoPlan'> }) {
  const { t, f, say } = useI18n();
  const { orders, cancelled, skipped } = preview;
  const words = t.plan.run;
  return (
    <>
      <h3>{orders.length > 0 ? words.goesBack(orders.length, f) : words.nothingGoesBack}</h3>
      {cancelled === 0 ? null : <p>{words.notSent(cancelled, f)}</p>}
      {orders.length === 0 ? null : (
        <ul className={cx(styles.list)} tabIndex={0} aria-label={words.undoPlan}>
          {orders.slice(0, SHOWN).map(({ order, store, does }) => (
            <li key={`${store} ${order}`}>
              <b>{order}</b>
              <span>{does.map(say.write).join(' · ')}</span>
            </li>
          ))}
          {orders.length <= SHOWN ? null : <li>{t.plan.more(orders.length - SHOWN, f)}</li>}
        </ul>
      )}
      {skipped.length === 0 ? null : (
        <>
          <h3>{words.skipped(skipped.length, f)}</h3>
          <ul className={cx(styles.list)} tabIndex={0} aria-label={words.skipped(skipped.length, f)}>
            {[...Map.groupBy(skipped, say.undoSkip)].map(([reason, those]) => (
              <li key={reason}>
                <b>{f.number(those.length)}</b>
                <span>
                  {reason}{' '}
                  <i>
                    {those
                      .slice(0, 12)
                      .map(({ order }) => order)
                      .join(' ')}
                    {those.length <= 12 ? '' : ` ${t.plan.more(those.length - 12, f)}`}
                  </i>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
