/** Moves the focus to the first wrong field of `form`, unless it is on one already. */
export function focusWrong(form: HTMLFormElement | null, wrong: readonly string[]): void {
  const [field] = wrong;
  const input = field === undefined ? null : form?.elements.namedItem(field);
  if (input instanceof HTMLInputElement && form?.querySelector(':focus[aria-invalid]') === null)
    input.focus();
}
