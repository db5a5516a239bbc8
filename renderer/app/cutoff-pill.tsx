import { useI18n } from '../i18n/i18n-context.tsx';
import { useEngineQuery } from '../rpc/use-engine-query.ts';
import { cx } from '../ui/cx.ts';
import styles from './page-head.module.css';
import { useNow } from './use-now.ts';
import { useView } from './view-context.tsx';

const SOON_MS = 2 * 60 * 60 * 1000;

/** How long until the warehouse closes its picks, and what is at risk then. */
export function CutoffPill({ isBrief }: { readonly isBrief: boolean }) {
  const { t, f } = useI18n();
  const { view } = useView();
  const now = useNow();
  const { data } = useEngineQuery('board.urgency', view.store === null ? {} : { storeId: view.store });
  if (!data || data.cutoff === null || data.cutoff <= now) return null;
  const { cutoff, orders, value } = data;
  const sums = value.map((money) => f.roundMoney(money)).join(' + ');
  const whole = t.pages.cutoff(f.time(cutoff), f.span(cutoff - now), orders, sums, f);
  return (
    <span
      className={cx(
        styles.cutoff,
        isBrief && styles.brief,
        orders > 0 && cutoff - now < SOON_MS && styles.atRisk,
      )}
      title={isBrief ? `${whole}. ${t.pages.cutoffHint}` : t.pages.cutoffHint}
    >
      {isBrief ? t.pages.cutoff(f.time(cutoff), f.span(cutoff - now), 0, '', f) : whole}
    </span>
  );
}
