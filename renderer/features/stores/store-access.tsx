import { useEffect, useState } from 'react';
import type { StoreRow } from '../../../shared/contract/rows.ts';
import { BIGBLUE_ENDPOINT } from '../../../shared/domain/store.ts';
import { useKeptForm } from '../../app/form-drafts.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngine } from '../../rpc/engine-context.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Field } from './field.tsx';
import { focusWrong } from './focus-wrong.ts';
import { Fold } from './fold.tsx';
import styles from './stores-page.module.css';
import { typedIn } from './typed-in.ts';
import { wrongField } from './wrong-field.ts';

type AccessField = 'token' | 'platformKey' | 'platformEndpoint';

interface Wrong {
  readonly fields: readonly string[];
  /** null: the form itself says what is wrong. */
  readonly thrown: { readonly error: unknown } | null;
}
const NOTHING: Wrong = { fields: [], thrown: null };
const SECRETS: readonly AccessField[] = ['token', 'platformKey'];

/** A new token, a new platform key, or both. A secret leaves the page as it is sent and never comes back to it. */
export function StoreAccess({ store }: { readonly store: StoreRow }) {
  const { t, say } = useI18n();
  const { connection } = useEngine();
  const { form, keep, drop } = useKeptForm(`access ${store.id}`);
  const words = t.pages.stores;
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(NOTHING);
  const [note, setNote] = useState<string | null>(null);
  useEffect(() => focusWrong(form.current, wrong.fields), [form, wrong]);

  const send = async (): Promise<void> => {
    const text = typedIn(form.current);
    const [token, key, endpoint] = [text('token'), text('platformKey'), text('platformEndpoint')];
    setNote(null);
    if (token === '' && key === '')
      return setWrong({ fields: [endpoint === '' ? 'token' : 'platformKey'], thrown: null });
    // Out of the page before they are on their way.
    for (const name of SECRETS) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = '';
    }
    setWrong(NOTHING);
    setBusy(true);
    try {
      await connection.call('stores.reconnect', {
        storeId: store.id,
        ...(token === '' ? {} : { token }),
        ...(key === '' ? {} : { platformKey: key }),
        ...(endpoint === '' ? {} : { platformEndpoint: endpoint }),
      });
      form.current?.reset();
      drop();
      setNote(words.accessKept);
      await connection.call('sync.run', { storeId: store.id });
    } catch (error) {
      const field = wrongField(error, 'domain');
      const own = form.current?.elements.namedItem(field ?? '') instanceof HTMLInputElement;
      setWrong({ fields: field !== null && own ? [field] : [], thrown: { error } });
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (field: AccessField): string | null => {
    if (!wrong.fields.includes(field)) return null;
    if (wrong.thrown) return say.error(wrong.thrown.error);
    return field === 'token' ? words.noSecret : words.wrong.platformKey;
  };
  return (
    <form
      ref={form}
      className={cx(styles.part)}
      aria-label={words.accessOf(store.name)}
      noValidate
      autoComplete="off"
      onInput={keep}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Fold title={words.access} opens={store.state === 'reconnect'}>
        <Field
          name="token"
          label={words.newToken}
          type="password"
          hint={words.tokenHint}
          error={errorOf('token')}
        />
        {store.state === 'readonly' ? null : (
          <>
            <Field
              name="platformKey"
              label={words.newPlatformKey}
              type="password"
              hint={store.platform ? words.platformKeyHint : words.platformHint}
              error={errorOf('platformKey')}
            />
            <Field
              name="platformEndpoint"
              label={words.platformEndpoint}
              placeholder={BIGBLUE_ENDPOINT}
              hint={store.platform ? words.platformEndpointHint : words.platformEndpointNone}
              error={errorOf('platformEndpoint')}
            />
          </>
        )}
        {wrong.thrown && wrong.fields.length === 0 ? (
          <p className={cx(styles.error)} role="alert">
            {say.error(wrong.thrown.error)}
          </p>
        ) : null}
        <div className={cx(styles.buttons)}>
          <Button submits isDisabled={isBusy}>
            {isBusy ? words.checking : words.reconnect}
          </Button>
          {note === null ? null : <span role="status">{note}</span>}
        </div>
      </Fold>
    </form>
  );
}
