import { type FormEvent, useEffect, useId, useState } from 'react';
import type { StoreCheck } from '../../../shared/contract/rows.ts';
import { BIGBLUE_ENDPOINT, linkRouteSchema } from '../../../shared/domain/store.ts';
import { useKeptForm } from '../../app/form-drafts.tsx';
import { useView } from '../../app/view-context.tsx';
import { BOARD } from '../../app/view-state.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngine } from '../../rpc/engine-context.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { type ConnectField, connectInput, type ConnectInput } from './connect-input.ts';
import { Field } from './field.tsx';
import { focusWrong } from './focus-wrong.ts';
import { ScopeList } from './scope-list.tsx';
import styles from './stores-page.module.css';
import { SyncProgress } from './sync-progress.tsx';
import { wrongField } from './wrong-field.ts';

/** What a check was about: once it is edited, what was found no longer holds. */
const CHECKED: ReadonlySet<string> = new Set([
  'domain',
  'token',
  'platformEndpoint',
  'platformKey',
  'endpoint',
]);

type Step = 'idle' | 'checking' | 'connecting';

/** What is wrong: fields that need mending before anything is sent, or what came of sending. */
interface Wrong {
  readonly fields: readonly ConnectField[];
  /** null: the form itself says what is wrong with the fields. */
  readonly thrown: { readonly error: unknown } | null;
}
const NOTHING: Wrong = { fields: [], thrown: null };

/**
 * Connects a store in one screen. The fields are the form's own: a token is read when it is sent, goes with the form once
 * the store is connected, and is never part of the page's state.
 */
export function ConnectForm() {
  const { t, say } = useI18n();
  const { connection } = useEngine();
  const { go } = useView();
  const { form, keep, drop } = useKeptForm('connect');
  const id = useId();
  const words = t.pages.stores;
  const [step, setStep] = useState<Step>('idle');
  const [check, setCheck] = useState<StoreCheck | null>(null);
  const [wrong, setWrong] = useState(NOTHING);
  const [showsPlatform, setShowsPlatform] = useState(false);
  const [first, setFirst] = useState<{ readonly id: string; readonly name: string } | null>(null);

  useEffect(() => {
    focusWrong(form.current, wrong.fields);
  }, [form, wrong]);

  const found = (next: Wrong): void => {
    setWrong(next);
    if (next.fields.some((field) => field.startsWith('platform'))) setShowsPlatform(true);
  };
  const run = async (
    next: 'checking' | 'connecting',
    work: (input: ConnectInput) => Promise<void>,
  ): Promise<void> => {
    if (form.current === null) return;
    const input = connectInput(new FormData(form.current), next === 'checking' ? 'check' : 'connect');
    found({ fields: input.wrong, thrown: null });
    if (input.wrong.length > 0) return;
    setStep(next);
    try {
      await work(input);
    } catch (error) {
      const field = wrongField(error, input.address.endpoint === undefined ? 'domain' : 'endpoint');
      found({ fields: field === null ? [] : [field], thrown: { error } });
    } finally {
      setStep('idle');
      setFirst(null);
    }
  };
  const tryIt = (): Promise<void> =>
    run('checking', async ({ address }) => {
      setCheck(null);
      setCheck(await connection.call('stores.check', address));
    });
  const connect = (): Promise<void> =>
    run('connecting', async ({ name, address: { platform, ...address }, settings }) => {
      const store = await connection.call('stores.add', {
        name,
        ...address,
        ...settings,
        ...(platform ? { platform: { kind: 'bigblue' as const, ...platform } } : {}),
      });
      form.current?.reset();
      drop();
      setCheck(null);
      setFirst({ id: store.id, name: store.name });
      await connection.call('sync.run', { storeId: store.id });
      go({ ...BOARD, store: store.id });
    });
  const edited = ({ target }: FormEvent<HTMLFormElement>): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const { name } = target;
    if (CHECKED.has(name)) setCheck(null);
    setWrong((now) =>
      now.fields.some((field) => field === name)
        ? { ...now, fields: now.fields.filter((field) => field !== name), thrown: null }
        : now,
    );
  };

  const told = wrong.thrown ? say.error(wrong.thrown.error) : null;
  const errorOf = (field: keyof typeof words.wrong | 'platformEndpoint' | 'endpoint'): string | null => {
    if (!wrong.fields.includes(field)) return null;
    return told ?? (field === 'platformEndpoint' || field === 'endpoint' ? null : words.wrong[field]);
  };
  return (
    <form
      ref={form}
      className={cx(styles.form)}
      onSubmit={(event) => {
        event.preventDefault();
        if (step === 'idle') void connect();
      }}
      onInput={(event) => {
        keep(event);
        edited(event);
      }}
      noValidate
      autoComplete="off"
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
        name="token"
        label={words.token}
        hint={words.tokenHint}
        type="password"
        required
        error={errorOf('token')}
      />
      <details open={showsPlatform} onToggle={({ currentTarget }) => setShowsPlatform(currentTarget.open)}>
        <summary>{words.platform}</summary>
        <p>{words.platformHint}</p>
        <Field
          name="platformEndpoint"
          label={words.platformEndpoint}
          placeholder={BIGBLUE_ENDPOINT}
          error={errorOf('platformEndpoint')}
        />
        <Field name="platformKey" label={words.platformKey} type="password" error={errorOf('platformKey')} />
      </details>
      <Field
        name="countries"
        label={words.countries}
        hint={words.countriesHint}
        error={errorOf('countries')}
      />
      <label htmlFor={`${id}-links`}>{words.links}</label>
      <select id={`${id}-links`} name="linkRoute" defaultValue="">
        <option value="">{words.linkRoutes.none}</option>
        {linkRouteSchema.options.map((route) => (
          <option key={route} value={route}>
            {words.linkRoutes[route]}
          </option>
        ))}
      </select>
      <label className={cx(styles.check)}>
        <input type="checkbox" name="paymentTerms" />
        {words.terms}
      </label>
      <Field name="endpoint" label={words.endpoint} hint={words.endpointHint} error={errorOf('endpoint')} />
      {told !== null && wrong.fields.length === 0 ? <Notice tone="stuck" title={told} /> : null}
      <div className={cx(styles.buttons)}>
        <Button onPress={() => void tryIt()} isDisabled={step !== 'idle'}>
          {step === 'checking' ? words.checking : words.check}
        </Button>
        <Button kind="primary" submits isDisabled={step !== 'idle'}>
          {step === 'connecting' ? words.connecting : words.connect}
        </Button>
      </div>
      {first ? <SyncProgress storeId={first.id} name={first.name} /> : null}
      {check ? <ScopeList check={check} /> : null}
    </form>
  );
}
