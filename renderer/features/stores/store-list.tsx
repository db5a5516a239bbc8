import { Link } from 'react-aria-components';
import type { StoreRow } from '../../../shared/contract/rows.ts';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { cx } from '../../ui/cx.ts';
import { Dot } from '../../ui/dot.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './store-list.module.css';

const TONES = { ok: 'ok', offline: 'risk', reconnect: 'stuck', readonly: 'ok' } as const satisfies Record<
  StoreRow['state'],
  string
>;

/** Every store with its state and stuck orders; choosing one narrows all views to it. */
export function StoreList() {
  const { t } = useI18n();
  const { view, href } = useView();
  const { data: stores } = useEngineQuery('stores.list', {});
  const { data: status } = useEngineQuery('engine.status', {});
  if (stores?.length === 0) return null;
  return (
    <section className={cx(styles.stores)} aria-labelledby="stores-title">
      <h2 id="stores-title">{t.nav.stores}</h2>
      {stores ? (
        <ul>
          {stores.length > 1 ? (
            <li>
              <Link
                className={cx(styles.store, view.store === null && styles.on)}
                href={href({ store: null, cause: null, order: null })}
              >
                {t.nav.allStores}
              </Link>
            </li>
          ) : null}
          {stores.map((store) => (
            <li key={store.id}>
              <StoreLink
                store={store}
                isOn={view.store === store.id}
                isSyncing={status?.syncing.includes(store.id) ?? false}
              />
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton rows={4} height={30} />
      )}
    </section>
  );
}

function StoreLink({
  store,
  isOn,
  isSyncing,
}: {
  readonly store: StoreRow;
  readonly isOn: boolean;
  readonly isSyncing: boolean;
}) {
  const { t, f, ago, say } = useI18n();
  const { href } = useView();
  const now = useNow();
  const reason = say.failure({ text: store.stateReason, said: store.stateSaid });
  const synced =
    store.lastSync === null
      ? store.state === 'readonly'
        ? t.storeState.neverImported
        : t.storeState.neverSynced
      : t.board.lastChecked(ago(store.lastSync, now));
  const title = [store.name, t.storeState[store.state], reason, synced]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <Link
      className={cx(styles.store, isOn && styles.on)}
      href={href({ store: store.id, cause: null, order: null })}
      {...(isOn ? { 'aria-current': 'true' } : {})}
    >
      <Dot tone={isSyncing ? 'busy' : TONES[store.state]} />
      <span className={cx(styles.name)} title={title}>
        {store.name}
      </span>
      {store.state === 'ok' || store.state === 'readonly' ? (
        <span className={cx(styles.count)}>{f.number(store.stuck)}</span>
      ) : (
        <span className={cx(styles.word)}>{t.storeState[store.state]}</span>
      )}
    </Link>
  );
}
