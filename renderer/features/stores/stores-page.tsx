import { useRef } from 'react';
import { PageHead } from '../../app/page-head.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { useView } from '../../app/view-context.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { ConnectForm } from './connect-form.tsx';
import { ReadOnlyForm } from './read-only-form.tsx';
import { StoreCard } from './store-card.tsx';
import styles from './stores-page.module.css';
import { LeaveDemo, SeeDemo } from './workspace-switch.tsx';

/** The connected stores with their settings, and one form that connects another. */
export function StoresPage() {
  const { t } = useI18n();
  const { go } = useView();
  const { data: stores = [] } = useEngineQuery('stores.list', {});
  const { data: status } = useEngineQuery('engine.status', {});
  const words = t.pages.stores;
  const connect = useRef<HTMLElement>(null);
  useShortcuts({ 'stores.connect': () => connect.current?.querySelector('input')?.focus() });
  return (
    <>
      <PageHead
        title={words.title}
        facts=""
        action={
          stores.length === 0 ? null : (
            <Button hint={t.imports.openHint} shortcut="pages.import" onPress={() => go({ importing: true })}>
              {t.imports.open}
            </Button>
          )
        }
      />
      <div className={cx(styles.page)}>
        <section className={cx(styles.column)} aria-labelledby="connect-title" ref={connect}>
          <h2 id="connect-title">{words.connectTitle}</h2>
          {status?.demo === true ? (
            <LeaveDemo />
          ) : (
            <>
              <ConnectForm />
              <ReadOnlyForm />
            </>
          )}
          {status?.demo === false && stores.length === 0 ? <SeeDemo /> : null}
        </section>
        {stores.length === 0 ? null : (
          <section className={cx(styles.column)} aria-labelledby="connected-title">
            <h2 id="connected-title">{words.connected}</h2>
            <ul className={cx(styles.cards)}>
              {stores.map((store) => (
                <li key={store.id}>
                  <StoreCard store={store} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
