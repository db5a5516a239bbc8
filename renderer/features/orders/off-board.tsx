import type { OrderRow } from '../../../shared/contract/rows.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { useReview } from '../plan/review-context.tsx';
import styles from './off-board.module.css';

/** Why an order is on no board, in one sentence; what an agent took off it can be put back. */
export function OffBoard({ order }: { readonly order: OrderRow }) {
  const { t, f } = useI18n();
  const { review } = useReview();
  const { state, snoozedUntil, errorType } = order;
  if (state === 'stuck') return null;
  const isSetAside = state === 'snoozed' || state === 'dismissed';
  return (
    <section className={cx(styles.card)}>
      <p>{snoozedUntil === null ? t.order.standing[state] : t.order.snoozedUntil(f.when(snoozedUntil))}</p>
      {isSetAside ? (
        <Button
          onPress={() =>
            review({
              fix: 'restore',
              scope: { orders: [order.id] },
              errorTypes: errorType === null ? [] : [errorType],
            })
          }
        >
          {t.fixes.restore}
        </Button>
      ) : null}
    </section>
  );
}
