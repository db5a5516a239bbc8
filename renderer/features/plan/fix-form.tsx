import { useId } from 'react';
import type { FixKind } from '../../../shared/domain/fix.ts';
import type { UnstuckError } from '../../../shared/errors.ts';
import { useFieldDraft } from '../../app/form-drafts.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import { CatalogPicker } from './catalog-picker.tsx';
import styles from './fix-form.module.css';
import { FIX_PARAMS, type FixParam } from './fix-params.ts';
import { PLAN_FORM, type ReviewDraft } from './review-context.tsx';
import { UNTIL_CHOICES, UNTIL_KEYS } from './until-choices.ts';

interface FixFormProps {
  readonly draft: ReviewDraft;
  readonly fixes: readonly FixKind[];
  /** Stores of the orders in scope. */
  readonly stores: readonly string[];
  /** The engine's refusal of a value; it names the field. */
  readonly error: UnstuckError | null;
  readonly onChange: (change: Partial<Pick<ReviewDraft, 'fix' | 'params'>>) => void;
}

/** Which fix, and with which values. A value is taken when its field is left or Enter is pressed. */
export function FixForm({ draft, fixes, stores, error, onChange }: FixFormProps) {
  const { t, say } = useI18n();
  const id = useId();
  const set = (key: string, value: string): void => {
    const { [key]: _before, ...others } = draft.params;
    const params = value.trim() === '' ? others : { ...others, [key]: value.trim() };
    if (JSON.stringify(params) !== JSON.stringify(draft.params)) onChange({ params });
  };
  const wrongField = error?.meta['field'];
  return (
    <form className={cx(styles.form)} onSubmit={(event) => event.preventDefault()}>
      <label htmlFor={`${id}-fix`}>{t.plan.fix}</label>
      <select
        id={`${id}-fix`}
        value={draft.fix}
        onChange={(event) => {
          const fix = fixes.find((kind) => kind === event.target.value);
          if (fix) onChange({ fix, params: {} });
        }}
      >
        {fixes.map((kind) => (
          <option key={kind} value={kind}>
            {t.fixes[kind]}
          </option>
        ))}
      </select>
      {(FIX_PARAMS[draft.fix] ?? []).map((param) => (
        <Field
          // Another fix, another field, even where they share a name.
          key={`${draft.fix} ${param.key}`}
          fix={draft.fix}
          param={param}
          value={draft.params[param.key] ?? ''}
          stores={stores}
          error={error && wrongField === param.key ? say.error(error) : null}
          onSet={(value) => set(param.key, value)}
        />
      ))}
      {error && !(FIX_PARAMS[draft.fix] ?? []).some(({ key }) => key === wrongField) ? (
        <p className={cx(styles.error)} role="alert">
          {say.error(error)}
        </p>
      ) : null}
    </form>
  );
}

function Field({
  fix,
  param: { key, kind, empty },
  value,
  stores,
  error,
  onSet,
}: {
  readonly fix: FixKind;
  readonly param: FixParam;
  readonly value: string;
  readonly stores: readonly string[];
  readonly error: string | null;
  readonly onSet: (value: string) => void;
}) {
  const { t } = useI18n();
  const id = useId();
  const label = t.plan.params[key];
  const [typed, setTyped] = useFieldDraft(PLAN_FORM, `${fix} ${key}`, value);
  if (kind === 'product' || kind === 'variant')
    return (
      <CatalogPicker
        kind={kind}
        label={label}
        value={value}
        stores={stores}
        draft={`${fix} ${key}`}
        onPick={onSet}
        error={error}
      />
    );
  const described = error === null ? {} : { 'aria-describedby': `${id}-error`, 'aria-invalid': true };
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {kind === 'until' ? (
        <select
          id={id}
          {...described}
          value={UNTIL_KEYS.find((choice) => choice === typed) ?? 'default'}
          onChange={(event) => {
            const choice = UNTIL_KEYS.find((key) => key === event.target.value);
            setTyped(event.target.value);
            onSet(choice ? UNTIL_CHOICES[choice]() : '');
          }}
        >
          {UNTIL_KEYS.map((choice) => (
            <option key={choice} value={choice}>
              {t.plan.until[choice]}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          {...described}
          autoComplete="off"
          placeholder={empty === 'suggestion' ? t.plan.suggestion : t.plan.keep}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => onSet(typed)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // A plan that does not know what was just typed must not be committed by the same key.
            if (typed.trim() !== value) event.preventDefault();
            onSet(typed);
          }}
        />
      )}
      {error === null ? null : (
        <p id={`${id}-error`} className={cx(styles.error)} role="alert">
          {error}
        </p>
      )}
    </>
  );
}
