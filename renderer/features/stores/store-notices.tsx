import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { Notice } from '../../ui/notice.tsx';

/** One line per store that is down: what is wrong, and how old what is shown of it is. The others go on. */
export function StoreNotices() {
  const { t, ago, say } = useI18n();
  const { view } = useView();
  const now = useNow();
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const down = stores.filter(
    (store) =>
      (store.state === 'offline' || store.state === 'reconnect') &&
      (view.store === null || view.store === store.id),
  );
  return down.map((store) => {
    const title =
      store.state === 'offline'
        ? t.storeState.offlineTitle(store.name)
        : t.storeState.reconnectTitle(store.name);
    const age =
      store.lastSync === null ? t.storeState.neverSynced : t.storeState.shownAsOf(ago(store.lastSync, now));
    return (
      <Notice
        key={store.id}
        tone={store.state === 'offline' ? 'risk' : 'stuck'}
        title={title}
        text={[say.failure({ text: store.stateReason, said: store.stateSaid }), age]
          .filter(Boolean)
          .join(' ')}
      />
    );
  });
}
