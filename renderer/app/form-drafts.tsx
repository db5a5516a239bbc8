import { createContext, type FormEvent, type ReactNode, use, useLayoutEffect, useRef, useState } from 'react';

/** What was typed into the fields of the page's forms and not taken yet. */
interface FormDrafts {
  readonly get: (form: string, field: string) => string | undefined;
  readonly set: (form: string, field: string, value: string) => void;
  /** Its values were taken, or given up. */
  readonly drop: (form: string) => void;
}

const DraftsContext = createContext<FormDrafts | null>(null);

/**
 * Keeps what was typed outside of the views, so that one that crashes and comes back finds it. In this page's memory
 * only: an address half typed is written nowhere, and a secret not even here.
 */
export function FormDraftsProvider({ children }: { readonly children: ReactNode }) {
  const [drafts] = useState(createFormDrafts);
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}

function createFormDrafts(): FormDrafts {
  const forms = new Map<string, Map<string, string>>();
  return {
    get: (form, field) => forms.get(form)?.get(field),
    set: (form, field, value) => {
      const fields = forms.get(form) ?? new Map<string, string>();
      forms.set(form, fields.set(field, value));
    },
    drop: (form) => void forms.delete(form),
  };
}

export function useFormDrafts(): FormDrafts {
  const drafts = use(DraftsContext);
  if (!drafts) throw new Error('useFormDrafts outside of FormDraftsProvider.');
  return drafts;
}

/** As `useState`, for one field: what was typed into it outlives the view. */
export function useFieldDraft(form: string, field: string, initial: string) {
  const drafts = useFormDrafts();
  const [typed, setTyped] = useState(() => drafts.get(form, field) ?? initial);
  const type = (value: string): void => {
    drafts.set(form, field, value);
    setTyped(value);
  };
  return [typed, type] as const;
}

/**
 * For a form whose fields hold their own values: remembers each as it is edited (`keep`) and gives them back when the
 * form is mounted anew, except passwords.
 * @param name one of its own among the page's forms
 */
export function useKeptForm(name: string) {
  const drafts = useFormDrafts();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    for (const field of fieldsOf(form.current)) {
      const kept = drafts.get(name, field.name);
      if (kept === undefined) continue;
      if (isBox(field)) field.checked = kept !== '';
      else field.value = kept;
      // What lies in a closed part of the form would else be missed.
      const part = field.closest('details');
      if (part) part.open = true;
    }
  }, [drafts, name]);
  const keep = ({ target }: FormEvent<HTMLFormElement>): void => {
    const field = fieldsOf(form.current).find((one) => one === target);
    if (field) drafts.set(name, field.name, isBox(field) ? (field.checked ? 'on' : '') : field.value);
  };
  return { form, keep, drop: () => drafts.drop(name) };
}

type KeptField = HTMLInputElement | HTMLSelectElement;

const isBox = (field: KeptField): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.type === 'checkbox';

function fieldsOf(form: HTMLFormElement | null): KeptField[] {
  return [...(form?.elements ?? [])].filter(
    (field): field is KeptField =>
      field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type !== 'password'),
  );
}
