import { useId, useRef, useState } from 'react';
import type { StoreCheck } from '../../../shared/contract/rows.ts';
import { linkRouteSchema } from '../../../shared/domain/store.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { useView } from '../../app/view-context.tsx';
import { BOARD } from '../../app/view-state.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngine } from '../../rpc/engine-context.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Notice } from '../../ui/notice.tsx';
import { parseCountryList } from './country-list.ts';
import { Field } from './field.tsx';
import { ScopeList } from './scope-list.tsx';
import styles from './stores-page.module.css';
import { SyncProgress } from './sync-progress.tsx';

const BIGBLUE = 'https://api.bigblue.co';

type Step = 'idle' | 'checking' | 'connecting';
/** `thrown`: null where the form itself says what is wrong with the field. */
interface Wrong {
  readonly field: string | null;
  readonly thrown: { readonly error: unknown } | null;
}

/**
 * Connects a store in one screen. The fields are the form's own: a token is read once when it is sent, then cleared,
 * and is never part of the page's state.
 */
export function ConnectForm() {
  const { t, say } = useI18n();
  const { connection } = useEngine();
  const { go } = useView();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const words = t.pages.stores;
  const [step, setStep] = useState<Step>('idle');
  const [check, setCheck] = useState<StoreCheck | null>(null);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [first, setFirst] = useState<{ readonly id: string; readonly name: string } | null>(null);

  const run = async (next: Step, work: (input: ReturnType<typeof read>) => Promise<void>): Promise<void> => {
    if (!form.current?.reportValidity()) return;
    setWrong(null);
    setStep(next);
    try {
      await work(read(form.current));
    } catch (thrown) {
      setWrong(wrongOf(thrown));
    } finally {
      setStep('idle');
    }
  };
  const tryIt = (): Promise<void> =>
    run('checking', async ({ domain, token, endpoint, platform }) => {
      setCheck(null);
      setCheck(await connection.call('stores.check', { domain, token, ...endpoint, ...platform }));
    });
  const connect = (): Promise<void> =>
    run('connecting', async ({ countries, platform, endpoint, ...input }) => {
      if (countries === undefined) return setWrong({ field: 'countries', thrown: null });
      const store = await connection.call('stores.add', {
        ...input,
        ...endpoint,
        ...(platform.platform ? { platform: { kind: 'bigblue' as const, ...platform.platform } } : {}),
        ...(countries === null ? {} : { countries }),
      });
      form.current?.reset();
      setCheck(null);
      setFirst({ id: store.id, name: store.name });
      await connection.call('sync.run', { storeId: store.id });
      setFirst(null);
      go({ ...BOARD, store: store.id });
    });

  const told = ({ thrown }: Wrong): string => (thrown ? say.error(thrown.error) : words.countriesWrong);
  const errorOf = (field: string): string | null => (wrong?.field === field ? told(wrong) : null);
  return (
    <form
      ref={form}
      className={cx(styles.form)}
      onSubmit={(event) => event.preventDefault()}
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
      <details>
        <summary>{words.platform}</summary>
        <p>{words.platformHint}</p>
        <Field
          name="platformEndpoint"
          label={words.platformEndpoint}
          placeholder={BIGBLUE}
          error={errorOf('platform endpoint')}
        />
        <Field name="platformKey" label={words.platformKey} type="password" error={errorOf('platform-key')} />
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
      {wrong && !KNOWN_FIELDS.has(wrong.field ?? '') ? <Notice tone="stuck" title={told(wrong)} /> : null}
      <div className={cx(styles.buttons)}>
        <Button onPress={() => void tryIt()} isDisabled={step !== 'idle'}>
          {step === 'checking' ? words.checking : words.check}
        </Button>
        <Button kind="primary" onPress={() => void connect()} isDisabled={step !== 'idle'}>
          {step === 'connecting' ? words.connecting : words.connect}
        </Button>
      </div>
      {first ? <SyncProgress storeId={first.id} name={first.name} /> : null}
      {check ? <ScopeList check={check} /> : null}
    </form>
  );
}

const KNOWN_FIELDS = new Set([
  'name',
  'domain',
  'token',
  'platform endpoint',
  'platform-key',
  'countries',
  'endpoint',
]);

/** The form's values as the engine takes them. `countries`: undefined when they do not parse. */
function read(form: HTMLFormElement) {
  const data = new FormData(form);
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const route = linkRouteSchema.safeParse(text('linkRoute'));
  return {
    name: text('name'),
    domain: text('domain'),
    token: text('token'),
    endpoint: text('endpoint') === '' ? {} : { endpoint: text('endpoint') },
    platform:
      text('platformKey') === ''
        ? {}
        : { platform: { endpoint: text('platformEndpoint') || BIGBLUE, key: text('platformKey') } },
    countries: parseCountryList(text('countries')),
    paymentTerms: data.has('paymentTerms'),
    ...(route.success ? { linkRoute: route.data } : {}),
  };
}

/** Which field a refusal is about: the engine names it; a refused token is the token's. */
function wrongOf(thrown: unknown): Wrong {
  const error = { error: thrown };
  if (!(thrown instanceof UnstuckError)) return { field: null, thrown: error };
  const { field } = thrown.meta;
  if (typeof field === 'string') return { field, thrown: error };
  return { field: thrown.code === 'unauthorized' ? 'token' : null, thrown: error };
}
