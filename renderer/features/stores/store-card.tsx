import type { StoreRow } from '../../../shared/contract/rows.ts';
import { ordersSeenSince } from '../../../shared/domain/seen-since.ts';
import { useNow } from '../../app/use-now.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { cx } from '../../ui/cx.ts';
import { Tag } from '../../ui/tag.tsx';
import { RulesOff } from '../imports/rules-off.tsx';
import { Agreement } from './agreement.tsx';
import { StoreAccess } from './store-access.tsx';
import { StoreActions } from './store-actions.tsx';
import { StoreSettingsForm } from './store-settings.tsx';
import styles from './stores-page.module.css';
import { SyncProgress } from './sync-progress.tsx';

const TONES = { ok: 'ok', offline: 'risk', reconnect: 'stuck', readonly: 'soon' } as const satisfies Record<
  StoreRow['state'],
  string
>;

/** One connected store: how it is, its settings, its access, and the way out. */
export function StoreCard({ store }: { readonly store: StoreRow }) {
  const { t, f, ago, say } = useI18n();
  const now = useNow();
  const words = t.pages.stores;
  const { data: status } = useEngineQuery('engine.status', {});
  const reason = say.failure({ text: store.stateReason, said: store.stateSaid });
  const seenSince = ordersSeenSince(store.missingScopes, now);
  return (
    <article className={cx(styles.card)} aria-label={store.name}>
      <header>
        <b>{store.name}</b>
        <Tag tone={TONES[store.state]}>{t.storeState[store.state]}</Tag>
        <span>
          {store.domain} · {words.orders(store.orders, store.stuck, f)}
        </span>
      </header>
      {reason === null ? null : <p className={cx(styles.error)}>{reason}</p>}
      {store.unread === null ? null : (
        <p className={cx(styles.error)}>{words.unread(store.unread.orders, say.trouble(store.unread), f)}</p>
      )}
      {status?.syncing.includes(store.id) ? <SyncProgress storeId={store.id} name={store.name} /> : null}
      {seenSince === null ? null : <p>{words.seenSince(f.moment(seenSince, now))}</p>}
      {store.missingScopes.length === 0 ? null : (
        <details>
          <summary>
            {words.missingScopes}: {f.number(store.missingScopes.length)}
          </summary>
          <ul>
            {store.missingScopes.map(({ scope, costs }) => (
              <li key={scope}>
                <code>{scope}</code> {say.scope(scope) ?? costs}
              </li>
            ))}
          </ul>
        </details>
      )}
      {store.imports.length === 0 ? null : (
        <p className={cx(styles.imported)}>
          {t.imports.lastOnes(
            store.imports
              .map(({ kind, at }) => t.imports.last(t.imports.kinds[kind], ago(at, now)))
              .join(' · '),
          )}
        </p>
      )}
      <RulesOff store={store} />
      <Agreement storeId={store.id} />
      <StoreSettingsForm store={store} />
      <StoreAccess store={store} />
      <StoreActions store={store} />
    </article>
  );
}
