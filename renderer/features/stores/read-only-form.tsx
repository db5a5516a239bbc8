import { useState } from 'react';
import { linkRouteSchema } from '../../../shared/domain/store.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { useKeptForm } from '../../app/form-drafts.tsx';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngine } from '../../rpc/engine-context.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { parseCountryList } from './country-list.ts';
import { Field } from './field.tsx';
import styles from './stores-page.module.css';
import { typedIn } from './typed-in.ts';

/** Adds a store whose merchant gives no API access, and goes on to importing its orders. */
export function ReadOnlyForm() {
  const { t, say } = useI18n();
  const { connection } = useEngine();
  const { go } = useView();
  const { form, keep, drop } = useKeptForm('read-only');
  const [wrong, setWrong] = useState<{ readonly field: unknown; readonly message: string } | null>(null);
  const words = t.pages.stores;

  const add = async (): Promise<void> => {
    if (form.current === null) return;
    const text = typedIn(form.current);
    const countries = parseCountryList(text('countries'));
    const field = (['name', 'domain'] as const).find((name) => text(name) === '');
    if (field !== undefined) return setWrong({ field, message: words.wrong[field] });
    if (countries === undefined) return setWrong({ field: 'countries', message: words.wrong.countries });
    setWrong(null);
    const route = linkRouteSchema.safeParse(text('linkRoute'));
    try {
      const store = await connection.call('stores.addReadOnly', {
        name: text('name'),
        domain: text('domain'),
        ...(countries === null ? {} : { countries }),
        ...(route.success ? { linkRoute: route.data } : {}),
      });
      form.current?.reset();
      drop();
      go({ store: store.id, importing: true });
    } catch (thrown) {
      setWrong({
        field: thrown instanceof UnstuckError ? thrown.meta['field'] : null,
        message: say.error(thrown),
      });
    }
  };
  const errorOf = (field: string): string | null => (wrong?.field === field ? wrong.message : null);
  const isElsewhere = wrong !== null && !['name', 'domain', 'countries'].includes(String(wrong.field));
  return (
    <details className={cx(styles.readOnly)}>
      <summary>{t.imports.addTitle}</summary>
      <p>{t.imports.addText}</p>
      <form
        ref={form}
        className={cx(styles.form)}
        autoComplete="off"
        noValidate
        onInput={keep}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field name="name" label={words.name} required error={errorOf('name')} />
        <Field
          name="domain"
          label={words.domain}
          hint={words.domainHint}
          placeholder="acme.myshopify.com"
          required
          error={errorOf('domain')}
        />
        <Field
          name="countries"
          label={words.countries}
          hint={words.countriesHint}
          error={errorOf('countries')}
        />
        <label className={cx(styles.check)}>
          <input type="checkbox" name="linkRoute" value="file" />
          {words.linkRoutes.file}
        </label>
        {isElsewhere ? (
          <p className={cx(styles.error)} role="alert">
            {wrong.message}
          </p>
        ) : null}
        <div className={cx(styles.buttons)}>
          <Button submits>{t.imports.add}</Button>
        </div>
      </form>
    </details>
  );
}
