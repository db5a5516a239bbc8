import { useState } from 'react';
import type { StoreRow } from '../../../shared/contract/rows.ts';
import { PLAYBOOK_PARTS, STORE_CONNECTION } from '../../../shared/domain/playbook.ts';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { PlaybookView } from '../playbook/playbook-view.tsx';
import styles from './store-notices.module.css';
import { storeStepButton } from './store-step-button.ts';

const PARTS = PLAYBOOK_PARTS.filter((part) => part !== 'bulk');

/**
 * One line per store that is down: what is wrong, how old what is shown of it is, what to do. The others go on. Whoever
 * chose to work offline is told so in the corner, not by every store.
 */
export function StoreNotices() {
  const { view } = useView();
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const { data: status } = useEngineQuery('engine.status', {});
  const down = stores.filter(
    (store) =>
      ((store.state === 'offline' && status?.offline !== true) || store.state === 'reconnect') &&
      (view.store === null || view.store === store.id),
  );
  return down.map((store) => <StoreNotice key={store.id} store={store} />);
}

function StoreNotice({ store }: { readonly store: StoreRow }) {
  const { t, ago, lang, say } = useI18n();
  const { go } = useView();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const isOffline = store.state === 'offline';
  const title = isOffline ? t.storeState.offlineTitle(store.name) : t.storeState.reconnectTitle(store.name);
  const age =
    store.lastSync === null ? t.storeState.neverSynced : t.storeState.shownAsOf(ago(store.lastSync, now));
  const text = [say.failure({ text: store.stateReason, said: store.stateSaid }), age]
    .filter(Boolean)
    .join(' ');
  return (
    <>
      <Notice
        tone={isOffline ? 'risk' : 'stuck'}
        title={title}
        text={text}
        action={
          <span className={cx(styles.actions)}>
            {isOffline ? null : (
              <Button onPress={() => go({ page: 'stores', store: store.id })}>
                {t.pages.stores.reconnect}
              </Button>
            )}
            <Button onPress={() => setOpen(!open)}>{t.playbook.title}</Button>
          </span>
        }
      />
      {open ? (
        <section className={cx(styles.playbook)} aria-label={`${t.playbook.title}, ${store.name}`}>
          <PlaybookView
            errorType={STORE_CONNECTION}
            parts={PARTS}
            opensAt="resolve"
            buttonFor={(action) =>
              storeStepButton(action, {
                store,
                language: lang,
                summary: [`${store.name} (${store.domain})`, title, text].join('\n'),
              })
            }
          />
        </section>
      ) : null}
    </>
  );
}
