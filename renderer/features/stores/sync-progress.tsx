import { useI18n } from '../../i18n/i18n-context.tsx';
import { useProgress } from '../../rpc/use-progress.ts';
import { cx } from '../../ui/cx.ts';
import styles from './sync-progress.module.css';

/** How far the reading of a store is: orders, rate and, where their number is known, the time left. */
export function SyncProgress({ storeId, name }: { readonly storeId: string; readonly name: string }) {
  const { t, f } = useI18n();
  const progress = useProgress('sync', storeId);
  if (!progress) return null;
  const { phase, done, total, rate, leftMs } = progress;
  return (
    <div className={cx(styles.progress)} role="status">
      <span>
        {t.pages.stores.syncing(name, {
          waits: phase === 'waiting',
          done: f.number(done),
          total: total === null ? null : f.number(total),
          rate: rate === 0 ? null : f.number(Math.round(rate)),
          left: leftMs === null ? null : f.span(leftMs),
        })}
      </span>
      {total === null ? null : (
        <progress className={cx(styles.bar)} max={Math.max(1, total)} value={done} aria-label={name} />
      )}
    </div>
  );
}
