/** Reads `form` as it is now: a field's text without the space around it; of a checkbox `on` or nothing. */
export function typedIn(form: HTMLFormElement | null): (field: string) => string {
  const data = form ? new FormData(form) : null;
  return (field) => {
    const value = data?.get(field);
    return typeof value === 'string' ? value.trim() : '';
  };
}
