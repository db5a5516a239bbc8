import type { BulkProgress } from '../../../shared/contract/rows.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import { bulkPace } from './bulk-pace.ts';
import styles from './run-sheet.module.css';

/** That a run's writes go as one bulk operation, how far the store is with it, how fast, and how long it still takes. */
export function RunBulk({ bulk, now }: { readonly bulk: BulkProgress; readonly now: number }) {
  const { t, f } = useI18n();
  const pace = bulkPace(bulk, now);
  return (
    <p className={cx(styles.muted)} role="status">
      {t.plan.run.bulk(bulk.writes, {
        done: bulk.since === null ? null : `${f.number(bulk.done)} / ${f.number(bulk.lines)}`,
        rate: pace === null ? null : f.number(Math.round(pace.perSecond)),
        left: pace === null ? null : f.span(pace.leftMs),
        f,
      })}
    </p>
  );
}
