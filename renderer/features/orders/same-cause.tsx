import { Link } from 'react-aria-components';
import type { OrderDetail } from '../../../shared/contract/rows.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { useView } from '../../app/view-context.tsx';
import { BOARD } from '../../app/view-state.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { cx } from '../../ui/cx.ts';
import styles from './diagnosis-card.module.css';

/** Root causes of one order whose other orders are told; a basket of many unlinked products has one for each. */
const MOST = 3;

/** How many other orders the causes of this one keep, each leading to them: one fix frees them all. */
export function SameCause({ detail, type }: { readonly detail: OrderDetail; readonly type: ErrorType }) {
  const { t, f, cause: words } = useI18n();
  const { view, href } = useView();
  const scope = view.store === null ? {} : { storeId: view.store };
  const { data: causes = [] } = useEngineQuery('causes.list', { errorType: type, ...scope });
  const own = new Set(detail.causes.map(({ key }) => key));
  const shared = causes.filter(({ key, orders }) => own.has(key) && orders > 1);
  return shared.slice(0, MOST).map(({ key, orders, subject }) => (
    <p key={key} className={cx(styles.same)}>
      <Link
        href={href({ ...BOARD, store: view.store, type, cause: key })}
        aria-label={`${words(subject)}: ${t.order.same(orders - 1, f)}`}
      >
        {t.order.same(orders - 1, f)}
      </Link>
      {shared.length > 1 ? <span>{words(subject)}</span> : null}
    </p>
  ));
}
