import { Link } from 'react-aria-components';
import { OutboxCorner } from '../features/outbox/outbox-corner.tsx';
import { StoreList } from '../features/stores/store-list.tsx';
import { useI18n } from '../i18n/i18n-context.tsx';
import { useEngineQuery } from '../rpc/use-engine-query.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon.tsx';
import { PreferenceSwitches } from './preference-switches.tsx';
import styles from './rail.module.css';
import { useView } from './view-context.tsx';

/** Where one is and where one can go: views, stores, and in the corner what waits to be sent. */
export function Rail() {
  const { t, f } = useI18n();
  const { href } = useView();
  const { data: stores } = useEngineQuery('stores.list', {});
  const stuck = stores?.reduce((sum, store) => sum + store.stuck, 0);
  return (
    <nav className={cx(styles.rail)} aria-label={t.nav.label}>
      <div className={cx(styles.brand)}>
        <span className={cx(styles.mark)}>
          <Icon name="mark" size={14} />
        </span>
        Unstuck
      </div>
      <Link
        className={cx(styles.item, styles.on)}
        href={href({ type: null, cause: null, order: null })}
        aria-current="page"
      >
        <Icon name="triage" />
        {t.nav.triage}
        <span className={cx(styles.count)}>{stuck === undefined ? '' : f.number(stuck)}</span>
      </Link>
      <StoreList />
      <div className={cx(styles.foot)}>
        <OutboxCorner />
        <PreferenceSwitches />
      </div>
    </nav>
  );
}
