import { useEffect, useId, useState } from 'react';
import type { StoreRow } from '../../../shared/contract/rows.ts';
import { linkRouteSchema } from '../../../shared/domain/store.ts';
import { useKeptForm } from '../../app/form-drafts.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineAction } from '../../rpc/use-engine-action.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { countryListText } from './country-list.ts';
import { Field } from './field.tsx';
import { focusWrong } from './focus-wrong.ts';
import { Fold } from './fold.tsx';
import {
  dayText,
  parseStoreChange,
  RULE_FIELDS,
  SCOPE_FIELDS,
  settingText,
  type WrongSetting,
} from './store-change.ts';
import styles from './stores-page.module.css';
import { typedIn } from './typed-in.ts';

/** What the agent sets of a store, as `stores set` does on the command line; each fault beside its field. */
export function StoreSettingsForm({ store }: { readonly store: StoreRow }) {
  const { t } = useI18n();
  const act = useEngineAction();
  const { form, keep, drop } = useKeptForm(`settings ${store.id}`);
  const id = useId();
  const words = t.pages.stores;
  const { settings } = store;
  const [wrong, setWrong] = useState<readonly WrongSetting[]>([]);
  const [note, setNote] = useState<string | null>(null);
  useEffect(() => focusWrong(form.current, wrong), [form, wrong]);

  const save = async (): Promise<void> => {
    setNote(null);
    const read = parseStoreChange(typedIn(form.current), settings);
    setWrong('wrong' in read ? read.wrong : []);
    if ('wrong' in read || !(await act.run('stores.set', { storeId: store.id, ...read.change }))) return;
    drop();
    setNote(words.saved);
  };
  const isWrong = (fields: readonly WrongSetting[]): boolean => fields.some((field) => wrong.includes(field));
  return (
    <form
      ref={form}
      className={cx(styles.part)}
      aria-label={words.settingsOf(store.name)}
      noValidate
      autoComplete="off"
      onInput={(event) => {
        keep(event);
        setNote(null);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        name="name"
        label={words.name}
        defaultValue={store.name}
        error={wrong.includes('name') ? words.wrong.name : null}
      />
      <Field
        name="countries"
        label={words.countries}
        hint={words.countriesHint}
        defaultValue={countryListText(settings.countries)}
        error={wrong.includes('countries') ? words.wrong.countries : null}
      />
      <label htmlFor={`${id}-links`}>{words.links}</label>
      <select id={`${id}-links`} name="linkRoute" defaultValue={settings.linkRoute ?? ''}>
        <option value="">{words.linkRoutes.none}</option>
        {linkRouteSchema.options.map((route) => (
          <option key={route} value={route}>
            {words.linkRoutes[route]}
          </option>
        ))}
      </select>
      <label className={cx(styles.check)}>
        <input type="checkbox" name="paymentTerms" defaultChecked={settings.paymentTerms} />
        {words.terms}
      </label>
      <Fold title={words.rules.title} opens={isWrong(RULE_FIELDS)}>
        {RULE_FIELDS.map((field) => (
          <Field
            key={field}
            name={field}
            label={words.rules[field].label}
            hint={words.rules[field].hint}
            defaultValue={settingText(settings[field])}
            error={wrong.includes(field) ? words.rules[field].wrong : null}
          />
        ))}
      </Fold>
      <Fold title={words.scope.title} opens={isWrong(SCOPE_FIELDS)}>
        {SCOPE_FIELDS.map((field) => (
          <Field
            key={field}
            name={field}
            type={field === 'since' ? 'date' : 'text'}
            label={words.scope[field].label}
            hint={words.scope[field].hint}
            defaultValue={field === 'since' ? dayText(settings.since) : settingText(settings[field])}
            error={wrong.includes(field) ? words.scope[field].wrong : null}
          />
        ))}
      </Fold>
      {act.error === null ? null : (
        <p className={cx(styles.error)} role="alert">
          {act.error}
        </p>
      )}
      <div className={cx(styles.buttons)}>
        <Button submits isDisabled={act.isBusy}>
          {words.save}
        </Button>
        {note === null ? null : <span role="status">{note}</span>}
      </div>
    </form>
  );
}
