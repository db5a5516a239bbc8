/** Marks where the focus of a view belongs when there is no better place: its heading, or the list in it. */
export const HOME = { 'data-focus-home': '' } as const;

/** Moves the focus to the home of the view in sight; the innermost one, where there are several. */
export function focusHome(): void {
  const home =
    [...document.querySelectorAll<HTMLElement>('main [data-focus-home]')].at(-1) ??
    // A view that crashed has none, but a button that tries again.
    document.querySelector<HTMLElement>('main button');
  home?.focus({ preventScroll: true });
}
