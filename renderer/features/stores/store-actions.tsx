import { useEffect, useRef, useState } from 'react';
import type { StoreRow } from '../../../shared/contract/rows.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './stores-page.module.css';

/** What is done with a store as a whole: importing into it, and, once more asked, taking it out of the workspace. */
export function StoreActions({ store }: { readonly store: StoreRow }) {
  const { t } = useI18n();
  const { go } = useView();
  const act = useEngineAction();
  const [asks, setAsks] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const wasAsked = useRef(false);
  const words = t.pages.stores;
  // The harmless answer has the focus, and the button that asked has it back.
  useEffect(() => {
    if (asks || wasAsked.current) place.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
    wasAsked.current = asks;
  }, [asks]);
  return (
    <div ref={place}>
      {act.error === null ? null : (
        <p className={cx(styles.error)} role="alert">
          {act.error}
        </p>
      )}
      {asks ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape is a way out of any dialog
        <div
          className={cx(styles.sure)}
          role="alertdialog"
          aria-label={words.disconnect}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setAsks(false);
          }}
        >
          <p>{words.disconnectSure(store.name)}</p>
          <Button
            onPress={() => void act.run('stores.remove', { storeId: store.id })}
            isDisabled={act.isBusy}
          >
            {words.disconnectYes}
          </Button>
          <Button onPress={() => setAsks(false)}>{words.keep}</Button>
        </div>
      ) : (
        <div className={cx(styles.buttons)}>
          <Button onPress={() => go({ store: store.id, importing: true })} hint={t.imports.openHint}>
            {t.imports.open}
          </Button>
          <Button kind="quiet" onPress={() => setAsks(true)}>
            {words.disconnect}
          </Button>
        </div>
      )}
    </div>
  );
}
