import { useState } from 'react';
import type { StoreRow } from '../../../shared/contract/rows.ts';
import { useKeptForm } from '../../app/form-drafts.tsx';
import { ordersSeenSince } from '../../../shared/domain/seen-since.ts';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Tag } from '../../ui/tag.tsx';
import { RulesOff } from '../imports/rules-off.tsx';
import { Agreement } from './agreement.tsx';
import { countryListText, parseCountryList } from './country-list.ts';
import { Field } from './field.tsx';
import { parseRuleSettings, RULE_FIELDS, type RuleField, ruleSettingText } from './rule-settings.ts';
import styles from './stores-page.module.css';
import { SyncProgress } from './sync-progress.tsx';

const TONES = { ok: 'ok', offline: 'risk', reconnect: 'stuck', readonly: 'soon' } as const satisfies Record<
  StoreRow['state'],
  string
>;

/** One connected store: how it is, its settings, a new token, and the way out. */
export function StoreCard({ store }: { readonly store: StoreRow }) {
  const { t, f, ago, say } = useI18n();
  const { go } = useView();
  const now = useNow();
  const act = useEngineAction();
  const { form, keep, drop } = useKeptForm(`store ${store.id}`);
  const words = t.pages.stores;
  const { data: status } = useEngineQuery('engine.status', {});
  const reason = say.failure({ text: store.stateReason, said: store.stateSaid });
  const seenSince = ordersSeenSince(store.missingScopes, now);
  const [asks, setAsks] = useState(false);
  const [note, setNote] = useState<string | null>(null);
  const [wrongToken, setWrongToken] = useState<string | null>(null);
  const [wrongCountries, setWrongCountries] = useState<string | null>(null);
  const [wrongRule, setWrongRule] = useState<RuleField | null>(null);

  const value = (name: string): string => {
    const field = form.current && new FormData(form.current).get(name);
    return typeof field === 'string' ? field.trim() : '';
  };
  const save = async (): Promise<void> => {
    setNote(null);
    const countries = parseCountryList(value('countries'));
    setWrongCountries(countries === undefined ? words.wrong.countries : null);
    const rules = parseRuleSettings(value);
    setWrongRule('wrong' in rules ? rules.wrong : null);
    if (countries === undefined || 'wrong' in rules) return;
    const saved = await act.run('stores.set', {
      storeId: store.id,
      settings: { countries, paymentTerms: value('paymentTerms') === 'on', ...rules.settings },
    });
    if (!saved) return;
    drop();
    setNote(words.saved);
  };
  const reconnect = async (): Promise<void> => {
    const token = value('token');
    // Out of the page before it is on its way.
    const field = form.current?.elements.namedItem('token');
    if (field instanceof HTMLInputElement) field.value = '';
    setWrongToken(token === '' ? words.wrong.token : null);
    if (token !== '' && (await act.run('stores.reconnect', { storeId: store.id, token })))
      void act.run('sync.run', { storeId: store.id });
  };

  return (
    <form ref={form} className={cx(styles.card)} onInput={keep} onSubmit={(event) => event.preventDefault()}>
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
      <Field
        name="countries"
        label={words.countries}
        hint={words.countriesHint}
        defaultValue={countryListText(store.settings.countries)}
        error={wrongCountries}
      />
      <label className={cx(styles.check)}>
        <input type="checkbox" name="paymentTerms" defaultChecked={store.settings.paymentTerms} />
        {words.terms}
      </label>
      <details open={wrongRule !== null}>
        <summary>{words.rules.title}</summary>
        {RULE_FIELDS.map((field) => (
          <Field
            key={field}
            name={field}
            label={words.rules[field].label}
            hint={words.rules[field].hint}
            defaultValue={ruleSettingText(store.settings[field])}
            error={wrongRule === field ? words.rules[field].wrong : null}
          />
        ))}
      </details>
      <details open={store.state === 'reconnect'}>
        <summary>{words.reconnect}</summary>
        <Field
          name="token"
          label={words.newToken}
          type="password"
          hint={words.tokenHint}
          error={wrongToken}
        />
        <Button onPress={() => void reconnect()} isDisabled={act.isBusy}>
          {words.reconnect}
        </Button>
      </details>
      {act.error === null ? null : (
        <p className={cx(styles.error)} role="alert">
          {act.error}
        </p>
      )}
      {note === null ? null : <p role="status">{note}</p>}
      {asks ? (
        <div className={cx(styles.sure)} role="alertdialog" aria-label={words.disconnect}>
          <p>{words.disconnectSure(store.name)}</p>
          <Button onPress={() => void act.run('stores.remove', { storeId: store.id })}>
            {words.disconnectYes}
          </Button>
          <Button onPress={() => setAsks(false)}>{words.keep}</Button>
        </div>
      ) : (
        <div className={cx(styles.buttons)}>
          <Button onPress={() => void save()} isDisabled={act.isBusy}>
            {words.save}
          </Button>
          <Button onPress={() => go({ store: store.id, importing: true })} hint={t.imports.openHint}>
            {t.imports.open}
          </Button>
          <Button kind="quiet" onPress={() => setAsks(true)}>
            {words.disconnect}
          </Button>
        </div>
      )}
    </form>
  );
}
