import { useId } from 'react';
import { cx } from '../../ui/cx.ts';
import styles from './stores-page.module.css';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly type?: 'text' | 'password' | 'date';
  readonly required?: boolean;
  readonly defaultValue?: string;
  readonly error: string | null;
}

/** A labelled field of a form, with what is wrong with it right under it. */
export function Field({
  name,
  label,
  hint,
  placeholder,
  type = 'text',
  required = false,
  defaultValue,
  error,
}: FieldProps) {
  const id = useId();
  const described = [hint === undefined ? null : `${id}-hint`, error === null ? null : `${id}-error`]
    .filter((part) => part !== null)
    .join(' ');
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        required={required}
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        spellCheck={false}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(defaultValue === undefined ? {} : { defaultValue })}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(error === null ? {} : { 'aria-invalid': true })}
      />
      {hint === undefined ? null : (
        <small id={`${id}-hint`} className={cx(styles.hint)}>
          {hint}
        </small>
      )}
      {error === null ? null : (
        <p id={`${id}-error`} className={cx(styles.error)} role="alert">
          {error}
        </p>
      )}
    </>
  );
}
